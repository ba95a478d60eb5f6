import { Check, CloudOff, RefreshCw, TriangleAlert } from 'lucide-react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { NodeSaver, TypedRow } from './node-saver.ts'
import { textOf } from './node-words.ts'
import type { Hands } from './use-presence.ts'
import { WordDiff } from './word-diff.tsx'

type Hand = ReturnType<Hands['get']>
type Props = { row: TypedRow | undefined; saver: NodeSaver; nodeId: string; hand: Hand }

/** Someone else was first: both texts, who and when, and two ways of equal weight (DESIGN.md, "States"). */
function Conflict({ row, saver, nodeId, hand }: Props & { row: TypedRow }) {
  const t = useWords()
  const format = useFormat()
  const { theirs, text } = row
  const told =
    theirs === null
      ? t('draft-acts.edit.conflictRemoved')
      : hand === undefined
        ? t('draft-acts.edit.conflictUnknown')
        : t('draft-acts.edit.conflict', { name: hand.byName, at: format.dateTime(hand.at) })
  return (
    <div className="notice node-conflict" role="alert">
      <p>
        <b>{told}</b>
      </p>
      <dl>
        {theirs === null ? null : (
          <>
            <dt>{t('draft-acts.edit.theirs')}</dt>
            <dd>{textOf(theirs)}</dd>
          </>
        )}
        <dt>{t('draft-acts.edit.own')}</dt>
        <dd>{theirs === null ? text : <WordDiff before={textOf(theirs)} after={text} />}</dd>
      </dl>
      <div className="acts">
        {theirs === null ? null : (
          <Button isSmall onClick={() => saver.settle(nodeId, 'own')}>
            {t('draft-acts.edit.keepOwn')}
          </Button>
        )}
        <Button isSmall onClick={() => saver.settle(nodeId, 'theirs')}>
          {t(theirs === null ? 'draft-acts.edit.letGo' : 'draft-acts.edit.keepTheirs')}
        </Button>
      </div>
    </div>
  )
}

/** How far the words of a part are saved: icon, words and colour. */
export function NodeState(props: Props) {
  const t = useWords()
  const { row } = props
  if (row?.state === 'conflict') return <Conflict {...props} row={row} />
  return (
    <p className="node-state" role="status">
      {row === undefined ? (
        <Tag icon={Check} tone="q">
          {t('draft-acts.edit.saved')}
        </Tag>
      ) : row.state === 'offline' ? (
        <Tag icon={CloudOff} tone="warn">
          {t('draft-acts.edit.waitingOne')}
        </Tag>
      ) : row.state === 'refused' ? (
        <Tag icon={TriangleAlert} tone="err">
          {t('draft-acts.edit.refused')}
          {row.problem === null ? '' : `: ${t(`problem.${row.problem}`)}`}
        </Tag>
      ) : (
        <Tag icon={RefreshCw} tone="pen">
          {t(row.state === 'saving' ? 'draft-acts.edit.saving' : 'draft-acts.edit.unsaved')}
        </Tag>
      )}
    </p>
  )
}

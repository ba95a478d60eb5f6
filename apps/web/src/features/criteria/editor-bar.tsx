import { addressOf } from '@bangvang/contract/client'
import { criteria } from '@bangvang/contract/criteria'
import type { DraftView } from '@bangvang/contract/drafts'
import { Check, CircleAlert, Ellipsis, Redo2, RefreshCw, Sigma, Undo2, Users, WifiOff } from 'lucide-react'
import { Link } from 'wouter'
import { useFormat } from '../../lib/format.ts'
import { useLocale } from '../../lib/locale.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Here } from './use-draft.ts'
import type { Editor } from './use-editor.ts'

function SaveState({ rows }: Pick<Editor, 'rows'>) {
  const t = useWords()
  const states = [...rows.values()].map(({ state }) => state)
  const countOf = (wanted: string) => states.filter((state) => state === wanted).length
  const [clashes, offline] = [countOf('conflict'), countOf('offline')]
  const refused = [...rows.values()].find(({ state }) => state === 'refused')
  if (clashes > 0)
    return (
      <Tag icon={CircleAlert} tone="warn">
        {t('criteria.edit.clash', { n: clashes })}
      </Tag>
    )
  if (refused?.problem)
    return (
      <Tag icon={CircleAlert} tone="err">
        {t('criteria.edit.refused', { why: t(`problem.${refused.problem}`) })}
      </Tag>
    )
  if (offline > 0)
    return (
      <Tag icon={WifiOff} tone="warn">
        {t('criteria.edit.offline', { n: offline })}
      </Tag>
    )
  return states.length > 0 ? (
    <Tag icon={RefreshCw} tone="pen">
      {t('criteria.edit.saving')}
    </Tag>
  ) : (
    <Tag icon={Check} tone="q">
      {t('criteria.edit.saved')}
    </Tag>
  )
}

function Sum({ sums }: Pick<Editor, 'sums'>) {
  const t = useWords()
  const format = useFormat()
  const { scored, maxPoints, difference } = sums
  const words = { scored: format.points(scored), max: format.points(maxPoints ?? '') }
  if (maxPoints === null)
    return (
      <Tag icon={Sigma} tone="err">
        {t('criteria.edit.sumNone', words)}
      </Tag>
    )
  if (difference === '0')
    return (
      <Tag icon={Sigma} tone="ok">
        {t('criteria.edit.sum', words)}
      </Tag>
    )
  const isUnder = difference.startsWith('-')
  return (
    <Tag icon={Sigma} tone="err">
      {t(isUnder ? 'criteria.edit.sumUnder' : 'criteria.edit.sumOver', {
        ...words,
        by: format.points(difference.replace('-', '')),
      })}
    </Tag>
  )
}

function Others({ here, editor }: { here: Here; editor: Editor }) {
  const t = useWords()
  if (here.length === 0) return null
  const codeOf = (id: string | null) => editor.nodes.find((node) => node.id === id)?.content.code
  const names = here.map(({ name, nodeId }) => {
    const code = codeOf(nodeId)
    return typeof code === 'string' && code !== '' ? t('criteria.edit.hereAt', { name, code }) : name
  })
  return (
    <Tag icon={Users} tone="pen">
      {t('criteria.edit.here', { names: names.join(', ') })}
    </Tag>
  )
}

function MoreActs({ draft }: { draft: DraftView }) {
  const t = useWords()
  const language = useLocale()
  const params = { draftId: draft.id }
  const season = `/seasons/${draft.seasonId}`
  return (
    <Popover
      className="bar-menu"
      buttonClass="btn"
      button={
        <>
          <Icon of={Ellipsis} /> {t('criteria.edit.more')}
        </>
      }
    >
      {() => (
        <ul className="menu-list">
          <li>
            <Link href={`${season}/drafts/${draft.id}/impact`}>{t('criteria.edit.impact')}</Link>
          </li>
          <li>
            <Link href={`${season}/criteria/compare?to=draft:${draft.id}`}>{t('criteria.edit.compare')}</Link>
          </li>
          <li>
            <a href={addressOf(criteria.document, { params })} download>
              {t('criteria.edit.json')}
            </a>
          </li>
          <li>
            <a href={addressOf(criteria.sheet, { params, query: { language } })} download>
              {t('criteria.edit.excel')}
            </a>
          </li>
        </ul>
      )}
    </Popover>
  )
}

type Props = { draft: DraftView; editor: Editor; here: Here; onNextFault: () => void }

/** What is always in sight: the state of saving, the sum, the faults, who is here, undo. */
export function EditorBar({ draft, editor, here, onNextFault }: Props) {
  const t = useWords()
  const { faults, acts, mayUndo, mayRedo } = editor
  return (
    <header className="editor-bar">
      <div className="editor-title">
        <p className="kicker">{t('criteria.edit.kicker', { year: draft.year })}</p>
        <Heading title={draft.title} />
      </div>
      <div className="editor-state" role="status">
        <Sum sums={editor.sums} />
        {faults.length === 0 ? (
          <Tag icon={Check} tone="ok">
            {t('criteria.edit.noFaults')}
          </Tag>
        ) : (
          <Tag icon={CircleAlert} tone="err">
            {t('criteria.edit.faults', { n: faults.length })}
          </Tag>
        )}
        <SaveState rows={editor.rows} />
        <Others here={here} editor={editor} />
      </div>
      <div className="acts">
        {faults.length === 0 ? null : <Button onClick={onNextFault}>{t('criteria.edit.nextFault')}</Button>}
        {draft.may.edit ? (
          <>
            <Button aria-disabled={!mayUndo} onClick={() => mayUndo && void acts.undo()}>
              <Icon of={Undo2} /> {t('criteria.edit.undo')}
            </Button>
            <Button aria-disabled={!mayRedo} onClick={() => mayRedo && void acts.redo()}>
              <Icon of={Redo2} /> {t('criteria.edit.redo')}
            </Button>
          </>
        ) : null}
        <Link className="btn" href={`/seasons/${draft.seasonId}/drafts/${draft.id}`}>
          {t('criteria.edit.toDraft')}
        </Link>
        <MoreActs draft={draft} />
      </div>
    </header>
  )
}

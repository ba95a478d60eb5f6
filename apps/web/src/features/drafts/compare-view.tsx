import { type DraftView, drafts, type NodeView } from '@bangvang/contract/drafts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ArrowLeftRight } from 'lucide-react'
import { Suspense, useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { CompareLine } from './compare-line.tsx'
import { comparedLines, countDifferences, onlyChanged } from './compared.ts'
import { useCite, useLabels } from './labels.ts'

/** The draft as it is now, among its versions. */
const NOW = 'now'

function Differences({ before, after }: { before: readonly NodeView[]; after: readonly NodeView[] }) {
  const t = useWords()
  const [extent, setExtent] = useState<'only' | 'whole'>('only')
  const labels = useLabels(after)
  const oldLabels = useLabels(before)
  const citeOld = useCite(before)
  const lines = useMemo(() => comparedLines(before, after), [before, after])
  const counts = useMemo(() => countDifferences(lines), [lines])
  const shown = useMemo(() => (extent === 'only' ? onlyChanged(lines) : lines), [extent, lines])
  const isSame = Object.values(counts).every((count) => count === 0)
  return (
    <>
      <div className="acts no-print">
        <p role="status">{isSame ? t('draft-acts.compare.none') : t('draft-acts.compare.summary', counts)}</p>
        <Segmented
          label={t('draft-acts.compare.title')}
          value={extent}
          options={(['only', 'whole'] as const).map((value) => ({
            value,
            words: t(`draft-acts.compare.${value}`),
          }))}
          onChange={setExtent}
        />
      </div>
      <article className="page compared" lang="vi">
        {shown.map((line) => (
          <CompareLine
            key={`${line.state} ${line.node.id}`}
            line={line}
            label={(line.state === 'removed' ? oldLabels : labels).get(line.node.id) ?? ''}
            from={line.moved === null ? '' : citeOld(line.node.id)}
          />
        ))}
      </article>
    </>
  )
}

type SidesProps = { draft: DraftView; from: string; to: string }

/** The parts of a version, or of the draft as it is now. */
function Sides({ draft, from, to }: SidesProps) {
  const nodesOf = (side: string) => ({ draftId: draft.id, number: side === NOW ? 1 : Number(side) })
  const before = useSuspenseQuery(read(drafts.version, { params: nodesOf(from) })).data
  const after = useSuspenseQuery(read(drafts.version, { params: nodesOf(to) })).data
  return (
    <Differences
      before={from === NOW ? draft.nodes : before.nodes}
      after={to === NOW ? draft.nodes : after.nodes}
    />
  )
}

/** Any two versions of a draft side by side in one text: added, removed, moved, reworded word by word. */
export function CompareView({ draft, onClose }: { draft: DraftView; onClose: () => void }) {
  const t = useWords()
  const format = useFormat()
  const [search, setSearch] = useSearchParams()
  const { history, title } = draft
  const from = search.get('from') ?? String(history.at(-1)?.number ?? NOW)
  const to = search.get('to') ?? NOW
  const choose = (next: { from: string; to: string }) =>
    setSearch({ view: 'compare', ...next }, { replace: true })
  const versions = [
    ...history.map(({ number, reason, at }) => ({
      side: String(number),
      words: t(reason === 'adopted' ? 'draft-acts.compare.versionAdopted' : 'draft-acts.compare.version', {
        n: number,
        at: format.dateTime(at),
      }),
    })),
    { side: NOW, words: t('draft-acts.compare.now') },
  ]
  return (
    <div className="reading wide">
      <div className="draft-head">
        <p className="kicker">{title}</p>
        <Heading title={t('draft-acts.compare.title')} />
        {history.length === 0 ? <p>{t('draft-acts.compare.noVersions')}</p> : null}
        <div className="filters no-print">
          {(['from', 'to'] as const).map((side) => (
            <Field key={side} label={t(`draft-acts.compare.${side}`)}>
              {(input) => (
                <select
                  {...input}
                  value={side === 'from' ? from : to}
                  onChange={({ target }) => choose({ from, to, [side]: target.value })}
                >
                  {versions.map((version) => (
                    <option key={version.side} value={version.side}>
                      {version.words}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
          <Button onClick={() => choose({ from: to, to: from })}>
            <Icon of={ArrowLeftRight} /> {t('draft-acts.compare.swap')}
          </Button>
          <Button onClick={onClose}>{t('draft-acts.compare.close')}</Button>
        </div>
      </div>
      {from === to || history.length === 0 ? (
        <p>{t('draft-acts.compare.sameVersion')}</p>
      ) : (
        <Suspense fallback={<Loading />}>
          <Sides draft={draft} from={from} to={to} />
        </Suspense>
      )}
    </div>
  )
}

import type { DraftView, NodeView } from '@bangvang/contract/drafts'
import { inOrder } from '@bangvang/core/drafts/tree'
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { useWords } from '../../lib/words.ts'
import { Basis } from '../../ui/basis.tsx'
import { useLabels } from './labels.ts'
import { Line } from './line.tsx'
import type { PlacedComment } from './placed.ts'

const NONE: readonly PlacedComment[] = []
/** How many lines are drawn at once; the rest of a long draft follows while it can be read already. */
const FIRST = 120

/** A title after the name of its kind, as papers have it: "QUY CHẾ", then "Tổ chức và hoạt động…". */
function withoutKind(title: string, kind: string): string {
  if (!title.toLowerCase().startsWith(`${kind.toLowerCase()} `)) return title
  const rest = title.slice(kind.length + 1)
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`
}

/** The head of an official paper (Decree 30/2020): who issues it, the national title, place and date, its name. */
export function PaperHead({ draft, place }: { draft: DraftView; place: string }) {
  const t = useWords()
  const { clusterName, kind, title, year, adopted } = draft
  const [day = '…', month = '…', of = year] = adopted?.on.split('-').reverse() ?? []
  const name = t(`draft-work.kind.${kind}`)
  return (
    <>
      <div className="nat">
        <div>
          {t('draft-work.page.cluster')}
          <b className="up">{clusterName.vi.replace(/^cụm( thi đua)?\s+/i, '')}</b>
          <u />
        </div>
        <div>
          <b>{t('draft-work.page.nation')}</b>
          <b>
            <u>{t('draft-work.page.motto')}</u>
          </b>
        </div>
      </div>
      <p className="dt">{t('draft-work.page.date', { place, day, month, year: of })}</p>
      <h2 className="up">{name}</h2>
      <p className="sub">{withoutKind(title, name)}</p>
      {draft.legalBasis === '' ? null : <p className="legal-basis">{draft.legalBasis}</p>}
      {draft.basis.length === 0 ? null : <Basis basis={draft.basis} />}
    </>
  )
}

type Props = {
  draft: DraftView
  marksOf: ReadonlyMap<string, readonly PlacedComment[]>
  openId: string | null
  hereId: string | null
  /** Who else is at a part, by its id. */
  others: ReadonlyMap<string, string>
  /** The texts of changed parts as the reader last saw them. */
  seen: ReadonlyMap<string, string>
  showsSeen: boolean
  /** Words typed over parts and not on the server yet, by part. */
  typed: ReadonlyMap<string, { text: string }>
  /** What is written over a part being edited; null: it is read. */
  editorOf: (node: NodeView, label: string) => ReactNode | null
}

/** The draft's parts in order, each with its number. Only lines that something happened to are drawn again. */
export function DocumentLines(props: Props) {
  const { draft, marksOf, openId, hereId, others, seen, showsSeen, typed, editorOf } = props
  const labels = useLabels(draft.nodes)
  const all = useMemo(() => inOrder(draft.nodes), [draft.nodes])
  const isWhole = useDeferredValue(true, all.length <= FIRST)
  const lines = isWhole ? all : all.slice(0, FIRST)
  const stopId = lines.some(({ node }) => node.id === hereId) ? hereId : lines[0]?.node.id
  return lines.map(({ node }) => {
    const marks = marksOf.get(node.id) ?? NONE
    const label = labels.get(node.id) ?? ''
    const editor = editorOf(node, label)
    if (editor !== null) return editor
    return (
      <Line
        key={node.id}
        node={node}
        label={label}
        marks={marks}
        openId={marks.some(({ comment }) => comment.id === openId) ? openId : null}
        isHere={node.id === hereId}
        isStop={node.id === stopId}
        others={others.get(node.id) ?? ''}
        seen={seen.get(node.id) ?? null}
        showsSeen={showsSeen}
        typed={typed.get(node.id)?.text ?? null}
      />
    )
  })
}

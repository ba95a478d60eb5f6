import type { NodeView } from '@bangvang/contract/drafts'
import { textKinds } from '@bangvang/core/drafts/draft'
import { memo, type ReactNode } from 'react'
import { useWords } from '../../lib/words.ts'
import { CriteriaLine } from './criteria-line.tsx'
import { CommentNumber, LineText } from './line-text.tsx'
import { textOf } from './node-words.ts'
import type { PlacedComment } from './placed.ts'
import { WordDiff } from './word-diff.tsx'

export type LineProps = {
  node: NodeView
  /** "Điều 5.", "1.", "a)", as the document numbers itself. */
  label: string
  marks: readonly PlacedComment[]
  /** The open comment, where it is one of the marks. */
  openId: string | null
  isHere: boolean
  /** Reached by Tab: one line of the document is. */
  isStop: boolean
  /** Who else is at this part. */
  others: string
  /** Its text as the reader last saw it, where it has changed since; null: not changed. */
  seen: string | null
  showsSeen: boolean
  /** Words typed over it that are not on the server yet; null: none. */
  typed: string | null
}

const headings: Partial<Record<NodeView['kind'], 'h3' | 'h4'>> = {
  chapter: 'h3',
  article: 'h4',
  section: 'h3',
  heading: 'h4',
}

const isText = (kind: NodeView['kind']): boolean => textKinds.some((one) => one === kind)

function Body({ node, marks, openId, seen, showsSeen, typed }: LineProps) {
  const t = useWords()
  if (!isText(node.kind)) return <CriteriaLine node={node} marks={marks} openId={openId} />
  if (typed !== null) return <span className="pen">{typed}</span>
  const text = textOf(node)
  if (seen !== null && showsSeen) return <WordDiff before={seen} after={text} />
  if (text === '') return <span className="q">{t('draft-work.page.emptyPart')}</span>
  return <LineText field="text" text={text} marks={marks} openId={openId} />
}

/** One part of the document: its number, its words with the quoted ones marked, who is at it. */
export const Line = memo(function Line(props: LineProps) {
  const { node, label, marks, isHere, isStop, others, seen } = props
  const t = useWords()
  const Tag = headings[node.kind] ?? 'p'
  const about = marks.filter(({ range }) => range === null)
  const look = ['line', node.kind, isHere ? 'here' : '', seen === null ? '' : 'fresh'].filter(Boolean)
  const numbers: ReactNode = about.map(({ comment }) => (
    <CommentNumber key={comment.id} id={comment.id} number={comment.number} />
  ))
  return (
    <Tag id={`part-${node.id}`} className={look.join(' ')} data-node={node.id} tabIndex={isStop ? 0 : -1}>
      {others === '' ? null : <span className="presence">{others}</span>}
      {seen === null ? null : <span className="vh">{t('draft-work.unseen.changedMark')}: </span>}
      {label === '' ? null : <span className="lb">{label}</span>}
      <Body {...props} />
      {numbers}
    </Tag>
  )
})

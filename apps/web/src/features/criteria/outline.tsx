import type { NodeView } from '@bangvang/contract/drafts'
import { inOrder } from '@bangvang/core/drafts/tree'
import { isDecimal } from '@bangvang/core/numbers/decimal'
import { CircleAlert, MessageSquare, PencilLine } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { Link } from 'wouter'
import { type Formats, useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { partName } from './part-name.ts'
import { type Move, type Place, placeAfterMove, placeOfDrop, type Side } from './structure.ts'
import type { Editor } from './use-editor.ts'

const moveOfKey: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
}

type Props = {
  editor: Editor
  isLocked: boolean
  selectedId: string | null
  onSelect: (id: string) => void
  /** How many comments stand on a part. */
  commentsOf: (id: string) => number
  draftAddress: string
}

/** Where the mouse is over a row: its upper or lower part, or the middle of one that holds others. */
function sideOf(event: DragEvent<HTMLElement>, node: NodeView): Side {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  const at = (event.clientY - top) / height
  const holds = node.kind === 'section' || node.kind === 'heading'
  if (holds && at > 0.3) return 'inside'
  return at < 0.5 ? 'before' : 'after'
}

/** What is dragged over which part, and what becomes of it when it is let go. */
function useDragging({ nodes, acts }: Editor, isLocked: boolean) {
  const [dragged, setDragged] = useState<NodeView | null>(null)
  const [over, setOver] = useState<{ id: string; side: Side } | null>(null)
  const placeOn = (target: NodeView, side: Side): Place | null =>
    dragged === null ? null : placeOfDrop(nodes, dragged, { target, side })
  const stop = () => {
    setDragged(null)
    setOver(null)
  }
  return (node: NodeView) => ({
    draggable: !isLocked && node.kind !== 'criteriaSet',
    'data-over': over?.id === node.id ? over.side : undefined,
    onDragStart: () => setDragged(node),
    onDragEnd: stop,
    onDragOver: (event: DragEvent<HTMLElement>) => {
      const side = sideOf(event, node)
      if (placeOn(node, side) === null) return
      event.preventDefault()
      setOver({ id: node.id, side })
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      event.preventDefault()
      const place = placeOn(node, sideOf(event, node))
      if (place !== null && dragged !== null) void acts.move(dragged, place)
      stop()
    },
  })
}

function Marks({
  node,
  editor,
  commentsOf,
  draftAddress,
}: Pick<Props, 'editor' | 'commentsOf' | 'draftAddress'> & { node: NodeView }) {
  const t = useWords()
  const faults = editor.faultsAt.get(node.id)?.length ?? 0
  const comments = commentsOf(node.id)
  const code = String(node.content.code ?? '')
  return (
    <span className="marks">
      {editor.rows.has(node.id) ? (
        <span title={t('criteria.edit.unsaved')}>
          <Icon of={PencilLine} className="pen" />
          <span className="vh">{t('criteria.edit.unsaved')}</span>
        </span>
      ) : null}
      {faults === 0 ? null : (
        <span className="err" title={t('criteria.edit.faultsOf', { n: faults })}>
          <Icon of={CircleAlert} />
          <span className="vh">{t('criteria.edit.faultsOf', { n: faults })}</span>
        </span>
      )}
      {comments === 0 ? null : (
        <Link
          href={`${draftAddress}#part-${node.id}`}
          aria-label={t('criteria.edit.commentsOf', { n: comments, code })}
        >
          <Icon of={MessageSquare} /> {comments}
        </Link>
      )}
    </span>
  )
}

/** What a part counts: a criterion's points, a section's sum. */
function amountOf(node: NodeView, { sums }: Editor, format: Formats): string {
  const { maxPoints } = node.content
  if (node.kind === 'section') return format.points(sums.sections.get(node.id) ?? '0')
  return node.kind === 'criterion' && isDecimal(maxPoints) ? format.points(maxPoints) : ''
}

function focusBeside(button: HTMLElement, step: 1 | -1): void {
  const buttons = [...(button.closest('.outline')?.querySelectorAll<HTMLElement>('.part') ?? [])]
  buttons[buttons.indexOf(button) + step]?.focus()
}

/** Every part of the criteria in order; moved by drag or by Alt and the arrows. */
export function Outline(props: Props) {
  const { editor, isLocked, selectedId, onSelect } = props
  const t = useWords()
  const format = useFormat()
  const dragging = useDragging(editor, isLocked)
  const go = (node: NodeView, move: Move) => {
    const place = isLocked ? null : placeAfterMove(editor.nodes, node, move)
    if (place !== null) void editor.acts.move(node, place)
  }
  const press = (event: KeyboardEvent<HTMLElement>, node: NodeView) => {
    const move = moveOfKey[event.key]
    if (move === undefined || (!event.altKey && (move === 'in' || move === 'out'))) return
    event.preventDefault()
    if (event.altKey) go(node, move)
    else focusBeside(event.currentTarget, move === 'up' ? -1 : 1)
  }
  return (
    <ul className="outline" aria-label={t('criteria.edit.outline')}>
      {inOrder(editor.nodes).map(({ node, depth }) => (
        <li key={node.id} className={`row-${node.kind} in-${Math.min(depth, 5)}`} {...dragging(node)}>
          <button
            type="button"
            className="part"
            id={`outline-${node.id}`}
            aria-current={node.id === selectedId ? 'true' : undefined}
            onClick={() => onSelect(node.id)}
            onKeyDown={(event) => press(event, node)}
          >
            <span className="code">{String(node.content.code ?? '')}</span>
            <span className="name">{partName(node.content, t, format) ?? t('criteria.edit.untitled')}</span>
            <span className="amount">{amountOf(node, editor, format)}</span>
          </button>
          <Marks node={node} {...props} />
        </li>
      ))}
    </ul>
  )
}

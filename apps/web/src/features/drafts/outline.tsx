import type { NodeView } from '@bangvang/contract/drafts'
import { inOrder } from '@bangvang/core/drafts/tree'
import { Unlink } from 'lucide-react'
import { memo, useMemo } from 'react'
import { useWords } from '../../lib/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { textOf } from './node-words.ts'
import type { PlacedComment } from './placed.ts'

const levels: readonly NodeView['kind'][] = ['chapter', 'article', 'section', 'heading']

type Entry = { node: NodeView; label: string; isIn: boolean; count: number }

/** The parts an outline names, each with the comments on it and on all it holds, up to the next part named. */
function entriesOf(
  nodes: readonly NodeView[],
  labels: ReadonlyMap<string, string>,
  countOf: (nodeId: string) => number,
): Entry[] {
  const entries: Entry[] = []
  for (const { node } of inOrder(nodes)) {
    if (levels.includes(node.kind)) {
      const isIn = node.kind === 'article' || node.kind === 'heading'
      entries.push({ node, label: labels.get(node.id) ?? '', isIn: isIn && node.parentId !== null, count: 0 })
    }
    const last = entries.at(-1)
    if (last !== undefined) last.count += countOf(node.id)
  }
  return entries
}

type Props = {
  nodes: readonly NodeView[]
  labels: ReadonlyMap<string, string>
  marksOf: ReadonlyMap<string, readonly PlacedComment[]>
  orphans: readonly PlacedComment[]
  /** What an orphan was about, in words. */
  aboutOf: (placed: PlacedComment) => string
  currentId: string | null
  onOpen: (commentId: string) => void
}

/** The outline with how many comments each part has, and the comments that lost their place. */
export const Outline = memo(function Outline(props: Props) {
  const { nodes, labels, marksOf, orphans, aboutOf, currentId, onOpen } = props
  const t = useWords()
  const entries = useMemo(
    () => entriesOf(nodes, labels, (nodeId) => marksOf.get(nodeId)?.length ?? 0),
    [nodes, labels, marksOf],
  )
  return (
    <nav className="toc" aria-label={t('draft-work.toc.label')}>
      <h2>{t('draft-work.toc.title')}</h2>
      <ul>
        {entries.map(({ node, label, isIn, count }) => (
          <li key={node.id} className={isIn ? 'in' : ''}>
            <a href={`#part-${node.id}`} aria-current={node.id === currentId ? 'true' : undefined}>
              <span>
                {label} {textOf(node)}
              </span>
              <span className="n" title={t('draft-work.toc.count', { n: count })}>
                {count === 0 ? '' : count}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {orphans.length === 0 ? null : (
        <>
          <h2>{t('draft-work.toc.orphans')}</h2>
          <ul>
            {orphans.map((one) => (
              <li key={one.comment.id}>
                <a href={`#comment-${one.comment.number}`} onClick={() => onOpen(one.comment.id)}>
                  <span>
                    <Icon of={Unlink} />{' '}
                    {t('draft-work.toc.orphan', { n: one.comment.number, about: aboutOf(one) })}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  )
})

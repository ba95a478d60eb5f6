import type { NodeView } from '@bangvang/contract/drafts'
import { type Citation, citeNodes } from '@bangvang/core/drafts/number'
import { useMemo } from 'react'
import { type Translate, useWords } from '../../lib/words.ts'
import { beginning, textOf } from './node-words.ts'

type Cited = Pick<NodeView, 'id' | 'parentId' | 'position' | 'kind' | 'content'>

const numbered = ['point', 'clause', 'article', 'chapter'] as const

/** What stands before a part in the document: "Điều 5.", "2.", "đ)", "Chương II", a criterion's code. */
export function labelOf({ kind, code, ...numbers }: Citation, t: Translate): string {
  const own = numbered.find((one) => one === kind)
  if (own === undefined) return code ?? ''
  return t(`draft-work.label.${own}`, { n: numbers[own] ?? '' })
}

/** The label of every part that has one, by its id. */
export function useLabels(nodes: readonly Cited[]): ReadonlyMap<string, string> {
  const t = useWords()
  return useMemo(
    () => new Map([...citeNodes(nodes)].map(([id, citation]) => [id, labelOf(citation, t)])),
    [nodes, t],
  )
}

/** A numbered part or one with a code in a sentence; '' of a part that has neither. */
function numberWords({ kind, code, ...numbers }: Citation, t: Translate): string {
  if (code !== null && code !== '') return code
  if (kind === 'chapter') return t('draft-work.cite.chapter', { n: numbers.chapter ?? '' })
  return numbered
    .filter((one) => one !== 'chapter' && numbers[one] !== null)
    .map((one) => t(`draft-work.cite.${one}`, { n: numbers[one] ?? '' }))
    .join(' ')
}

function citeWords(node: Cited, citation: Citation, t: Translate): string {
  const over = numberWords(citation, t)
  if (citation.code || numbered.some((one) => one === node.kind)) return over
  const own = t('draft-work.cite.part', { words: beginning(textOf(node), 32) })
  return over === '' ? own : `${own}, ${over}`
}

/** Names a place in a sentence by its numbers alone. */
export function useCitationWords(): (citation: Citation) => string {
  const t = useWords()
  return (citation) => numberWords(citation, t)
}

/** Names parts in a sentence: "khoản 2 Điều 6", "KT07", "đoạn …"; null is the whole draft. */
export function useCite(nodes: readonly Cited[]): (nodeId: string | null) => string {
  const t = useWords()
  return useMemo(() => {
    const citations = citeNodes(nodes)
    const byId = new Map(nodes.map((node) => [node.id, node]))
    return (nodeId) => {
      if (nodeId === null) return t('draft-work.cite.whole')
      const [node, citation] = [byId.get(nodeId), citations.get(nodeId)]
      return node === undefined || citation === undefined
        ? t('draft-work.cite.gone')
        : citeWords(node, citation, t)
    }
  }, [nodes, t])
}

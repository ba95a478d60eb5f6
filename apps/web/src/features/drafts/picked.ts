/** Words picked in the text of one field of one part, by their place in it. */
export type Picked = { nodeId: string; field: string; start: number; end: number }

const fieldOf = (node: Node | null): HTMLElement | null =>
  (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-field]') ?? null

/** How many characters of the field's own text stand before a place in it; numbers of comments do not count. */
function offsetIn(field: HTMLElement, container: Node, offset: number): number {
  const before = document.createRange()
  before.selectNodeContents(field)
  before.setEnd(container, offset)
  const fragment = before.cloneContents()
  for (const extra of fragment.querySelectorAll('.nref')) extra.remove()
  return fragment.textContent?.length ?? 0
}

/** The words selected in a document, where they lie in one field; surrounding space is left out. Null: none such. */
export function pickedWords(selection: Selection | null, root: Element): Picked | null {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const field = fieldOf(range.startContainer)
  if (field === null || !root.contains(field) || fieldOf(range.endContainer) !== field) return null
  const nodeId = field.closest<HTMLElement>('[data-node]')?.dataset.node
  if (nodeId === undefined) return null
  const from = offsetIn(field, range.startContainer, range.startOffset)
  const to = offsetIn(field, range.endContainer, range.endOffset)
  const text = [...field.childNodes].map((node) => withoutNumbers(node)).join('')
  const words = text.slice(from, to)
  const start = from + (words.length - words.trimStart().length)
  const end = from + words.trimEnd().length
  return start < end ? { nodeId, field: field.dataset.field ?? 'text', start, end } : null
}

function withoutNumbers(node: Node): string {
  if (!(node instanceof Element)) return node.textContent ?? ''
  if (node.matches('.nref')) return ''
  return [...node.childNodes].map(withoutNumbers).join('')
}

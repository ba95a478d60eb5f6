import { LONGEST_TEXT } from './check-content.ts'
import type { NewNode, TextKind } from './draft.ts'
import { numberNodes } from './number.ts'
import { positionsFor } from './position.ts'
import { ordinalOf } from './recognize-mark.ts'

/** A part as it was found; `number` is what it bears in the document: '' where it was told by its style, null of a paragraph. */
export type Part = { id: string; kind: TextKind; parent: Part | null; number: string | null; text: string }

/** A part whose text is longer than one may be keeps its beginning; the rest follows in paragraphs under it. */
export function splitLong(part: Part, newId: () => string): Part[] {
  if (part.text.length <= LONGEST_TEXT) return [part]
  const pieces: string[] = []
  for (let rest = part.text; rest !== ''; ) {
    const cut = cutOf(rest)
    pieces.push(rest.slice(0, cut).trim())
    rest = rest.slice(cut)
  }
  const [first = '', ...others] = pieces
  const parent = part.kind === 'paragraph' ? part.parent : part
  const following = others.map(
    (text): Part => ({ id: newId(), kind: 'paragraph', parent, number: null, text }),
  )
  return [{ ...part, text: first }, ...following]
}

// At the last blank that fits, or between two whole characters.
function cutOf(text: string): number {
  if (text.length <= LONGEST_TEXT) return text.length
  const blank = text.lastIndexOf(' ', LONGEST_TEXT)
  return blank > 0 ? blank + 1 : LONGEST_TEXT - (/[\ud800-\udbff]/.test(text[LONGEST_TEXT - 1] ?? '') ? 1 : 0)
}

/** The parts as nodes, siblings in their order. */
export function placeParts(parts: readonly Part[]): NewNode[] {
  const siblings = new Map<string | null, string[]>()
  for (const { id, parent } of parts) {
    const ids = siblings.get(parent?.id ?? null) ?? []
    ids.push(id)
    siblings.set(parent?.id ?? null, ids)
  }
  const positions = new Map<string, string>()
  for (const ids of siblings.values())
    for (const [index, position] of positionsFor(ids.length).entries())
      positions.set(ids[index] ?? '', position)
  return parts.map(({ id, parent, kind, text }) => ({
    id,
    parentId: parent?.id ?? null,
    position: positions.get(id) ?? '',
    kind,
    content: { text },
  }))
}

/** The ids of parts that bear another number in the document than the one they get here: references to them would lead elsewhere. */
export function differingNumbers(nodes: readonly NewNode[], parts: readonly Part[]): string[] {
  const numbers = numberNodes(nodes)
  return parts.flatMap(({ id, number }) => {
    const own = numbers.get(id)
    if (own === undefined || number === null || number === '') return []
    const isCounted = own.kind === 'chapter' || /^\d+$/.test(number)
    const isSame = isCounted ? ordinalOf(number) === own.ordinal : number.toLowerCase() === own.number
    return isSame ? [] : [id]
  })
}

import { isObject } from '../criteria/by-code.ts'
import type { DraftNode } from './draft.ts'
import { shortestEdit } from './shortest-edit.ts'

export type WordKind = 'same' | 'removed' | 'added'
/** A run of words that both texts have, or only the one before, or only the one after. */
export type WordRun = { kind: WordKind; text: string }

/** One field of a node that people read, and can quote: "text", "title.vi". */
export type FieldWords = { field: string; text: string }

/** Syllables (with their diacritics), runs of blanks, and each other mark by itself. */
const TOKEN = /\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu
/** The fields of a criteria part with words, beside what its measure's options say. */
const WORD_FIELDS = ['text', 'title.vi', 'title.en', 'maxPoints', 'unit', 'guidance.vi', 'guidance.en']

/**
 * What changed from one text to another, word by word: in order, removed before added, what is the same between. Both are compared as NFC:
 * same and removed together are the one before, same and added the one after (issue 3, "reworded word by word").
 */
export function diffWords(before: string, after: string): WordRun[] {
  const [left, right] = [tokensOf(before), tokensOf(after)]
  const runs: WordRun[] = []
  let [x, y] = [0, 0]
  for (const same of [...shortestEdit(left, right), { left: left.length, right: right.length, length: 0 }]) {
    push(runs, 'removed', left.slice(x, same.left).join(''))
    push(runs, 'added', right.slice(y, same.right).join(''))
    push(runs, 'same', left.slice(same.left, same.left + same.length).join(''))
    x = same.left + same.length
    y = same.right + same.length
  }
  return joined(runs)
}

function tokensOf(text: string): string[] {
  return text.normalize('NFC').match(TOKEN) ?? []
}

function push(runs: WordRun[], kind: WordKind, text: string): void {
  if (text !== '') runs.push({ kind, text })
}

/** A blank that stays between two words replaced is replaced with them: "a b" for "c d" reads as one change, not two. */
function joined(runs: readonly WordRun[]): WordRun[] {
  const whole: WordRun[] = []
  runs.forEach((run, index) => {
    const replacement = replacementAtEnd(whole)
    const isBlankBetween =
      /^\s+$/.test(run.text) && replacementAtEnd(runs.slice(index + 1, index + 3)) !== null
    if (replacement === null || (run.kind === 'same' && !isBlankBetween)) {
      whole.push({ ...run })
      return
    }
    if (run.kind !== 'added') replacement.removed.text += run.text
    if (run.kind !== 'removed') replacement.added.text += run.text
  })
  return whole
}

function replacementAtEnd(runs: readonly WordRun[]): { removed: WordRun; added: WordRun } | null {
  const [removed, added] = runs.slice(-2)
  return removed?.kind === 'removed' && added?.kind === 'added' ? { removed, added } : null
}

/** The words of a node that people read and can quote, in the order they are shown. */
export function wordsOf({ content }: Pick<DraftNode, 'content'>): FieldWords[] {
  return [...WORD_FIELDS, ...optionFields(content)].flatMap((field) => {
    const text = textAt(content, field)
    return text === null ? [] : [{ field, text }]
  })
}

function optionFields({ measure }: DraftNode['content']): string[] {
  const options = isObject(measure) && Array.isArray(measure.options) ? measure.options : []
  return options.flatMap((_, index) => [
    `measure.options.${index}.title.vi`,
    `measure.options.${index}.title.en`,
  ])
}

/** The text of one of the node's word fields, or null where it has none of that name. */
export function fieldText(node: Pick<DraftNode, 'content'>, field: string): string | null {
  return wordsOf(node).find((words) => words.field === field)?.text ?? null
}

function textAt(content: unknown, field: string): string | null {
  let value = content
  for (const key of field.split('.')) {
    value = typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? own(value, key) : null
  }
  return typeof value === 'string' ? value : null
}

function own(value: object, key: string): unknown {
  return (value as Record<string, unknown>)[key]
}

/** The content with another text in one of the node's word fields; the content itself stays as it is. */
export function withFieldText(
  content: DraftNode['content'],
  field: string,
  text: string,
): DraftNode['content'] {
  return replaced(content, field.split('.'), text) as DraftNode['content']
}

function replaced(value: unknown, [key, ...rest]: string[], text: string): unknown {
  if (key === undefined) return text
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === key ? replaced(item, rest, text) : item))
  }
  return isObject(value) ? { ...value, [key]: replaced(value[key], rest, text) } : value
}

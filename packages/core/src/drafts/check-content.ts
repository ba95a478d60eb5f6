import { isObject } from '../criteria/by-code.ts'
import type { NodeKind } from './draft.ts'

/** `bad_text`: a control character or half a character that no one can read and no database keeps. */
export type ContentFaultCode = 'wrong_shape' | 'too_long' | 'too_large' | 'bad_text'
/** `field` is the content's own field; null: the content as a whole. */
export type ContentFault = { field: string | null; code: ContentFaultCode }

/** The longest text in a node, in UTF-16 code units. */
export const LONGEST_TEXT = 10_000
/** What a node may hold in all: so many texts' characters and values, nested so deep. */
const MOST_CHARACTERS = 100_000
const MOST_VALUES = 2000
const DEEPEST = 8

const SOUND_TEXT = /^(?:[^\p{Cc}\p{Surrogate}]|[\n\r\t])*$/u
const TEXT_FIELDS = ['text']
const NAMED = ['code', 'title']
/** The fields of scoring.md "The criteria document" without those that hold other parts; the root's format is always the same. */
const CRITERIA_FIELDS = {
  criteriaSet: ['code', 'year', 'title', 'decimals', 'maxPoints', 'bonusCap', 'penaltyCap'],
  section: [...NAMED, 'role', 'cap'],
  heading: NAMED,
  criterion: [
    ...NAMED,
    'maxPoints',
    'measure',
    'rule',
    'bonus',
    'notApplicable',
    'unit',
    'evidence',
    'guidance',
  ],
  gate: [...NAMED, 'effect'],
  grade: [...NAMED, 'atLeast', 'require'],
  tieBreaker: ['section', 'criterion', 'amount'],
} as const

/** The fields that the content of a node of that kind may have. */
export function fieldsOf(kind: NodeKind): readonly string[] {
  switch (kind) {
    case 'chapter':
    case 'article':
    case 'clause':
    case 'point':
    case 'paragraph':
      return TEXT_FIELDS
    default:
      return CRITERIA_FIELDS[kind]
  }
}

/**
 * What keeps a content from being saved in a node of that kind, one fault a field; [] means it can be. Fields are known, texts short and
 * readable. A criteria part may contradict itself while it is drafted: checkCriteria names that (domain.md "Criteria versions").
 */
export function checkContent(kind: NodeKind, content: unknown): ContentFault[] {
  if (!isObject(content)) return [{ field: null, code: 'wrong_shape' }]
  const known = fieldsOf(kind)
  const faults: ContentFault[] = []
  if (Object.keys(content).some((field) => !known.includes(field))) {
    faults.push({ field: null, code: 'wrong_shape' })
  }
  if (known === TEXT_FIELDS && typeof content.text !== 'string') {
    faults.push({ field: 'text', code: 'wrong_shape' })
  }
  for (const field of known) {
    const code = Object.hasOwn(content, field) ? valueFault(content[field]) : null
    if (code !== null) faults.push({ field, code })
  }
  return faults
}

/** The walk keeps its own stack: what came over the wire may be nested without end. */
function valueFault(value: unknown): ContentFaultCode | null {
  const stack = [{ value, depth: 0 }]
  let [values, characters] = [0, 0]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const text = typeof next.value === 'string' ? next.value : ''
    const fault = textFault(text)
    if (fault !== null) return fault
    const inside = insideOf(next.value)
    values += 1
    characters += text.length
    const isDeep = inside.length > 0 && next.depth === DEEPEST
    if (isDeep || values + inside.length > MOST_VALUES || characters > MOST_CHARACTERS) return 'too_large'
    for (const each of inside) stack.push({ value: each, depth: next.depth + 1 })
  }
  return null
}

function textFault(text: string): ContentFaultCode | null {
  if (text.length > LONGEST_TEXT) return 'too_long'
  return SOUND_TEXT.test(text) ? null : 'bad_text'
}

/** What a list or an object holds, an object's keys among it: they are text too. */
function insideOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return isObject(value) ? Object.entries(value).flat() : []
}

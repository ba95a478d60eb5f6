import { isObject } from '../criteria/by-code.ts'
import { parseShare } from './question.ts'

export type QuestionFaultCode =
  | 'wrong_shape'
  | 'unknown_value'
  | 'not_a_share'
  | 'not_an_integer'
  | 'out_of_range'
  | 'empty'
  | 'duplicate_option'

/** `path` counts from the question: `threshold.share`, `options.2`; '' is the question itself. */
export type QuestionFault = { path: string; code: QuestionFaultCode }

const KINDS = ['yesNo', 'choose', 'approve']
const BASES = ['members', 'present', 'cast', 'valid', 'expressed']
const TESTS = ['atLeast', 'moreThan']
const COUNTS = ['present', 'presentOrWritten']
const COMMON = ['kind', 'quorum', 'threshold']
const OF_KIND: Record<string, string[]> = {
  yesNo: [],
  choose: ['options', 'seats', 'maxChoices'],
  approve: ['options', 'seats'],
}

type Fields = Record<string, unknown>

/** Every fault of a question at once, sorted by path; [] means it is a Question (tally.md "The question"). Where the kind is missing or unknown only that is named. */
export function checkQuestion(question: unknown): QuestionFault[] {
  if (!isObject(question)) return [{ path: '', code: 'wrong_shape' }]
  const { kind } = question
  if (kind === undefined) return [{ path: '', code: 'wrong_shape' }]
  if (typeof kind !== 'string' || !KINDS.includes(kind)) return [{ path: 'kind', code: 'unknown_value' }]
  const faults: QuestionFault[] = []
  if (!hasShape(question, [...COMMON, ...(OF_KIND[kind] ?? [])], 'maxRounds')) {
    faults.push({ path: '', code: 'wrong_shape' })
  }
  faults.push(...ruleFaults('quorum', question.quorum, { of: ['members'], test: TESTS, counts: COUNTS }))
  faults.push(...ruleFaults('threshold', question.threshold, { of: BASES, test: TESTS }))
  if (Object.hasOwn(question, 'maxRounds')) faults.push(...numberFaults(question, 'maxRounds'))
  if (kind !== 'yesNo') faults.push(...optionFaults(question.options))
  const options = Array.isArray(question.options) ? question.options.length : undefined
  if (kind !== 'yesNo') faults.push(...numberFaults(question, 'seats', options))
  if (kind === 'choose') faults.push(...numberFaults(question, 'maxChoices', options))
  return faults.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function hasShape(object: Fields, required: readonly string[], optional = ''): boolean {
  return (
    required.every((key) => Object.hasOwn(object, key)) &&
    Object.keys(object).every((key) => required.includes(key) || key === optional)
  )
}

/** A quorum or a threshold: a share, and fields that say of what. A missing one is named at the question. */
function ruleFaults(path: string, rule: unknown, allowed: Record<string, string[]>): QuestionFault[] {
  if (rule === undefined) return []
  if (!isObject(rule)) return [{ path, code: 'wrong_shape' }]
  const faults: QuestionFault[] = []
  if (!hasShape(rule, ['share', ...Object.keys(allowed)])) faults.push({ path, code: 'wrong_shape' })
  if (Object.hasOwn(rule, 'share') && parseShare(rule.share) === null) {
    faults.push({ path: `${path}.share`, code: 'not_a_share' })
  }
  for (const [key, values] of Object.entries(allowed)) {
    const value = rule[key]
    const isKnown = typeof value === 'string' && values.includes(value)
    if (Object.hasOwn(rule, key) && !isKnown) faults.push({ path: `${path}.${key}`, code: 'unknown_value' })
  }
  return faults
}

/** A whole number from 1 to `most`. A missing one is named at the question. */
function numberFaults(question: Fields, path: string, most = Number.MAX_SAFE_INTEGER): QuestionFault[] {
  const value = question[path]
  if (value === undefined) return []
  if (typeof value !== 'number' || !Number.isInteger(value)) return [{ path, code: 'not_an_integer' }]
  return value >= 1 && value <= most ? [] : [{ path, code: 'out_of_range' }]
}

function optionFaults(options: unknown): QuestionFault[] {
  if (options === undefined) return []
  if (!Array.isArray(options)) return [{ path: 'options', code: 'wrong_shape' }]
  if (options.length === 0) return [{ path: 'options', code: 'empty' }]
  return options.flatMap((option, index): QuestionFault[] => {
    const path = `options.${index}`
    if (typeof option !== 'string' || option === '') return [{ path, code: 'wrong_shape' }]
    return options.indexOf(option) < index ? [{ path, code: 'duplicate_option' }] : []
  })
}

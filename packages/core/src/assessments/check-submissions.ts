import { isObject } from '../criteria/by-code.ts'
import type { CriteriaDocument, Criterion } from '../criteria/document.ts'
import { listCriteria } from '../criteria/list.ts'
import { type AnswerFaultCode, checkAnswer, checkOverride } from './check-answer.ts'

export type SubmissionFaultCode = AnswerFaultCode | 'unknown_criterion' | 'unknown_gate' | 'duplicate_unit'

/** `unit` is null where the submission names none; `path` counts from the submission: `answers.KT01.target`. */
export type SubmissionFault = { unit: string | null; path: string; code: SubmissionFaultCode }

type PathFault = { path: string; code: SubmissionFaultCode }
type CheckOne = typeof checkAnswer
type Known = { document: CriteriaDocument; criteria: Map<string, Criterion>; gates: Set<unknown> }

const FIELDS = ['unit', 'answers', 'overrides', 'gates']

/**
 * Every fault of the submissions at once: in the order given, each one's sorted by path, then code; [] means they are
 * Submission[] (scoring.md "A submission"). No list at all is named at `submissions`.
 */
export function checkSubmissions(document: CriteriaDocument, submissions: unknown): SubmissionFault[] {
  if (!Array.isArray(submissions)) return [{ unit: null, path: 'submissions', code: 'wrong_shape' }]
  const known: Known = {
    document,
    criteria: new Map(listCriteria(document).map(({ criterion }) => [criterion.code, criterion])),
    gates: new Set(document.gates?.map((gate) => gate.code)),
  }
  const seen = new Set<string>()
  return submissions.flatMap((submission) => {
    const faults = checkSubmission(known, submission)
    const unit = isObject(submission) && typeof submission.unit === 'string' ? submission.unit : null
    if (unit !== null && seen.has(unit)) faults.push({ path: 'unit', code: 'duplicate_unit' })
    if (unit !== null) seen.add(unit)
    return faults.sort(byPathThenCode).map((fault) => ({ unit, ...fault }))
  })
}

function byPathThenCode(a: PathFault, b: PathFault): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.code < b.code ? -1 : 1
}

function checkSubmission(known: Known, submission: unknown): PathFault[] {
  if (!isObject(submission)) return [{ path: '', code: 'wrong_shape' }]
  const faults: PathFault[] = Object.keys(submission)
    .filter((field) => !FIELDS.includes(field))
    .map((path) => ({ path, code: 'wrong_shape' }))
  if (typeof submission.unit !== 'string') faults.push({ path: 'unit', code: 'wrong_shape' })
  checkByCode({ known, faults, check: checkAnswer }, 'answers', submission.answers)
  if (Object.hasOwn(submission, 'overrides')) {
    checkByCode({ known, faults, check: checkOverride }, 'overrides', submission.overrides)
  }
  if (Object.hasOwn(submission, 'gates')) faults.push(...gateFaults(known.gates, submission.gates))
  return faults
}

type Checking = { known: Known; faults: PathFault[]; check: CheckOne }

function checkByCode({ known, faults, check }: Checking, field: string, byCode: unknown): void {
  if (!isObject(byCode)) {
    faults.push({ path: field, code: 'wrong_shape' })
    return
  }
  for (const [code, given] of Object.entries(byCode)) {
    const base = `${field}.${code}`
    const criterion = known.criteria.get(code)
    if (criterion === undefined) {
      faults.push({ path: base, code: 'unknown_criterion' })
      continue
    }
    for (const fault of check(known.document, criterion, given)) {
      faults.push({ path: fault.path === '' ? base : `${base}.${fault.path}`, code: fault.code })
    }
  }
}

function gateFaults(known: Set<unknown>, gates: unknown): PathFault[] {
  if (!Array.isArray(gates)) return [{ path: 'gates', code: 'wrong_shape' }]
  const names = gates.filter((gate) => typeof gate === 'string')
  const unknown = [...new Set(names)].filter((gate) => !known.has(gate))
  const faults: PathFault[] = unknown.map((gate) => ({ path: `gates.${gate}`, code: 'unknown_gate' }))
  if (names.length < gates.length) faults.push({ path: 'gates', code: 'wrong_shape' })
  return faults
}

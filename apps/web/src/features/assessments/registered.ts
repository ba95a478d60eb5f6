import type { AssessmentView } from '@bangvang/contract/assessments'
import type { TargetChangeView } from '@bangvang/contract/pacts'
import type { CriteriaDocument, Criterion } from '@bangvang/core/criteria/document'
import { readDecimal } from '@bangvang/core/numbers/read-decimal'
import {
  type ChangedTarget,
  changedTarget,
  isSameTarget,
  reasonFor,
} from '@bangvang/core/pacts/changed-target'
import { typedNumber } from '../../lib/typed-answer.ts'
import { type Language, type Reading, readTyped, type Typed, untyped } from './grid-model.ts'

/** The registered targets of a unit, by criterion code. */
export type Registered = ReadonlyMap<string, string>
/** A row that reports against another target than the registered one. */
export type RowChange = ChangedTarget & {
  /** Why, said of this very target; undefined where nobody has yet. */
  reason: TargetChangeView | undefined
  /** The number of the last reason given for the row, 0 for none. */
  seen: number
}

/** What a row shows before anything is stored: the registered target, which nothing is saved for. */
export function prefilled(registered: string | undefined, language: Language): Typed {
  return registered === undefined
    ? untyped
    : { ...untyped, texts: { target: typedNumber(registered, language) } }
}

/** What the cells say; the registered target alone is no answer begun (decision 0011). */
export function readRow(
  facts: { document: CriteriaDocument; registered: Registered },
  criterion: Criterion,
  typed: Typed,
): Reading {
  const reading = readTyped(facts.document, criterion, typed)
  const registered = facts.registered.get(criterion.code)
  if (reading.kind !== 'incomplete' || registered === undefined) return reading
  const target = readDecimal(typed.texts.target ?? '')
  const isAlone = !reading.missing.includes('target') && target.ok && isSameTarget(target.decimal, registered)
  return isAlone ? { kind: 'answer', answer: null } : reading
}

/** How a row's answer differs from the registered target, with the reason for it; null where it does not. */
export function rowChange(
  assessment: Pick<AssessmentView, 'registered' | 'targetChanges'>,
  criterionCode: string,
  reading: Reading,
): RowChange | null {
  const registered = assessment.registered.find((one) => one.criterionCode === criterionCode)
  if (registered === undefined || reading.kind !== 'answer') return null
  const changed = changedTarget({ ...registered, note: '' }, reading.answer)
  if (changed === null) return null
  const given = assessment.targetChanges.filter((one) => one.criterionCode === criterionCode)
  return { ...changed, reason: reasonFor(changed, given), seen: given.at(-1)?.number ?? 0 }
}

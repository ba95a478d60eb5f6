import type { Answer } from '../assessments/answer.ts'
import { entryOf } from '../criteria/by-code.ts'
import { compareDecimals, isDecimal } from '../numbers/decimal.ts'
import type { RegisteredTarget } from './registration.ts'

/** A target that is not the registered one; `target` null: the unit says it was given none (not applicable). */
export type ChangedTarget = { criterionCode: string; registered: string; target: string | null }

/** Why a unit changed a target, said of that very target. */
export type TargetReason = { target: string | null; reason: string }

/** Whether two targets are the same number; "10" and "10.0" are. */
export function isSameTarget(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  return isDecimal(a) && isDecimal(b) ? compareDecimals(a, b) === 0 : a === b
}

/**
 * How an answer's target differs from the registered one; null where it does not, or where nothing is answered yet
 * (issue 4, "The pact": a target changed since is shown as changed).
 */
export function changedTarget(registered: RegisteredTarget, answer: Answer | null): ChangedTarget | null {
  if (answer === null) return null
  const target = 'target' in answer ? answer.target : null
  if (isSameTarget(registered.target, target)) return null
  return { criterionCode: registered.criterionCode, registered: registered.target, target }
}

/** Every target a unit's answers changed, in the order of the registered ones. */
export function changedTargets(
  registered: readonly RegisteredTarget[],
  answers: Readonly<Record<string, Answer | null>>,
): ChangedTarget[] {
  return registered.flatMap((one) => {
    const changed = changedTarget(one, entryOf(answers, one.criterionCode) ?? null)
    return changed === null ? [] : [changed]
  })
}

/** The reason given for this very change: the last one said of its target; undefined where there is none. */
export function reasonFor<R extends TargetReason>(
  changed: Pick<ChangedTarget, 'target'>,
  reasons: readonly R[],
): R | undefined {
  return reasons.findLast(({ target }) => isSameTarget(target, changed.target))
}

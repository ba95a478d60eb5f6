import { answerFields } from '../assessments/answer.ts'
import { type AnswerFaultCode, checkAnswer } from '../assessments/check-answer.ts'
import type { CriteriaDocument, Criterion, Measure, Text } from '../criteria/document.ts'
import { findCriterion, listCriteria, type PlacedCriterion } from '../criteria/list.ts'

/** What a unit undertakes to reach for one criterion: a decimal string in the criterion's own unit. */
export type RegisteredTarget = { criterionCode: string; target: string; note: string }
/** A movement (phong trào thi đua) the unit undertakes to launch. */
export type RegisteredMovement = { title: string; content: string }

/** One unit's registration as it is signed and hashed; targets by code, movements in the order they were entered. */
export type RegistrationContent = {
  format: 'bangvang.registration/1'
  season: { id: string; year: number; clusterName: Text }
  unit: { code: string; name: string }
  /** The criteria the targets were set by. */
  criteria: { number: number; sha256: string }
  targets: RegisteredTarget[]
  movements: RegisteredMovement[]
}

/** Whether an answer to this measure names a target, so that one can be registered (scoring.md "Measure"). */
export function takesTarget(measure: Measure): boolean {
  return answerFields(measure).includes('target')
}

/** The criteria a unit registers targets for, in document order. */
export function listTargetCriteria(document: CriteriaDocument): PlacedCriterion[] {
  return listCriteria(document).filter(({ criterion }) => takesTarget(criterion.measure))
}

/** What is wrong with a target of this criterion, as an answer with that target would have it; null: nothing. */
export function targetFault(
  document: CriteriaDocument,
  criterion: Criterion,
  target: string,
): AnswerFaultCode | null {
  if (!takesTarget(criterion.measure)) return 'wrong_shape'
  return checkAnswer(document, criterion, { target, actual: '0' })[0]?.code ?? null
}

export type TargetFault = { criterionCode: string; code: AnswerFaultCode | 'unknown_criterion' }

/** Every target that the criteria in force do not take: they may have changed since it was registered. */
export function targetFaults(
  document: CriteriaDocument,
  targets: readonly RegisteredTarget[],
): TargetFault[] {
  return targets.flatMap(({ criterionCode, target }): TargetFault[] => {
    const placed = findCriterion(document, criterionCode)
    if (placed === undefined) return [{ criterionCode, code: 'unknown_criterion' }]
    const code = targetFault(document, placed.criterion, target)
    return code === null ? [] : [{ criterionCode, code }]
  })
}

type Parts = Omit<RegistrationContent, 'format'>

/** What the leader signs; its hash is sha256(canonicalJson(content)). Fields that are not hashed are left behind. */
export function registrationContent({
  season,
  unit,
  criteria,
  targets,
  movements,
}: Parts): RegistrationContent {
  return {
    format: 'bangvang.registration/1',
    season: { id: season.id, year: season.year, clusterName: season.clusterName },
    unit: { code: unit.code, name: unit.name },
    criteria: { number: criteria.number, sha256: criteria.sha256 },
    targets: targets
      .map(({ criterionCode, target, note }) => ({ criterionCode, target, note }))
      .sort((a, b) => (a.criterionCode < b.criterionCode ? -1 : 1)),
    movements: movements.map(({ title, content }) => ({ title, content })),
  }
}

import type { AnswerView } from '@bangvang/contract/assessments'
import type { Stored } from './store.ts'

/** A stored answer as the wire shows it. */
export function answerView(criterionCode: string, stored: Stored): AnswerView {
  const { answer, note, version, updatedAt, updatedBy } = stored
  return { criterionCode, answer, note, version, updatedAt, updatedBy }
}

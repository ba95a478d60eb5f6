import type { CriteriaDocument, Criterion } from '../criteria/document.ts'

export type AnswerFaultCode =
  | 'wrong_shape'
  | 'not_a_decimal'
  | 'not_positive'
  | 'negative'
  | 'exceeds_whole'
  | 'not_an_integer'
  | 'unknown_option'
  | 'duplicate_option'
  | 'out_of_range'
  | 'not_a_step'
  | 'too_precise'
  | 'not_applicable_forbidden'

/** `path` is relative to the answer: '' the answer itself, or its field ('target'). */
export type AnswerFault = { path: string; code: AnswerFaultCode }

/** Every fault of an answer to this criterion, one a field, sorted by path; [] means it is an Answer that scores. */
export declare function checkAnswer(
  document: CriteriaDocument,
  criterion: Criterion,
  answer: unknown,
): AnswerFault[]

/** Every fault of an appraiser's override of this criterion, as checkAnswer gives those of an answer. */
export declare function checkOverride(
  document: CriteriaDocument,
  criterion: Criterion,
  override: unknown,
): AnswerFault[]

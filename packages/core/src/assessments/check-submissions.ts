import type { CriteriaDocument } from '../criteria/document.ts'
import type { AnswerFaultCode } from './check-answer.ts'

export type SubmissionFaultCode = AnswerFaultCode | 'unknown_criterion' | 'unknown_gate' | 'duplicate_unit'

/** `unit` is null where the submission names none; `path` counts from the submission: `answers.KT01.target`. */
export type SubmissionFault = { unit: string | null; path: string; code: SubmissionFaultCode }

/**
 * Every fault of the submissions at once: in the order given, each one's sorted by path, then code; [] means they are
 * Submission[] (scoring.md "A submission").
 */
export declare function checkSubmissions(document: CriteriaDocument, submissions: unknown): SubmissionFault[]

import type { Answer } from '../assessments/answer.ts'
import type { CriteriaDocument } from '../criteria/document.ts'
import { listCriteria } from '../criteria/list.ts'

/** A criterion still to be answered, or answered without the evidence it requires. */
export type Missing = { criterionCode: string; what: 'answer' | 'evidence' }

export type SheetFacts = {
  /** What is stored, by criterion code; null where only a note is. */
  answers: ReadonlyMap<string, Answer | null>
  /** The criteria that have a file. */
  evidenced: ReadonlySet<string>
}

/** What a sheet still lacks, in document order; what does not apply needs no evidence, and a zero is an answer (screens.md 3). */
export function listMissing(document: CriteriaDocument, { answers, evidenced }: SheetFacts): Missing[] {
  return listCriteria(document).flatMap(({ criterion: { code, evidence } }): Missing[] => {
    const answer = answers.get(code) ?? null
    if (answer === null) return [{ criterionCode: code, what: 'answer' }]
    const lacks = evidence === 'required' && !('notApplicable' in answer) && !evidenced.has(code)
    return lacks ? [{ criterionCode: code, what: 'evidence' }] : []
  })
}

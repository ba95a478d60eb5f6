import type { Answer, Override, Submission } from '../assessments/answer.ts'
import { putEntry } from '../criteria/by-code.ts'

/** What the appraisers decided on one cell: the self answer stands, another answer counts, or points are set. */
export type AppraisalDecision =
  | { kind: 'kept' }
  | { kind: 'corrected'; answer: Answer }
  | { kind: 'overridden'; points: string; bonus?: string }

export type UnitLayers = {
  unit: string
  /** The latest self-assessment, by criterion code. */
  selfAnswers: Readonly<Record<string, Answer>>
  /** The latest decision of the appraisers, by criterion code. */
  decisions: Readonly<Record<string, AppraisalDecision>>
  /** The codes of the gates that apply. */
  gates: readonly string[]
}

/**
 * What counts of a unit's layers: the latest in the order self, appraised (domain.md "Scores are kept in layers"). An
 * override leaves the self answer standing beside it; without overrides or gates the submission has no such field.
 */
export function effectiveSubmission({ unit, selfAnswers, decisions, gates }: UnitLayers): Submission {
  const answers: Record<string, Answer> = {}
  const overrides: Record<string, Override> = {}
  for (const [code, answer] of Object.entries(selfAnswers)) putEntry(answers, code, answer)
  for (const [code, decision] of Object.entries(decisions)) {
    switch (decision.kind) {
      case 'kept':
        break
      case 'corrected':
        putEntry(answers, code, decision.answer)
        break
      case 'overridden':
        putEntry(overrides, code, overrideOf(decision))
        break
    }
  }
  return {
    unit,
    answers,
    ...(Object.keys(overrides).length > 0 ? { overrides } : {}),
    ...(gates.length > 0 ? { gates: [...gates].sort() } : {}),
  }
}

function overrideOf({ points, bonus }: { points: string; bonus?: string }): Override {
  return bonus === undefined ? { points } : { points, bonus }
}

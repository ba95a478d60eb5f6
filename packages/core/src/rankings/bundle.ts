import type { AppraisalDecision } from '../appraisals/effective.ts'
import type { Answer, Submission } from '../assessments/answer.ts'
import type { UnitResult } from '../assessments/result.ts'
import { compileCriteria, scoreUnits } from '../assessments/score.ts'
import type { CriteriaDocument, Text } from '../criteria/document.ts'
import { canonicalJson } from '../numbers/canonical.ts'
import { effectiveSubmissions } from './effective-submissions.ts'
import { type RankingRow, rankUnits } from './rank.ts'

export { type BundleDifference, type BundleFault, type BundleVerdict, verifyBundle } from './verify-bundle.ts'

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex; given by the caller, since core has no cryptography. */
export type Sha256 = (utf8: string) => string

export type BundledEvidence = { id: string; name: string; sha256: string; size: number }
export type BundledAnswer = { answer: Answer | null; note: string; evidence: BundledEvidence[] }

/** A unit's signed-off self-assessment; `sha256` is that of canonicalJson(answers). Times are ISO 8601, UTC. */
export type SelfLayer = {
  unit: string
  number: number
  submittedAt: string
  isLate: boolean
  submittedBy: string
  signedOffBy: string
  sha256: string
  answers: Record<string, BundledAnswer>
}
export type AppraisedLayer = {
  unit: string
  criterion: string
  number: number
  decision: AppraisalDecision
  reason: string
  by: string
  at: string
}
export type GateLayer = {
  unit: string
  gate: string
  applies: boolean
  number: number
  reason: string
  by: string
  at: string
}
export type BundledComment = {
  id: string
  anchor: string | null
  body: string
  by: string
  at: string
  answer: { kind: string; body: string; by: string; at: string } | null
}

/** What a ranking is made from; every layer that ever was may stand in it, the highest number counts. */
export type BundleParts = {
  season: { id: string; clusterCode: string; clusterName: Text; year: number; chairUnit: string }
  units: { code: string; name: string }[]
  criteria: CriteriaDocument
  /** `adoptedOn` is yyyy-MM-dd; `sha256` is that of canonicalJson(criteria). */
  criteriaVersion: { number: number; sha256: string; adoptedOn: string; legalBasis: string }
  layers: { self: SelfLayer[]; appraised: AppraisedLayer[]; gates: GateLayer[] }
  comments: BundledComment[]
  /** The head of the season's journal when it was finalized. */
  journal: { chain: string; number: number; hash: string }
  finalizedAt: string
  finalizedBy: { name: string; role: string; unit: string }
}

/** The frozen ranking with everything it was made from; `sha256` is that of canonicalJson(content). */
export type RankingBundle = {
  format: 'bangvang.ranking/1'
  sha256: string
  content: BundleParts & { submissions: Submission[]; results: UnitResult[]; ranking: RankingRow[] }
}

/** Makes the bundle: the effective submissions of the layers, in the order of `units`, their results and ranking, the hash. */
export function composeBundle(parts: BundleParts, sha256: Sha256): RankingBundle {
  const submissions = effectiveSubmissions(parts)
  const results = scoreUnits(compileCriteria(parts.criteria), submissions)
  const content = { ...parts, submissions, results, ranking: rankUnits(parts.criteria, results) }
  return { format: 'bangvang.ranking/1', sha256: sha256(canonicalJson(content)), content }
}

import { type Phase, phases, type SeasonFacts } from './season.ts'

export type MovePhaseRefusal =
  | { reason: 'phase-not-next' }
  | { reason: 'criteria-not-adopted' }
  | { reason: 'ranking-not-finalized' }
export type MovePhaseDecision = { ok: true; phase: Phase } | { ok: false; refusal: MovePhaseRefusal }

/**
 * A phase opens by an act of the chair, one after another (domain.md, "The season"). Opening needs adopted
 * criteria; `finalized` is reached by finalizing the ranking alone.
 */
export function movePhase(season: SeasonFacts & { hasCriteria: boolean }, to: Phase): MovePhaseDecision {
  if (phases.indexOf(to) !== phases.indexOf(season.phase) + 1)
    return { ok: false, refusal: { reason: 'phase-not-next' } }
  if (to === 'finalized') return { ok: false, refusal: { reason: 'ranking-not-finalized' } }
  if (to === 'open' && !season.hasCriteria) return { ok: false, refusal: { reason: 'criteria-not-adopted' } }
  return { ok: true, phase: to }
}

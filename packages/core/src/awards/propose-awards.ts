import type { UnitResult } from '../assessments/result.ts'
import type { CriteriaDocument } from '../criteria/document.ts'
import type { RankingRow } from '../rankings/rank.ts'
import type { AwardKind } from './award-kind.ts'

/** A unit as it stands in the ranking, with the gates that apply to it. */
export type AwardStanding = RankingRow &
  Pick<UnitResult, 'grade' | 'ranked' | 'awardable'> & { gates: readonly string[] }

export type AwardCandidate = { unit: string; rank: number; tiedWith: string[] }
export type AwardExclusion =
  | { unit: string; reason: 'gate'; gates: string[] }
  | { unit: string; reason: 'grade'; grade: string | null }
  | { unit: string; reason: 'otherAward'; award: string }

/** Who may be proposed for one kind, best first; `proposed` fit the quota, `tied` share the rank that no longer does. */
export type AwardSuggestion = {
  kind: string
  eligible: AwardCandidate[]
  proposed: string[]
  tied: string[]
  placesLeft: number
  excluded: AwardExclusion[]
}

type Taken = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Who may be proposed for each award, from the ranking, draft or final (domain.md "Awards"; scoring.md `awardable`).
 * Ties stay ties: units that share the last place are named, and none of them is chosen. Kinds go in their order; who
 * is proposed for one, or stands as `taken` by award code, is left out of those it does not go with.
 */
export function proposeAwards(
  facts: {
    document: Pick<CriteriaDocument, 'gates' | 'grades'>
    standings: readonly AwardStanding[]
    taken?: Taken
  },
  kinds: readonly AwardKind[],
): AwardSuggestion[] {
  const taken = new Map([...(facts.taken ?? [])].map(([code, units]) => [code, new Set(units)]))
  return [...kinds]
    .sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1))
    .map((kind) => {
      const suggestion = suggest(kind, facts, taken)
      const held = taken.get(kind.code) ?? new Set<string>()
      // What is proposed already counts; a mere suggestion counts where nothing is proposed yet.
      if (held.size === 0) taken.set(kind.code, new Set(suggestion.proposed))
      return suggestion
    })
}

function suggest(
  kind: AwardKind,
  {
    document,
    standings,
  }: { document: Pick<CriteriaDocument, 'gates' | 'grades'>; standings: readonly AwardStanding[] },
  taken: Taken,
): AwardSuggestion {
  const excluded: AwardExclusion[] = []
  const eligible: AwardCandidate[] = []
  for (const standing of standings) {
    const exclusion = exclusionOf(kind, document, { standing, taken })
    if (exclusion !== null) excluded.push(exclusion)
    else if (standing.rank !== null)
      eligible.push({ unit: standing.unit, rank: standing.rank, tiedWith: standing.tiedWith })
  }
  const proposed: string[] = []
  for (const rank of new Set(eligible.map((candidate) => candidate.rank))) {
    const sharing = eligible.filter((candidate) => candidate.rank === rank).map(({ unit }) => unit)
    const placesLeft = kind.quota - proposed.length
    if (placesLeft === 0) break
    if (sharing.length > placesLeft)
      return { kind: kind.code, eligible, proposed, tied: sharing, placesLeft, excluded }
    proposed.push(...sharing)
  }
  return { kind: kind.code, eligible, proposed, tied: [], placesLeft: kind.quota - proposed.length, excluded }
}

function exclusionOf(
  kind: AwardKind,
  { gates = [], grades = [] }: Pick<CriteriaDocument, 'gates' | 'grades'>,
  { standing, taken }: { standing: AwardStanding; taken: Taken },
): AwardExclusion | null {
  const { unit, grade } = standing
  if (!standing.ranked || !standing.awardable) {
    const barring = gates.filter(({ effect }) => effect.kind !== 'gradeCap').map(({ code }) => code)
    return { unit, reason: 'gate', gates: standing.gates.filter((code) => barring.includes(code)) }
  }
  const order = grades.map(({ code }) => code)
  const isBelow = (wanted: string) => grade === null || order.indexOf(grade) > order.indexOf(wanted)
  if (kind.minGrade !== null && isBelow(kind.minGrade)) return { unit, reason: 'grade', grade }
  const award = kind.notWith.find((code) => taken.get(code)?.has(unit))
  return award === undefined ? null : { unit, reason: 'otherAward', award }
}

export type ProposalRefusal = { reason: 'unit-not-eligible' } | { reason: 'award-order-unexplained' }

/** A unit is proposed where it is eligible; one that a better-placed unit is passed over for, with a reason. */
export function mayPropose(
  suggestion: AwardSuggestion,
  { unit, reason }: { unit: string; reason: string },
): { ok: true } | { ok: false; refusal: ProposalRefusal } {
  if (!suggestion.eligible.some((candidate) => candidate.unit === unit))
    return { ok: false, refusal: { reason: 'unit-not-eligible' } }
  const isNext = suggestion.proposed.includes(unit) || suggestion.tied.includes(unit)
  if (!isNext && reason.trim() === '') return { ok: false, refusal: { reason: 'award-order-unexplained' } }
  return { ok: true }
}

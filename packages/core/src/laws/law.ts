/** Kinds of documents on the shelf: luật, nghị định, thông tư, quyết định, hướng dẫn, quy chế, khác. */
export const lawKinds = ['law', 'decree', 'circular', 'decision', 'guidance', 'regulation', 'other'] as const
export type LawKind = (typeof lawKinds)[number]

/** What names a law as its basis: a draft, a criteria version, a threshold of a vote, a kind of award. */
export const citationKinds = ['draft', 'criteriaVersion', 'ballotThreshold', 'awardKind'] as const
export type CitationKind = (typeof citationKinds)[number]

/** One law takes the place of another: wholly, or in the part that `note` names. */
export type Replacement = { lawId: string; isInPart: boolean; note: string }

/** What of a law decides whether it stands. Days are ISO dates, `effectiveTo` the last in force; null: not known, or no end set. */
export type LawFacts = {
  id: string
  number: string
  issuedOn: string | null
  effectiveFrom: string | null
  effectiveTo: string | null
  replaces: readonly Replacement[]
}

/** `unknown`: nobody has entered from when. */
export const lawStates = ['inForce', 'notYet', 'ended', 'unknown'] as const
export type LawState = (typeof lawStates)[number]

/** Whether a law stands on a day (ISO date) by its own dates, both ends included; see replacementOf for what took its place. */
export function lawInForce(
  { issuedOn, effectiveFrom, effectiveTo }: Pick<LawFacts, 'issuedOn' | 'effectiveFrom' | 'effectiveTo'>,
  day: string,
): LawState {
  if (effectiveTo !== null && effectiveTo < day) return 'ended'
  const beginning = effectiveFrom ?? issuedOn
  if (beginning !== null && day < beginning) return 'notYet'
  return effectiveFrom === null ? 'unknown' : 'inForce'
}

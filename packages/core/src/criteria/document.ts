/** Words in both languages, as they stand in a criteria document. */
export type Text = { vi: string; en: string }

export type Better = 'higher' | 'lower'
export type Side = 'below' | 'above'
/** How steps are counted: as a fraction, rounded down, rounded up. */
export type StepCount = 'exact' | 'completed' | 'started'

export type Option = { key: string; title: Text; points: string }

/** What a unit reports for a criterion (scoring.md "Measure"). */
export type Measure =
  | { kind: 'value' }
  | { kind: 'achievement'; better: Better }
  | { kind: 'gap'; better: Better }
  | { kind: 'share' }
  | { kind: 'count' }
  | { kind: 'rank'; better: Better }
  | { kind: 'choice'; options: Option[] }
  | { kind: 'checklist'; options: Option[] }
  | { kind: 'judgement'; step?: string }

export type LinearRule = { kind: 'linear'; zeroAt: string; fullAt: string }
export type StepsRule = {
  kind: 'steps'
  from: string
  side: Side
  per: string
  points: string
  count: StepCount
  zeroPast?: string
}
export type Tier = { bound: string; points: string }
export type TiersRule = { kind: 'tiers'; better: Better; tiers: Tier[] }
export type PerUnitRule = { kind: 'perUnit'; points: string }
export type PlacesRule = { kind: 'places'; step: string }
export type PlaceTableRule = { kind: 'placeTable'; points: string[] }

/** The points that a measure makes (scoring.md "Rule"). */
export type Rule = LinearRule | StepsRule | TiersRule | PerUnitRule | PlacesRule | PlaceTableRule

export type Bonus = { from: string; side: Side; per: string; points: string; count: StepCount; cap: string }

export type EvidenceNeed = 'required' | 'optional' | 'none'
export type NotApplicable = 'rescale' | 'full'

export type Criterion = {
  code: string
  title: Text
  /** Decimal string, more than 0. */
  maxPoints: string
  measure: Measure
  /** Present for the five numeric measures and for rank, absent otherwise. */
  rule?: Rule
  bonus?: Bonus
  notApplicable?: NotApplicable
  /** What its numbers count: "%", "tỷ đồng". */
  unit?: string
  evidence?: EvidenceNeed
  guidance?: Text
}

export type Heading = { code: string; title: Text; criteria: (Heading | Criterion)[] }

export type SectionRole = 'scored' | 'bonus' | 'penalty'
export type Section = {
  code: string
  title: Text
  role: SectionRole
  /** Decimal string; null or absent: none. */
  cap?: string | null
  criteria: (Heading | Criterion)[]
}

export type GateEffect =
  | { kind: 'unranked' }
  | { kind: 'noAward' }
  | { kind: 'hold' }
  | { kind: 'gradeCap'; grade: string }
export type Gate = { code: string; title: Text; effect: GateEffect }

export type Grade = {
  code: string
  title: Text
  atLeast: string
  require?: { section: string; atLeast: string }[]
}

export type Amount = 'scored' | 'bonus' | 'penalty'
export type TieBreaker = { section: string } | { criterion: string } | { amount: Amount }

/** A sound criteria document, `bangvang.criteria/1`: what checkCriteria finds no fault with. */
export type CriteriaDocument = {
  format: 'bangvang.criteria/1'
  code: string
  year: number
  title: Text
  /** Digits after the point of every amount: 0 to 3. */
  decimals: number
  maxPoints: string
  sections: Section[]
  bonusCap?: string | null
  penaltyCap?: string | null
  gates?: Gate[]
  grades?: Grade[]
  tieBreakers?: TieBreaker[]
}

/** Whether a node of a section is a heading, which only groups, and not a criterion, which scores. */
export function isHeading(node: Heading | Criterion): node is Heading {
  return 'criteria' in node
}

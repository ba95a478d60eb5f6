import type { BasisView, LawView } from '@bangvang/contract/laws'
import { basisWarnings } from '@bangvang/core/laws/basis'
import { lawInForce } from '@bangvang/core/laws/law'

/** A law with where it stands on a day. */
export type FlaggedLaw = LawView & Pick<BasisView, 'state' | 'replacedBy' | 'isUncertain'>

/** Every law of the shelf with where it stands on a day (ISO date). */
export function flagLaws(laws: readonly LawView[], day: string): FlaggedLaw[] {
  const ids = laws.map(({ id }) => id)
  const warnings = new Map(basisWarnings(ids, laws, day).map((warning) => [warning.lawId, warning]))
  return laws.map((law) => ({
    ...law,
    state: lawInForce(law, day),
    replacedBy: warnings.get(law.id)?.replacedBy ?? [],
    isUncertain: law.uncertainty !== '',
  }))
}

/** Whether a law can be named as it is: in force, and nothing has taken its place. */
export const isStanding = ({ state, replacedBy }: FlaggedLaw): boolean =>
  state === 'inForce' && replacedBy.length === 0

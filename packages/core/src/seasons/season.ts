/** The phases of a season in their order (domain.md, "The season"). */
export const phases = ['preparing', 'open', 'appraisal', 'deliberation', 'finalized', 'archived'] as const
export type Phase = (typeof phases)[number]

export const deadlineKinds = ['assessment', 'appraisal', 'comments'] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** What a policy needs to know of a season. */
export type SeasonFacts = { id: string; phase: Phase; chairUnitId: string; viceChairUnitId: string | null }

/** A deadline as set once: for all (unitId null) or for one unit; later rows are extensions. */
export type Deadline = { kind: DeadlineKind; unitId: string | null; at: Date; createdAt: Date }

/** Whether a phase is at or past another. */
export function hasReached(phase: Phase, wanted: Phase): boolean {
  return phases.indexOf(phase) >= phases.indexOf(wanted)
}

/**
 * The deadline that holds for one unit: the latest set for all or the latest set for it, whichever is later,
 * so that an extension for all never shortens one unit's (domain.md, "The season"). Null where none is set.
 */
export function deadlineFor(
  deadlines: readonly Deadline[],
  kind: DeadlineKind,
  unitId: string | null,
): Date | null {
  const latest = (of: string | null): Date | null =>
    deadlines
      .filter((deadline) => deadline.kind === kind && deadline.unitId === of)
      .reduce<Deadline | null>(
        (last, next) => (last === null || next.createdAt >= last.createdAt ? next : last),
        null,
      )?.at ?? null
  const forAll = latest(null)
  const forUnit = unitId === null ? null : latest(unitId)
  if (forAll === null || forUnit === null) return forAll ?? forUnit
  return new Date(Math.max(forUnit.getTime(), forAll.getTime()))
}

import type { Phase } from '../seasons/season.ts'

/** What a decision on a version needs to know of it. */
export type VersionFacts = {
  id: string
  clusterId: string
  year: number
  number: number
  status: 'draft' | 'consultation' | 'adopted' | 'superseded'
}
/** A season with the version it scores by; null: none yet. */
export type SeasonOfVersion = {
  clusterId: string
  year: number
  phase: Phase
  inForce: { id: string; number: number } | null
}
export type VersionRefusal = {
  reason: 'season-running' | 'season-closed' | 'unknown-version' | 'criteria-taken'
}
export type VersionDecision<R extends VersionRefusal['reason']> =
  | { ok: true; version: VersionFacts }
  | { ok: false; refusal: { reason: R } }

const refused = <R extends VersionRefusal['reason']>(reason: R) => ({
  ok: false as const,
  refusal: { reason },
})

/** The version where it is the adopted one of the season's cluster and year. */
function adoptedFor(season: SeasonOfVersion, version: VersionFacts | null): VersionFacts | null {
  const isOfSeason =
    version !== null &&
    version.clusterId === season.clusterId &&
    version.year === season.year &&
    version.status === 'adopted'
  return isOfSeason ? version : null
}

/** A season that is still prepared takes the adopted version of its year (domain.md "The season", 1; issue 3, point 2). */
export function takeVersion(
  season: SeasonOfVersion,
  version: VersionFacts | null,
): VersionDecision<'season-running' | 'unknown-version' | 'criteria-taken'> {
  if (season.phase !== 'preparing') return refused('season-running')
  const adopted = adoptedFor(season, version)
  if (adopted === null) return refused('unknown-version')
  return season.inForce?.id === adopted.id ? refused('criteria-taken') : { ok: true, version: adopted }
}

/**
 * A correction puts a newer version in the place of an open season's; once appraisal has begun, points rest on the one
 * there is (domain.md "Criteria versions"; issue 3, point 2).
 */
export function correctCriteria(
  season: SeasonOfVersion,
  version: VersionFacts | null,
): VersionDecision<'season-running' | 'season-closed' | 'unknown-version' | 'criteria-taken'> {
  if (season.phase === 'preparing') return refused('season-closed')
  if (season.phase !== 'open') return refused('season-running')
  const adopted = adoptedFor(season, version)
  if (adopted === null) return refused('unknown-version')
  const isNewer = season.inForce === null || adopted.number > season.inForce.number
  return isNewer ? { ok: true, version: adopted } : refused('criteria-taken')
}

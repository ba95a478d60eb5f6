import { scoreUnits } from '@bangvang/core/assessments/score'
import type { AwardStanding } from '@bangvang/core/awards/propose-awards'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import type { RankingBundle } from '@bangvang/core/rankings/bundle'
import { effectiveSubmissions } from '@bangvang/core/rankings/effective-submissions'
import { rankUnits } from '@bangvang/core/rankings/rank'
import { criteriaInForce } from '../../criteria-in-force.ts'
import type { Database, Db } from '../../db.ts'
import { readLayers, type SeasonOfLayers } from '../../season-layers.ts'
import * as store from './store.ts'

export type Standings = {
  document: CriteriaDocument
  units: { code: string; name: string }[]
  /** In the ranking's order. */
  standings: (AwardStanding & { total: string })[]
  /** Of the frozen ranking; null: this is a draft. */
  sha256: string | null
}

type Ranked = Pick<RankingBundle['content'], 'submissions' | 'results' | 'ranking'>

function standingsOf({ submissions, results, ranking }: Ranked): Standings['standings'] {
  return ranking.flatMap((row) => {
    const index = results.findIndex(({ unit }) => unit === row.unit)
    const result = results[index]
    if (result === undefined) return []
    const { grade, ranked, awardable, total } = result
    return [{ ...row, grade, ranked, awardable, total, gates: submissions[index]?.gates ?? [] }]
  })
}

/** The ranking that awards rest on: the frozen one, or the draft of the latest layers; null without criteria. */
export async function readStandings(
  { database, db }: { database: Database; db: Db },
  season: SeasonOfLayers,
): Promise<Standings | null> {
  if (season.criteriaVersionId === null) return null
  const bundle = await store.findBundle(db, season.id)
  if (bundle !== null) {
    const { content, sha256 } = bundle
    return { document: content.criteria, units: content.units, standings: standingsOf(content), sha256 }
  }
  const { compiled, document } = await criteriaInForce(database, season.criteriaVersionId)
  const layered = await readLayers(db, season)
  const submissions = effectiveSubmissions(layered)
  const results = scoreUnits(compiled, submissions)
  const ranking = rankUnits(document, results)
  const standings = standingsOf({ submissions, results, ranking })
  return { document, units: layered.units, standings, sha256: null }
}

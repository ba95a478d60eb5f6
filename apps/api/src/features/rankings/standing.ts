import type { RankingRowView, RankingView } from '@bangvang/contract/rankings'
import type { Submission } from '@bangvang/core/assessments/answer'
import type { UnitResult } from '@bangvang/core/assessments/result'
import { scoreUnits } from '@bangvang/core/assessments/score'
import type { BundleParts, RankingBundle } from '@bangvang/core/rankings/bundle'
import { effectiveSubmissions } from '@bangvang/core/rankings/effective-submissions'
import { type RankingRow, rankUnits } from '@bangvang/core/rankings/rank'
import { criteriaInForce } from '../../criteria-in-force.ts'
import type { Database } from '../../db.ts'
import { findSeasonOfLayers, readLayers, type SeasonOfLayers } from '../../season-layers.ts'
import * as store from './store.ts'

/** A season's ranking as everyone who may see it sees it. */
export type Standing = Omit<RankingView, 'mayFinalize'>

type Ranked = {
  units: BundleParts['units']
  submissions: readonly Submission[]
  results: readonly UnitResult[]
  ranking: readonly RankingRow[]
}

/** The rows in the ranking's order, each with its unit's points, and what they were scored from. */
export function rowsOf({ units, submissions, results, ranking }: Ranked): {
  rows: RankingRowView[]
  submissions: Submission[]
} {
  const names = new Map(units.map(({ code, name }) => [code, name]))
  const byUnit = new Map(
    results.map((result, index) => [result.unit, { result, submission: submissions[index] }]),
  )
  const found = ranking.flatMap((row) => {
    const of = byUnit.get(row.unit)
    return of?.submission === undefined ? [] : [{ row, result: of.result, submission: of.submission }]
  })
  return {
    rows: found.map(({ row, result, submission }) => {
      const { unit: unitId, criteria: _cells, ...points } = result
      const { rank, tiedWith, decidedBy } = row
      return {
        ...points,
        unitId,
        unitName: names.get(unitId) ?? unitId,
        rank,
        tiedWith,
        decidedBy,
        gates: submission.gates ?? [],
      }
    }),
    submissions: found.map(({ submission }) => submission),
  }
}

/** What is said of a frozen ranking, its bundle beside. */
export function finalOf(final: store.Final, { content }: RankingBundle) {
  const { sha256, finalizedAt, finalizedBy } = final
  const { chairUnit } = content.season
  const chairUnitName = content.units.find(({ code }) => code === chairUnit)?.name ?? chairUnit
  return { sha256, finalizedAt, finalizedBy, chairUnitName }
}

async function draft(database: Database, season: SeasonOfLayers): Promise<Standing | null> {
  if (season.criteriaVersionId === null) return null
  const { compiled, document } = await criteriaInForce(database, season.criteriaVersionId)
  const read = await database.prisma.$transaction(
    async (tx) => {
      const now = await findSeasonOfLayers(tx, season.id)
      return now === null ? null : { now, layered: await readLayers(tx, now) }
    },
    { isolationLevel: 'RepeatableRead' },
  )
  if (read === null) return null
  const submissions = effectiveSubmissions(read.layered)
  const results = scoreUnits(compiled, submissions)
  const { units } = read.layered
  return {
    ...headOf(read.now),
    ...rowsOf({ units, submissions, results, ranking: rankUnits(document, results) }),
    final: null,
  }
}

const headOf = ({ id, clusterName, year, phase, revision }: SeasonOfLayers) => ({
  seasonId: id,
  clusterName,
  year,
  phase,
  revision,
})

const kept = new WeakMap<Database, Map<string, Standing>>()
const most = 500

/** The ranking: frozen where there is a bundle, else live from the latest layers; scored again only when something changed. */
export async function standingOf(database: Database, season: SeasonOfLayers): Promise<Standing | null> {
  const standings = kept.get(database) ?? new Map<string, Standing>()
  kept.set(database, standings)
  const known = standings.get(season.id)
  if (known !== undefined && known.revision === season.revision && known.phase === season.phase) return known
  const final = await store.findFinal(database.prisma, season.id)
  const bundle = final === null ? null : (JSON.parse(final.text) as RankingBundle)
  const fresh =
    final === null || bundle === null
      ? await draft(database, season)
      : { ...headOf(season), ...rowsOf(bundle.content), final: finalOf(final, bundle) }
  if (standings.size >= most) standings.clear()
  if (fresh !== null) standings.set(season.id, fresh)
  return fresh
}

import { criteria, type ImpactRow, type ImpactView } from '@bangvang/contract/criteria'
import { checkCriteria } from '@bangvang/core/criteria/check'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { impactOf, type Outcome } from '@bangvang/core/criteria/impact'
import { faultsOfCriteria } from '@bangvang/core/criteria/nodes'
import { maySeeRescored } from '@bangvang/core/criteria/policy'
import type { DraftNode } from '@bangvang/core/drafts/draft'
import type { BundleParts } from '@bangvang/core/rankings/bundle'
import { effectiveSubmissions } from '@bangvang/core/rankings/effective-submissions'
import { criteriaInForce } from '../../criteria-in-force.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { findSeasonOfLayers, readLayers } from '../../season-layers.ts'
import { readableCriteria } from './download.ts'
import * as seasonStore from './season-store.ts'

const refuse = refusals(criteria.impact)

function rowsOf({ results, ranking }: Outcome, units: BundleParts['units']): ImpactRow[] {
  const resultOf = new Map(results.map((result) => [result.unit, result]))
  const nameOf = new Map(units.map(({ code, name }) => [code, name]))
  return ranking.flatMap(({ unit, rank, tiedWith }) => {
    const result = resultOf.get(unit)
    if (result === undefined) return []
    const { scored, bonus, penalty, total, grade } = result
    return [
      {
        unitId: unit,
        unitName: nameOf.get(unit) ?? unit,
        rank,
        tiedWith,
        scored,
        bonus,
        penalty,
        total,
        grade,
      },
    ]
  })
}

/** The drafted document where it is sound; else refused with every fault at its part. */
function soundDocument(document: unknown, nodes: readonly DraftNode[]): CriteriaDocument {
  if (checkCriteria(document).length === 0) return document as CriteriaDocument
  throw refuse('criteria-contradict', {
    errors: faultsOfCriteria(nodes).map(({ nodeId, field, code }) => ({
      pointer: `#/nodes/${nodeId ?? ''}${field === null ? '' : `/${field.replaceAll('.', '/')}`}`,
      code,
    })),
  })
}

/** What the draft would have made of the year before: both rankings, and what could not be carried over (issue 3, point 2). */
export async function showImpact({ params, actor, deps }: Call<typeof criteria.impact>): Promise<ImpactView> {
  const { database } = deps
  const { draft, document, nodes } = await readableCriteria(database.prisma, actor, params.draftId)
  const after = soundDocument(document, nodes)
  const before = await seasonStore.findYearBefore(database.prisma, draft)
  const season = before && (await findSeasonOfLayers(database.prisma, before.id))
  if (!before?.inForce || season === null || !maySeeRescored(actor, before))
    throw refuse('no-year-to-compare')
  const inForce = await criteriaInForce(database, before.inForce.id)
  const layered = await readLayers(database.prisma, season)
  const impact = impactOf(inForce.document, after, effectiveSubmissions(layered))
  return {
    season: { id: before.id, year: before.year, phase: before.phase, number: before.inForce.number },
    before: rowsOf(impact.before, layered.units),
    after: rowsOf(impact.after, layered.units),
    notCarried: impact.notCarried.map(({ unit, what, code, why }) => ({ unitId: unit, what, code, why })),
    unanswered: impact.unanswered,
  }
}

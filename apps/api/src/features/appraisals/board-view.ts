import type { BoardView, UnitColumn } from '@bangvang/contract/appraisals'
import type { Submission } from '@bangvang/core/assessments/answer'
import type { UnitResult } from '@bangvang/core/assessments/result'
import { scoreUnits } from '@bangvang/core/assessments/score'
import { changedTargets } from '@bangvang/core/pacts/changed-target'
import type { BundleParts, RankingBundle } from '@bangvang/core/rankings/bundle'
import { effectiveSubmissions } from '@bangvang/core/rankings/effective-submissions'
import type { z } from 'zod'
import type { CriteriaInForce } from '../../criteria-in-force.ts'
import type { RegisteredByUnit } from '../../registered-targets.ts'

type Column = z.output<typeof UnitColumn>
export type Layered = Pick<BundleParts, 'units' | 'layers'>

/** The self layer alone: what each unit last submitted, no decision, no gate. */
export function selfSubmissions({ units, layers }: Layered): Submission[] {
  return effectiveSubmissions({ units, layers: { ...layers, appraised: [], gates: [] } })
}

function columnsOf(
  { units, layers }: Layered,
  submissions: readonly Submission[],
  results: readonly UnitResult[],
): Column[] {
  const submitted = new Set(layers.self.map(({ unit }) => unit))
  return results.map((result, index) => {
    const { criteria, sections, scored, bonus, penalty, total } = result
    const cells = Object.fromEntries(
      Object.entries(criteria).map(([code, cell]) => [
        code,
        { status: cell.status, points: cell.points, bonus: cell.bonus },
      ]),
    )
    return {
      unitId: result.unit,
      unitName: units.find(({ code }) => code === result.unit)?.name ?? result.unit,
      submitted: submitted.has(result.unit),
      cells,
      sections,
      scored,
      bonus,
      penalty,
      total,
      gates: submissions[index]?.gates ?? [],
    }
  })
}

/** The cells whose submitted target is not the registered one, "unit criterion". */
function changedCells({ units, layers }: Layered, registered: RegisteredByUnit): string[] {
  return units.flatMap(({ code: unit }) => {
    const last = layers.self.filter((layer) => layer.unit === unit).at(-1)
    const said = Object.entries(last?.answers ?? {}).map(([code, { answer }]) => [code, answer] as const)
    const changed = changedTargets(registered.get(unit) ?? [], Object.fromEntries(said))
    return changed.map(({ criterionCode }) => `${unit} ${criterionCode}`)
  })
}

type Whole = {
  season: { id: string; revision: number }
  layered: Layered
  criteria: CriteriaInForce
  bundle: RankingBundle | null
  registered: RegisteredByUnit
}

/** The whole board: each layer scored over the whole cluster, so that rank measures have their places. */
export function boardView({ season, layered, criteria, bundle, registered }: Whole): BoardView {
  const layer = (submissions: Submission[]) =>
    columnsOf(layered, submissions, scoreUnits(criteria.compiled, submissions))
  return {
    seasonId: season.id,
    revision: season.revision,
    layers: {
      self: layer(selfSubmissions(layered)),
      appraised: layer(effectiveSubmissions(layered)),
      final:
        bundle === null
          ? null
          : columnsOf(bundle.content, bundle.content.submissions, bundle.content.results),
    },
    decided: [...new Set(layered.layers.appraised.map(({ unit, criterion }) => `${unit} ${criterion}`))],
    changedTargets: changedCells(layered, registered),
  }
}

/** The board as one unit may see it: its own column in every layer. */
export function ownBoard(view: BoardView, unitId: string): BoardView {
  const own = (columns: Column[]) => columns.filter((column) => column.unitId === unitId)
  const isOwn = (cell: string) => cell.startsWith(`${unitId} `)
  const { self, appraised, final } = view.layers
  return {
    ...view,
    layers: { self: own(self), appraised: own(appraised), final: final === null ? null : own(final) },
    decided: view.decided.filter(isOwn),
    changedTargets: view.changedTargets.filter(isOwn),
  }
}

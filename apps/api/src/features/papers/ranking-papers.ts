import type { UnitResult } from '@bangvang/core/assessments/result'
import { compileCriteria, scoreUnits } from '@bangvang/core/assessments/score'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import type { AppraisedLayer, BundleParts } from '@bangvang/core/rankings/bundle'
import { effectiveSubmissions } from '@bangvang/core/rankings/effective-submissions'
import { type RankingRow, rankUnits } from '@bangvang/core/rankings/rank'
import { layerComparison } from '@bangvang/papers/builders/layer-comparison'
import { type Frozen, pointsSummary } from '@bangvang/papers/builders/points-summary'
import { layerWords } from '@bangvang/papers/words'
import { criteriaInForce } from '../../criteria-in-force.ts'
import { readLayers } from '../../season-layers.ts'
import { findBundle, hasBundle } from './ranking-store.ts'
import type { Reading, Source } from './source.ts'

/** A season's ranking with the layers it is made from, frozen or as it stands. */
type Standing = Pick<BundleParts, 'units' | 'layers'> & {
  criteria: CriteriaDocument
  results: readonly UnitResult[]
  ranking: readonly RankingRow[]
  gates: Record<string, readonly string[]>
  final: Frozen
}

const gatesOf = (submissions: readonly { unit: string; gates?: string[] }[]) =>
  Object.fromEntries(submissions.map(({ unit, gates = [] }) => [unit, gates]))

async function standingOf({ database, db, season }: Reading): Promise<Standing | null> {
  const frozen = await findBundle(db, season.id)
  if (frozen !== null) {
    const { sha256, content } = frozen.bundle
    return { ...content, gates: gatesOf(content.submissions), final: { sha256, at: frozen.at } }
  }
  if (season.criteriaVersionId === null) return null
  const { document: criteria, compiled } = await criteriaInForce(database, season.criteriaVersionId)
  const layered = await readLayers(db, season)
  const submissions = effectiveSubmissions(layered)
  const results = scoreUnits(compiled, submissions)
  const ranking = rankUnits(criteria, results)
  return { ...layered, criteria, results, ranking, gates: gatesOf(submissions), final: null }
}

/** The last decision of the appraisers on each cell. */
function lastDecisions(appraised: readonly AppraisedLayer[]): AppraisedLayer[] {
  const last = new Map<string, AppraisedLayer>()
  for (const layer of appraised) {
    const cell = `${layer.unit} ${layer.criterion}`
    if (layer.number >= (last.get(cell)?.number ?? 0)) last.set(cell, layer)
  }
  return [...last.values()]
}

const matters: Source['matters'] = async ({ db, season }) =>
  season.criteriaVersionId === null
    ? []
    : [{ aboutId: '', title: null, facts: { of: 'ranking' }, isFinal: await hasBundle(db, season.id) }]

const headOf = ({ season }: Reading) => ({ clusterName: season.clusterName.vi, year: season.year })

export const summarySource: Source = {
  matters,
  build: async (reading, _matter, issue) => {
    const standing = await standingOf(reading)
    return standing === null ? null : pointsSummary({ ...headOf(reading), ...standing }, issue)
  },
}

export const comparisonSource: Source = {
  matters,
  build: async (reading, _matter, issue) => {
    const standing = await standingOf(reading)
    if (standing === null) return null
    const { units, layers, criteria, results, final } = standing
    const self = effectiveSubmissions({ units, layers: { self: layers.self, appraised: [], gates: [] } })
    const facts = {
      ...headOf(reading),
      criteria,
      units,
      final,
      layers: [
        { title: layerWords.self, results: scoreUnits(compileCriteria(criteria), self) },
        { title: final === null ? layerWords.appraised : layerWords.final, results },
      ],
      reasons: lastDecisions(layers.appraised).map(({ at, ...layer }) => ({ ...layer, at: new Date(at) })),
    }
    return layerComparison(facts, issue)
  },
}

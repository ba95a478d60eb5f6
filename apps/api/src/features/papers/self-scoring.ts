import { speaksForUnit } from '@bangvang/core/assessments/policy'
import { scoreAlone } from '@bangvang/core/assessments/score'
import type { SelfLayer } from '@bangvang/core/rankings/bundle'
import {
  type SelfScoringFacts,
  type SheetAnswer,
  selfScoringSheet,
} from '@bangvang/papers/builders/self-scoring-sheet'
import { criteriaInForce } from '../../criteria-in-force.ts'
import { readLayers } from '../../season-layers.ts'
import { listAssessments, readAnswers } from './assessment-store.ts'
import { unitIssue, unitWords } from './issue-words.ts'
import type { Reading, Source } from './source.ts'

type Reported = Pick<SelfScoringFacts, 'answers' | 'signedOff'>

function submitted(layer: SelfLayer): Reported {
  const answers = Object.entries(layer.answers).map(
    ([code, { evidence, ...rest }]): [string, SheetAnswer] => [
      code,
      { ...rest, evidence: evidence.map(({ name }) => name) },
    ],
  )
  const { signedOffBy: by, submittedAt, isLate } = layer
  return { answers: Object.fromEntries(answers), signedOff: { by, at: new Date(submittedAt), isLate } }
}

/** The others see what was signed off, never what is being typed; the unit its sheet as it stands. */
async function reportedBy(
  { db, season, actor }: Reading,
  unitId: string,
  isFinal: boolean,
): Promise<Reported | null> {
  const place = { seasonId: season.id, unitId }
  if (!isFinal && speaksForUnit(actor, place))
    return { answers: await readAnswers(db, place), signedOff: null }
  const { layers } = await readLayers(db, season)
  const last = layers.self.filter(({ unit }) => unit === unitId).at(-1)
  return last === undefined ? null : submitted(last)
}

export const selfScoringSource: Source = {
  matters: async ({ db, season }, aboutId) => {
    if (season.criteriaVersionId === null) return []
    const assessments = await listAssessments(db, season, aboutId)
    return assessments.map((assessment) => ({
      aboutId: assessment.unitId,
      title: assessment.unit.name,
      facts: { of: 'assessment', assessment },
      isFinal: assessment.status === 'submitted',
    }))
  },
  build: async (reading, { aboutId, isFinal }, issue) => {
    const { database, db, season } = reading
    const [assessment] = await listAssessments(db, season, aboutId)
    const reported = await reportedBy(reading, aboutId, isFinal)
    if (season.criteriaVersionId === null || assessment === undefined || reported === null) return null
    const { document: criteria, compiled } = await criteriaInForce(database, season.criteriaVersionId)
    const given = Object.entries(reported.answers).flatMap(([code, { answer }]) =>
      answer === null ? [] : [[code, answer] as const],
    )
    const result = scoreAlone(compiled, { unit: aboutId, answers: Object.fromEntries(given) })
    const unitName = unitWords(assessment.unit)
    const head = { clusterName: season.clusterName.vi, year: season.year, unitName }
    return selfScoringSheet({ ...head, ...reported, criteria, result }, unitIssue(issue, assessment.unit))
  },
}

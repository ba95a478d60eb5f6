import { randomUUID } from 'node:crypto'
import { criteria } from '@bangvang/contract/criteria'
import { carryUnit } from '@bangvang/core/criteria/carry-unit'
import { type CriteriaComparison, compareCriteria } from '@bangvang/core/criteria/compare'
import { correctCriteria as decide } from '@bangvang/core/criteria/take-version'
import { mayRunSeason } from '@bangvang/core/seasons/policy'
import { record } from '../../audit/record.ts'
import {
  lockAssessments,
  type Move,
  moveAnswers,
  returnAll,
  type StoredAnswer,
  type StoredUnit,
} from '../../corrected-answers.ts'
import { criteriaInForce } from '../../criteria-in-force.ts'
import { type Database, inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { putInForce } from '../../season-criteria.ts'
import * as corrections from './correction-store.ts'
import * as seasonStore from './season-store.ts'
import { correctionFor } from './show-corrections.ts'

const refuse = refusals(criteria.correct)

type Carried = { unit: corrections.KeptUnit; moves: Move[] }

// A line that was opened and left empty holds nothing to keep.
const isEmpty = ({ row, evidence }: StoredAnswer) =>
  evidence.length === 0 && (row === null || (row.answer === null && row.note === ''))

function carry(comparison: CriteriaComparison, stored: StoredUnit): Carried {
  const { unitId, lastSubmission } = stored
  const byCode = new Map(stored.answers.map((answer) => [answer.code, answer]))
  const carried = carryUnit(
    comparison,
    stored.answers.map(({ code, row }) => ({ code, answer: row?.answer ?? null })),
  )
  const moveOf = (code: string, to: string | null): Move[] => {
    const answer = byCode.get(code)
    return answer === undefined ? [] : [{ answer, to }]
  }
  const setAside = carried.setAside.flatMap(({ code, why }) => {
    const answer = byCode.get(code)
    if (answer === undefined || isEmpty(answer)) return []
    const { row, evidence } = answer
    return [{ code, why, answer: row?.answer ?? null, note: row?.note ?? '', evidence }]
  })
  return {
    unit: {
      unitId,
      lastSubmission,
      kept: carried.kept.length,
      moved: carried.moved,
      setAside,
      isReturned: stored.status === 'submitted' || stored.status === 'awaitingSignOff',
    },
    moves: [
      ...carried.moved.flatMap(({ from, to }) => moveOf(from, to)),
      ...carried.setAside.flatMap(({ code }) => moveOf(code, null)),
    ],
  }
}

async function comparisonOf(
  database: Database,
  { from, to }: { from: string; to: string },
): Promise<CriteriaComparison> {
  const [before, after] = [await criteriaInForce(database, from), await criteriaInForce(database, to)]
  return compareCriteria(before.document, after.document)
}

async function saveCarried(tx: Tx, correction: corrections.NewCorrection, carried: readonly Carried[]) {
  const { id, seasonId, toVersionId, reason, byName, at } = correction
  await corrections.createCorrection(tx, correction)
  for (const { unit, moves } of carried) await moveAnswers(tx, { seasonId, unitId: unit.unitId }, moves)
  await corrections.saveUnits(
    tx,
    id,
    carried.map(({ unit }) => unit),
  )
  await returnAll(tx, seasonId, { reason, byName, at })
  await putInForce(tx, seasonId, toVersionId)
}

const countsOf = (carried: readonly Carried[]) => ({
  units: carried.length,
  kept: carried.reduce((sum, { unit }) => sum + unit.kept, 0),
  moved: carried.reduce((sum, { unit }) => sum + unit.moved.length, 0),
  setAside: carried.reduce((sum, { unit }) => sum + unit.setAside.length, 0),
  returned: carried.filter(({ unit }) => unit.isReturned).length,
})

/**
 * Puts a newer version in the place of an open season's: answers go with their criteria, those that fit no longer are kept
 * aside and shown to the unit, and whatever was handed in goes back to be handed in again (issue 3, point 2).
 */
export async function correctCriteria({ params, body, actor, now, deps }: Call<typeof criteria.correct>) {
  return inTransaction(deps.database, async (tx) => {
    // Lock order: assessments, then the season.
    const stored = await lockAssessments(tx, params.seasonId)
    const season = await seasonStore.lockSeason(tx, params.seasonId)
    if (season === null || !mayRunSeason(actor, season)) throw refuse('not-found')
    const version = await seasonStore.findVersionFacts(tx, body.versionId)
    const decision = decide(season, version)
    if (!decision.ok) throw refuse(decision.refusal.reason, { current: season.inForce })
    if (season.inForce === null) throw refuse('season-closed')
    const between = { from: season.inForce.id, to: decision.version.id }
    const comparison = await comparisonOf(deps.database, between)
    const carried = stored.map((unit) => carry(comparison, unit))
    const correction = {
      id: randomUUID(),
      seasonId: season.id,
      fromVersionId: between.from,
      toVersionId: between.to,
      reason: body.reason,
      at: now,
      byName: actor.name,
    }
    await saveCarried(tx, correction, carried)
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'criteria-corrected',
      about: { kind: 'criteria-version', id: between.to },
      before: { number: season.inForce.number },
      after: {
        number: decision.version.number,
        sha256: version?.sha256,
        reason: body.reason,
        ...countsOf(carried),
      },
    })
    const made = await corrections.findCorrection(tx, correction.id)
    if (made === null) throw refuse('not-found')
    return correctionFor(actor, season, made)
  })
}

import type { AssessmentView, EvidenceView } from '@bangvang/contract/assessments'
import { assessments } from '@bangvang/contract/assessments'
import type { Answer } from '@bangvang/core/assessments/answer'
import {
  isOpenToAnswers,
  mayFillIn,
  maySeeAssessment,
  speaksForUnit,
} from '@bangvang/core/assessments/policy'
import type { Actor } from '@bangvang/core/people/actor'
import { deadlineFor } from '@bangvang/core/seasons/season'
import type { Db } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { givenReasons, registeredTargets } from '../../registered-targets.ts'
import * as store from './store.ts'

type Snapshot = Record<
  string,
  {
    answer: Answer | null
    note: string
    evidence: { id: string; name: string; sha256: string; size: number }[]
  }
>

/** The last submission's snapshot; empty before the first. */
export function snapshotOf(assessment: store.AssessmentRow): Snapshot {
  return (assessment.submissions.at(-1)?.answers ?? {}) as unknown as Snapshot
}

/** The files any submission holds. */
export function heldFiles(assessment: store.AssessmentRow): Set<string> {
  const snapshots = assessment.submissions.map(({ answers }) => answers as unknown as Snapshot)
  return new Set(
    snapshots.flatMap((snapshot) =>
      Object.values(snapshot).flatMap(({ evidence }) => evidence.map(({ id }) => id)),
    ),
  )
}

export function evidenceView(row: store.EvidenceRow, held: ReadonlySet<string>): EvidenceView {
  const { id, name, contentType, size, sha256, uploadedAt, uploadedBy, links } = row
  return {
    id,
    name,
    contentType,
    size,
    sha256,
    uploadedAt,
    uploadedBy,
    criterionCodes: links.map(({ criterionCode }) => criterionCode).sort(),
    inSubmission: held.has(id),
  }
}

// The others see what was signed off, never what is being typed.
function submittedAnswers(assessment: store.AssessmentRow): AssessmentView['answers'] {
  const last = assessment.submissions.at(-1)
  if (last === undefined) return []
  return Object.entries(snapshotOf(assessment)).map(([criterionCode, { answer, note }]) => ({
    criterionCode,
    answer,
    note,
    version: last.number,
    updatedAt: last.submittedAt,
    updatedBy: last.submittedBy,
  }))
}

async function filesFor(db: Db, assessment: store.AssessmentRow, isOwn: boolean): Promise<EvidenceView[]> {
  const held = heldFiles(assessment)
  const files = (await store.listEvidence(db, assessment)).map((row) => evidenceView(row, held))
  return isOwn ? files : files.filter(({ inSubmission }) => inSubmission)
}

async function lastYear(db: Db, place: store.Place): Promise<AssessmentView['lastYear']> {
  const found = await store.findLastYear(db, place)
  if (found === null) return null
  const said = Object.entries(found.answers as Snapshot).flatMap(([code, { answer }]) =>
    answer === null ? [] : [[code, answer] as const],
  )
  return { year: found.year, answers: Object.fromEntries(said) }
}

async function registeredFor(
  db: Db,
  { seasonId, unitId }: store.Place,
): Promise<AssessmentView['registered']> {
  const targets = (await registeredTargets(db, { seasonId, unitId })).get(unitId) ?? []
  return targets.map(({ criterionCode, target }) => ({ criterionCode, target }))
}

/** An assessment as this actor may see it. */
export async function assessmentView(
  db: Db,
  actor: Actor,
  found: { season: store.SeasonRow; assessment: store.AssessmentRow },
): Promise<AssessmentView> {
  const { season, assessment } = found
  const isOwn = speaksForUnit(actor, assessment)
  const { returnReason, returnedBy, returnedAt } = assessment
  return {
    seasonId: season.id,
    unitId: assessment.unitId,
    unitName: await store.findUnitName(db, assessment.unitId),
    status: assessment.status,
    returned:
      returnReason !== null && returnedBy !== null && returnedAt !== null && isOwn
        ? { reason: returnReason, byName: returnedBy, at: returnedAt }
        : null,
    isEditable: mayFillIn(actor, assessment) && isOpenToAnswers(season, assessment.status),
    deadline: deadlineFor(season.deadlines, 'assessment', assessment.unitId),
    answers: isOwn
      ? assessment.answers.map((row) => ({ ...row, answer: row.answer as Answer | null }))
      : submittedAnswers(assessment),
    evidence: await filesFor(db, assessment, isOwn),
    submissions: assessment.submissions,
    lastYear: await lastYear(db, assessment),
    registered: await registeredFor(db, assessment),
    targetChanges: await givenReasons(db, { seasonId: season.id, unitId: assessment.unitId }),
  }
}

/** Finds what the actor may see, or nothing: not there and not theirs look the same. */
export async function findVisible(db: Db, actor: Actor, place: store.Place) {
  const season = await store.findSeason(db, place.seasonId)
  const assessment = season === null ? null : await store.findAssessment(db, place)
  if (season === null || assessment === null || !maySeeAssessment(actor, season, assessment)) return null
  return { season, assessment }
}

const refuse = refusals(assessments.show)

export async function showAssessment({ params, actor, deps }: Call<typeof assessments.show>) {
  const found = await findVisible(deps.database.prisma, actor, params)
  if (found === null) throw refuse('not-found')
  return assessmentView(deps.database.prisma, actor, found)
}

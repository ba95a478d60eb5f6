import { appraisals } from '@bangvang/contract/appraisals'
import { assessments } from '@bangvang/contract/assessments'
import { drafts } from '@bangvang/contract/drafts'
import { rankings } from '@bangvang/contract/rankings'
import { seasons } from '@bangvang/contract/seasons'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { submittedSeason } from '../../test/submitted.ts'

let world: World
let made: Awaited<ReturnType<typeof frozenSeason>>
beforeAll(async () => {
  world = await openWorld()
  made = await frozenSeason()
})
afterAll(() => world.close())

/** A finalized season with one of everything its ranking was made from. */
async function frozenSeason() {
  const season = await submittedSeason(world, 'deliberation')
  const { params, first, second } = season
  const place = { ...params, unitId: second }
  const { prisma } = world.database
  const evidenceId = crypto.randomUUID()
  await prisma.answer.create({
    data: {
      ...place,
      criterionCode: 'TD02',
      answer: { points: '10' },
      version: 1,
      updatedAt: world.clock.now,
      updatedBy: 'Đại biểu',
    },
  })
  await prisma.evidence.create({
    data: {
      id: evidenceId,
      ...place,
      name: 'Báo cáo.pdf',
      contentType: 'application/pdf',
      size: 1,
      sha256: '0'.repeat(64),
      uploadedAt: world.clock.now,
      uploadedBy: 'Đại biểu',
      links: { create: { criterionCode: 'TD02', ...place } },
    },
  })
  const appraiser = await season.as('appraiser')
  const cell = { ...place, criterionCode: 'TD02' }
  await appraiser(appraisals.decide, {
    params: cell,
    body: { decision: { kind: 'kept' }, reason: 'Đúng hồ sơ', seen: 0 },
  })
  await appraiser(appraisals.decideGate, {
    params: { ...place, gateCode: 'D02' },
    body: { applies: true, reason: 'Đang thanh tra', seen: 0 },
  })
  const chair = await season.as('chair', first)
  const { id: commentId } = await appraiser(drafts.comment, {
    params,
    body: { anchor: null, body: 'Rà soát.' },
  })
  await chair(drafts.answer, { params: { commentId }, body: { kind: 'accepted', body: 'Tiếp thu.' } })
  const { revision } = await chair(rankings.show, { params })
  await chair(rankings.finalize, { params, body: { revision } })
  return { ...season, place, cell, evidenceId, commentId, appraiser, chair }
}

test('after finalization the API refuses every change of that season’s scores', async () => {
  const { params, place, cell, evidenceId, appraiser, chair, second, as, entries } = made
  const delegate = await as('delegate', second)
  const leader = await as('leader', second)
  const change = { answer: { points: '20' }, note: '', version: 1 }
  const before = await entries()
  const writes = [
    () => delegate(assessments.saveAnswer, { params: cell, body: change }),
    () =>
      delegate(assessments.saveAnswers, {
        params: place,
        body: { answers: [{ ...change, criterionCode: 'TD02' }] },
      }),
    () => delegate(assessments.sendForSignOff, { params: place }),
    () => delegate(assessments.takeBack, { params: place, body: { reason: '' } }),
    () => leader(assessments.signOff, { params: place }),
    () => appraiser(assessments.return, { params: place, body: { reason: 'x' } }),
    () =>
      delegate(assessments.linkEvidence, {
        params: { ...place, evidenceId },
        body: { criterionCodes: ['KT01'] },
      }),
    () => delegate(assessments.removeEvidence, { params: { ...place, evidenceId } }),
    () =>
      delegate(assessments.upload, {
        params: place,
        query: {},
        body: new File(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n'], 'Muộn.pdf'),
      }),
    () =>
      appraiser(appraisals.decide, {
        params: cell,
        body: { decision: { kind: 'overridden', points: '20' }, reason: 'x', seen: 1 },
      }),
    () =>
      appraiser(appraisals.decideGate, {
        params: { ...place, gateCode: 'D02' },
        body: { applies: false, reason: 'x', seen: 1 },
      }),
    () => delegate(drafts.comment, { params, body: { anchor: null, body: 'x' } }),
    () =>
      chair(drafts.answer, { params: { commentId: made.commentId }, body: { kind: 'declined', body: 'x' } }),
    () =>
      chair(seasons.setDeadline, {
        params,
        body: { kind: 'assessment', unitId: null, at: '2021-02-01T00:00:00.000Z', reason: 'x' },
      }),
  ]
  for (const write of writes) await refusal(write(), 'season-finalized')
  expect(await entries()).toEqual(before)
})

// One change of each kind, of the season that is $1; ids of rows to come are made up.
const changes = [
  `UPDATE assessment SET status = 'draft' WHERE season_id = $1`,
  `DELETE FROM assessment WHERE season_id = $1`,
  `INSERT INTO assessment (season_id, unit_id, created_at) SELECT $1, 'X', now()`,
  `UPDATE answer SET answer = '{"points":"20"}' WHERE season_id = $1`,
  `DELETE FROM answer WHERE season_id = $1`,
  `INSERT INTO answer (season_id, unit_id, criterion_code, version, updated_at, updated_by)
     SELECT $1, unit_id, 'KT01', 1, now(), '' FROM answer WHERE season_id = $1`,
  `UPDATE submission SET total = '100.00' WHERE season_id = $1`,
  `DELETE FROM submission WHERE season_id = $1`,
  `INSERT INTO submission SELECT season_id, unit_id, number + 1, answers, sha256, total, submitted_at, submitted_by, signed_off_by, is_late
     FROM submission WHERE season_id = $1`,
  `DELETE FROM evidence WHERE season_id = $1`,
  `UPDATE evidence SET name = 'khác' WHERE season_id = $1`,
  `DELETE FROM evidence_link WHERE season_id = $1`,
  `UPDATE appraisal SET reason = 'khác' WHERE season_id = $1`,
  `DELETE FROM appraisal WHERE season_id = $1`,
  `INSERT INTO appraisal SELECT season_id, unit_id, criterion_code, number + 1, kind, answer, points, bonus, reason, by_name, by_mandate_id, at
     FROM appraisal WHERE season_id = $1`,
  `UPDATE gate_decision SET applies = false WHERE season_id = $1`,
  `DELETE FROM gate_decision WHERE season_id = $1`,
  `INSERT INTO gate_decision SELECT season_id, unit_id, gate_code, number + 1, false, reason, by_name, by_mandate_id, at
     FROM gate_decision WHERE season_id = $1`,
  `UPDATE comment SET body = 'khác' WHERE season_id = $1`,
  `DELETE FROM comment_answer WHERE season_id = $1`,
  `INSERT INTO comment SELECT gen_random_uuid(), season_id, subject, anchor, body, by_name, by_role, by_unit_id, by_person_id, at
     FROM comment WHERE season_id = $1`,
  `INSERT INTO deadline (id, season_id, kind, at, created_at, by_name) SELECT gen_random_uuid(), $1, 'assessment', now(), now(), ''`,
  `UPDATE final_ranking SET bundle = '{}' WHERE season_id = $1`,
  `DELETE FROM final_ranking WHERE season_id = $1`,
  `UPDATE season SET phase = 'deliberation' WHERE id = $1`,
  `UPDATE season SET revision = revision + 1 WHERE id = $1`,
  `UPDATE season SET criteria_version_id = NULL WHERE id = $1`,
  `DELETE FROM season WHERE id = $1`,
  `UPDATE criteria_version SET document = '{}' WHERE id = (SELECT criteria_version_id FROM season WHERE id = $1)`,
]
const tables = [
  'assessment',
  'answer',
  'submission',
  'evidence',
  'evidence_link',
  'appraisal',
  'gate_decision',
  'comment',
  'comment_answer',
  'deadline',
  'final_ranking',
  'season',
]
const contentOf = async () => {
  const rows = []
  for (const table of tables)
    rows.push((await world.owner.query(`SELECT * FROM ${table} AS row ORDER BY row::text`)).rows)
  return JSON.stringify(rows)
}

// 42501: no right to; 23001: what is frozen or kept for ever stays.
test.each(changes)('the database refuses the application: %s', async (sql) => {
  const before = await contentOf()
  const error = await world.database.pool.query(sql, [made.season.id]).catch((refused) => refused)
  expect(['42501', '23001']).toContain(error.code)
  expect(await contentOf()).toBe(before)
})

test.each(changes)('the database refuses its owner, too: %s', async (sql) => {
  const before = await contentOf()
  const error = await world.owner.query(sql, [made.season.id]).catch((refused) => refused)
  expect(error.code).toBe('23001')
  expect(await contentOf()).toBe(before)
})

test('the application can neither change, take out nor empty the journal, nor set its chain’s head', async () => {
  const { season, entries } = made
  const before = await entries()
  expect(before.length).toBeGreaterThan(0)
  for (const sql of [
    `UPDATE journal_entry SET actor_name = 'khác'`,
    'DELETE FROM journal_entry',
    'TRUNCATE journal_entry',
    `UPDATE journal_head SET number = 0 WHERE chain = '${season.id}'`,
    `INSERT INTO journal_head (chain, number, hash) VALUES ('another', 7, '')`,
    'ALTER TABLE journal_entry DISABLE TRIGGER ALL',
    'DROP TRIGGER keep_rows ON journal_entry',
  ])
    await expect(world.database.pool.query(sql), sql).rejects.toMatchObject({ code: '42501' })
  for (const sql of [
    `UPDATE journal_entry SET actor_name = 'khác'`,
    'DELETE FROM journal_entry',
    'TRUNCATE journal_entry',
  ])
    await expect(world.owner.query(sql), sql).rejects.toMatchObject({ code: '23001' })
  expect(await entries()).toEqual(before)
})

test('a finalized season is archived by its chair, and that alone', async () => {
  const { chair, params } = made
  expect(await chair(seasons.movePhase, { params, body: { to: 'archived' } })).toMatchObject({
    phase: 'archived',
  })
  expect((await chair(rankings.show, { params })).final).not.toBeNull()
  const error = await world.owner
    .query(`UPDATE season SET phase = 'finalized' WHERE id = $1`, [made.season.id])
    .catch((refused) => refused)
  expect(error.code).toBe('23001')
})

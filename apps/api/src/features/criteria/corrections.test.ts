import { appraisals } from '@bangvang/contract/appraisals'
import { assessments } from '@bangvang/contract/assessments'
import { criteria } from '@bangvang/contract/criteria'
import { notices } from '@bangvang/contract/notices'
import { pacts } from '@bangvang/contract/pacts'
import { seasons } from '@bangvang/contract/seasons'
import type { Answer } from '@bangvang/core/assessments/answer'
import type { CriteriaDocument, Criterion, Heading } from '@bangvang/core/criteria/document'
import { isHeading } from '@bangvang/core/criteria/document'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { makeVersion } from '../../test/made-versions.ts'
import { refusal } from '../../test/refusal.ts'
import { smallCriteria } from '../../test/small-criteria.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const changedNode = (node: Criterion | Heading, codes: Record<string, Partial<Criterion>>) =>
  isHeading(node) ? node : { ...node, ...codes[node.code] }

/** KT01 and TD02 change codes, TD01 is measured another way, KT02 asks for other evidence. */
const corrected: CriteriaDocument = {
  ...smallCriteria,
  sections: smallCriteria.sections.map((section) => ({
    ...section,
    criteria: section.criteria.map((node) =>
      changedNode(node, {
        KT01: { code: 'TD02' },
        TD02: { code: 'KT01' },
        TD01: { measure: { kind: 'judgement' } },
        KT02: { evidence: 'none' },
      }),
    ),
  })),
}

/** An open season; its first unit has answered and handed in, its second answered, the third waits for its leader. */
async function corrections() {
  const season = await world.make.season({ phase: 'open' })
  const [first = '', second = '', third = ''] = season.units
  const versionId = await makeVersion(world, season, corrected)
  const params = { seasonId: season.id }
  await world.database.prisma.assessment.createMany({
    data: season.units.map((unitId) => ({ ...params, unitId, createdAt: world.clock.now })),
  })
  const as = async (role: 'chair' | 'delegate' | 'leader' | 'secretary' | 'appraiser', unitId: string) =>
    world.as(await world.make.person({ role, seasonId: season.id, unitId }))
  const answer = async (unitId: string, answers: Record<string, Answer>) => {
    const delegate = await as('delegate', unitId)
    for (const [criterionCode, said] of Object.entries(answers))
      await delegate(assessments.saveAnswer, {
        params: { ...params, unitId, criterionCode },
        body: { answer: said, note: `Nguồn ${criterionCode}`, version: 0 },
      })
    return delegate
  }
  const all: Record<string, Answer> = {
    KT01: { target: '10', actual: '9' },
    KT02: { value: '3' },
    TD01: { option: 'yes' },
    TD02: { points: '12.5' },
  }
  const delegate = await answer(first, all)
  await delegate(assessments.sendForSignOff, { params: { ...params, unitId: first } })
  await (await as('leader', first))(assessments.signOff, { params: { ...params, unitId: first } })
  await answer(second, { KT02: { value: '2' } })
  await (await answer(third, all))(assessments.sendForSignOff, { params: { ...params, unitId: third } })
  const chair = await as('chair', season.chair)
  const correct = (by = chair) =>
    by(criteria.correct, { params, body: { versionId, reason: 'Mã trùng với năm trước' } })
  const sheet = (unitId: string) =>
    world.database.prisma.assessment.findUniqueOrThrow({
      where: { seasonId_unitId: { ...params, unitId } },
      include: { answers: { orderBy: { criterionCode: 'asc' } } },
    })
  return { season, first, second, third, versionId, params, as, chair, delegate, correct, sheet }
}

test('answers go with their criteria, those that fit no longer are set aside, and the journal counts them', async () => {
  const { season, first, second, third, versionId, params, correct, sheet, chair } = await corrections()
  const made = await correct()
  expect(made).toMatchObject({
    reason: 'Mã trùng với năm trước',
    from: { id: season.criteriaVersionId, number: 1 },
    to: { id: versionId, number: 2 },
  })
  const moved = [
    { from: 'KT01', to: 'TD02' },
    { from: 'TD02', to: 'KT01' },
  ]
  const setAside = [
    { code: 'TD01', answer: { option: 'yes' }, note: 'Nguồn TD01', evidence: [], why: 'measure-changed' },
  ]
  const byUnit = Object.fromEntries(made.units.map(({ unitName: _, ...unit }) => [unit.unitId, unit]))
  expect(byUnit).toEqual({
    [first]: { unitId: first, kept: 1, moved, setAside, isReturned: true, read: null },
    [second]: { unitId: second, kept: 1, moved: [], setAside: [], isReturned: false, read: null },
    [third]: { unitId: third, kept: 1, moved, setAside, isReturned: true, read: null },
  })
  const stored = await sheet(first)
  expect(
    stored.answers.map(({ criterionCode, answer, note, version }) => [criterionCode, answer, note, version]),
  ).toEqual([
    ['KT01', { points: '12.5' }, 'Nguồn TD02', 2],
    ['KT02', { value: '3' }, 'Nguồn KT02', 1],
    ['TD02', { target: '10', actual: '9' }, 'Nguồn KT01', 2],
  ])
  expect(await Promise.all([first, second, third].map(async (unit) => (await sheet(unit)).status))).toEqual([
    'returned',
    'draft',
    'draft',
  ])
  expect(stored.returnReason).toBe('Mã trùng với năm trước')
  expect((await chair(seasons.show, { params })).criteriaVersion?.id).toBe(versionId)
  const entry = await world.database.prisma.journalEntry.findFirst({
    where: { chain: season.id, what: 'criteria-corrected' },
  })
  expect(entry).toMatchObject({
    before: { number: 1 },
    after: {
      number: 2,
      units: 3,
      kept: 3,
      moved: 4,
      setAside: 2,
      returned: 2,
      reason: 'Mã trùng với năm trước',
    },
  })
})

test('a file goes with the answer it is evidence for; one of an answer set aside is named there and stays the unit’s', async () => {
  const { first, params, delegate, correct } = await corrections()
  await world.database.prisma.assessment.update({
    where: { seasonId_unitId: { ...params, unitId: first } },
    data: { status: 'returned' },
  })
  const place = { ...params, unitId: first }
  const body = new File(['%PDF-1.4\n%%EOF\n'], 'Báo cáo.pdf')
  const { id } = await delegate(assessments.upload, { params: place, query: {}, body })
  await delegate(assessments.linkEvidence, {
    params: { ...place, evidenceId: id },
    body: { criterionCodes: ['KT01', 'TD01'] },
  })
  const { units } = await correct()
  const unit = units.find(({ unitId }) => unitId === first)
  expect(unit?.setAside).toMatchObject([{ code: 'TD01', evidence: [{ id, name: 'Báo cáo.pdf' }] }])
  const shown = await delegate(assessments.show, { params: place })
  expect(shown.evidence).toMatchObject([{ id, criterionCodes: ['TD02'] }])
})

test('what was handed in by the corrected criteria no longer counts; handed in again it does', async () => {
  const { season, first, params, as, delegate, correct, chair } = await corrections()
  await correct()
  const board = async () => {
    const { layers } = await (await as('appraiser', season.units[1] ?? ''))(appraisals.board, { params })
    return layers.self.find(({ unitId }) => unitId === first)
  }
  await chair(seasons.movePhase, { params, body: { to: 'appraisal' } })
  expect(await board()).toMatchObject({ submitted: false, total: '0.00' })
  await delegate(assessments.sendForSignOff, { params: { ...params, unitId: first } })
  await (await as('leader', first))(assessments.signOff, { params: { ...params, unitId: first } })
  expect(await board()).toMatchObject({ submitted: true })
  expect((await board())?.cells.TD02?.points).toBe('20.00')
})

test('each unit is told until it has read what changed for it, and sees its own alone', async () => {
  const { season, first, second, params, as, delegate, correct } = await corrections()
  const made = await correct()
  const kinds = async () => (await delegate(notices.tasks, {})).items.map(({ kind }) => kind)
  expect(await kinds()).toContain('readCorrection')
  const { items } = await delegate(criteria.corrections, { params })
  expect(items.map(({ units }) => units.map(({ unitId }) => unitId))).toEqual([[first]])
  const read = await delegate(criteria.acknowledge, { params: { correctionId: made.id } })
  expect(read.units).toMatchObject([{ unitId: first, read: { byName: expect.any(String) } }])
  expect(await kinds()).not.toContain('readCorrection')
  await refusal(delegate(criteria.acknowledge, { params: { correctionId: made.id } }), 'correction-read')
  expect(
    (await (await as('secretary', second))(criteria.corrections, { params })).items[0]?.units,
  ).toHaveLength(3)
  const entry = await world.database.prisma.journalEntry.findFirst({
    where: { chain: season.id, what: 'correction-read' },
  })
  expect(entry).toMatchObject({ aboutId: made.id, after: { unitId: first } })
})

test('a correction is nobody’s to read or acknowledge from another season', async () => {
  const { params, correct } = await corrections()
  const { id } = await correct()
  const other = await corrections()
  await refusal(other.delegate(criteria.corrections, { params }), 'not-found')
  await refusal(other.delegate(criteria.acknowledge, { params: { correctionId: id } }), 'not-found')
  await refusal(other.chair(criteria.acknowledge, { params: { correctionId: id } }), 'not-allowed')
  await refusal(world.stranger(criteria.corrections, { params }), 'not-signed-in')
  await refusal(world.stranger(criteria.acknowledge, { params: { correctionId: id } }), 'not-signed-in')
  await refusal(
    other.delegate(criteria.acknowledge, { params: { correctionId: crypto.randomUUID() } }),
    'not-found',
  )
})

test('of two corrections at once one is made', async () => {
  const { season, correct } = await corrections()
  const both = await Promise.allSettled([correct(), correct()])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = both.find((one) => one.status === 'rejected')
  await refusal(Promise.reject(lost?.reason), 'criteria-taken')
  const count = { where: { chain: season.id, what: 'criteria-corrected' } }
  expect(await world.database.prisma.journalEntry.count(count)).toBe(1)
})

test('an answer saved while the criteria are corrected is not lost under a code that is gone', async () => {
  const { second, params, as, correct } = await corrections()
  const delegate = await as('delegate', second)
  const save = () =>
    delegate(assessments.saveAnswer, {
      params: { ...params, unitId: second, criterionCode: 'TD01' },
      body: { answer: { option: 'yes' }, note: '', version: 0 },
    })
  const [saved, made] = await Promise.allSettled([save(), correct()])
  expect(made.status).toBe('fulfilled')
  const left = await world.database.prisma.answer.findMany({
    where: { ...params, unitId: second, criterionCode: 'TD01' },
  })
  expect(left).toEqual([])
  const aside = await world.database.prisma.answerSetAside.count({
    where: { unitId: second, criterionCode: 'TD01', unit: { correction: { seasonId: params.seasonId } } },
  })
  expect(aside).toBe(saved.status === 'fulfilled' ? 1 : 0)
})

test('criteria are corrected by the chair, in an open season, with a newer version of its own, for a reason', async () => {
  const { season, second, params, as, correct, chair, versionId } = await corrections()
  const other = await corrections()
  const by = (id: string) => chair(criteria.correct, { params, body: { versionId: id, reason: 'x' } })
  await refusal(correct(world.stranger), 'not-signed-in')
  await refusal(correct(await as('secretary', second)), 'not-allowed')
  await refusal(correct(other.chair), 'not-found')
  await refusal(by(other.versionId), 'unknown-version')
  await refusal(by(season.criteriaVersionId), 'unknown-version')
  await refusal(by(crypto.randomUUID()), 'unknown-version')
  await refusal(chair(criteria.correct, { params, body: { versionId, reason: ' ' } }), 'invalid-request')
  const preparing = await world.make.season({ phase: 'preparing' })
  const its = world.as(
    await world.make.person({ role: 'chair', seasonId: preparing.id, unitId: preparing.chair }),
  )
  const newer = await makeVersion(world, preparing, corrected)
  await refusal(
    its(criteria.correct, { params: { seasonId: preparing.id }, body: { versionId: newer, reason: 'x' } }),
    'season-closed',
  )
  await chair(seasons.movePhase, { params, body: { to: 'appraisal' } })
  await refusal(correct(), 'season-running')
})

test('the database lets no answer go but by a correction, and keeps what corrections did', async () => {
  const { params, correct } = await corrections()
  const app = world.database.pool
  await expect(app.query('DELETE FROM answer WHERE season_id = $1', [params.seasonId])).rejects.toThrow(
    'an answer is not deleted',
  )
  await correct()
  await expect(app.query('DELETE FROM answer WHERE season_id = $1', [params.seasonId])).rejects.toThrow(
    'an answer is not deleted',
  )
  for (const table of ['criteria_correction', 'corrected_unit', 'answer_set_aside']) {
    await expect(world.owner.query(`DELETE FROM ${table}`)).rejects.toThrow('kept for ever')
    await expect(world.owner.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('kept for ever')
  }
})

test('what the pact registered goes with its criterion too', async () => {
  const season = await world.make.season({ phase: 'preparing' })
  const [unitId = '', second = '', third = ''] = season.units
  const params = { seasonId: season.id }
  const as = async (role: 'chair' | 'delegate' | 'leader') =>
    world.as(await world.make.person({ role, seasonId: season.id, unitId }))
  const [chair, delegate, leader] = [await as('chair'), await as('delegate'), await as('leader')]
  const place = { ...params, unitId }
  const target = {
    params: { ...place, criterionCode: 'KT01' },
    body: { target: '8.5', note: '', version: 0 },
  }
  await delegate(pacts.saveTarget, target)
  await leader(pacts.sign, { params: place, body: { revision: 1 } })
  await chair(pacts.close, { params, body: { without: [second, third] } })
  await chair(seasons.movePhase, { params, body: { to: 'open' } })
  const versionId = await makeVersion(world, season, corrected)
  await chair(criteria.correct, { params, body: { versionId, reason: 'Mã trùng' } })
  const { registered } = await delegate(assessments.show, { params: place })
  expect(registered).toEqual([{ criterionCode: 'TD02', target: '8.5' }])
})

import { readFileSync } from 'node:fs'
import { appraisals } from '@bangvang/contract/appraisals'
import { assessments } from '@bangvang/contract/assessments'
import { ballots } from '@bangvang/contract/ballots'
import { drafts } from '@bangvang/contract/drafts'
import { laws } from '@bangvang/contract/laws'
import { meetings } from '@bangvang/contract/meetings'
import { notices } from '@bangvang/contract/notices'
import { pacts } from '@bangvang/contract/pacts'
import { rankings } from '@bangvang/contract/rankings'
import { SampleAccount } from '@bangvang/contract/session'
import { compareCriteria } from '@bangvang/core/criteria/compare'
import { listCriteria } from '@bangvang/core/criteria/list'
import { placeAnchor } from '@bangvang/core/drafts/anchor'
import { nodesById } from '@bangvang/core/drafts/tree'
import { basisWarnings } from '@bangvang/core/laws/basis'
import { type RankingBundle, verifyBundle } from '@bangvang/core/rankings/bundle'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import {
  appraisers,
  chairOf2020,
  delegateOf,
  leaderOf,
  reviewer,
  samplePassword,
  samplePeople,
  secretary,
} from '../../../../prisma/sample/accounts.ts'
import { criteria2021 } from '../../../../prisma/sample/criteria-2021.ts'
import { cluster, criteriaOf, figuresOf, nameOf } from '../../../../prisma/sample/facts.ts'
import { illustrative } from '../../../../prisma/sample/figures.ts'
import { playSample } from '../../../../prisma/sample/play-sample.ts'
import { openStage, type Stage } from '../../../../prisma/sample/stage.ts'
import { sha256 } from '../audit/record.ts'
import { checkJournal } from '../features/audit/check-journal.ts'
import { openWorld, type World } from './kit.ts'

let world: World
let stage: Stage
let seconds: number
beforeAll(async () => {
  world = await openWorld()
  const began = process.cpuUsage()
  await playSample(world)
  const { user, system } = process.cpuUsage(began)
  seconds = (user + system) / 1_000_000
  stage = openStage(world)
  // After the last act: a clock never goes back.
  stage.at('2026-01-06 08:00')
}, 120_000)
afterAll(() => world.close())

const params = { seasonId: 'DBSH-2020' }

test('the sample loads in less than 20 s of one processor, however busy the machine', () => {
  expect(seconds).toBeLessThan(20)
})

test('the accounts offered at sign-in are those there are, with every role', async () => {
  const path = new URL('../../../../prisma/sample/accounts.json', import.meta.url)
  const offered = z.array(SampleAccount).parse(JSON.parse(readFileSync(path, 'utf8')))
  expect(offered).toEqual(
    samplePeople(cluster.members).map(({ email, name, role, unitId }) => ({
      email,
      password: samplePassword,
      name,
      role,
      unitName: unitId === null ? null : nameOf(unitId),
    })),
  )
  expect(new Set(offered.map(({ name }) => name)).size).toBe(offered.length)
  const { pool } = world.database
  const { rows } = await pool.query('SELECT email FROM person ORDER BY email')
  expect(rows.map(({ email }) => email)).toEqual(offered.map(({ email }) => email).sort())
  expect(new Set(offered.map(({ role }) => role)).size).toBe(8)
})

test('all nine signed the pact of 2020; three targets changed since have their reasons', async () => {
  const call = await stage.as(reviewer)
  const pact = await call(pacts.show, { params })
  expect(pact.closed).toMatchObject({ without: [] })
  expect(
    pact.registrations.map(({ signature, content }) => [signature?.isInForce, content?.movements.length]),
  ).toEqual(cluster.members.map(() => [true, 3]))
  expect(pact.registrations[0]?.content?.movements[0]?.title).toBe('Cả nước chung sức xây dựng nông thôn mới')
  const { changedTargets } = await call(appraisals.board, { params })
  expect([...changedTargets].sort()).toEqual(['HDU KT11', 'NBI KT15', 'QNI KT05'])
  const cell = await call(appraisals.cell, { params: { ...params, unitId: 'HDU', criterionCode: 'KT11' } })
  expect(cell.changedTarget).toMatchObject({
    registered: '1350',
    reason: expect.stringContaining('minh họa'),
  })
})

test('of nine provinces seven have submitted, one is returned, one is returned half filled in', async () => {
  const call = await stage.as(secretary)
  const { items } = await call(assessments.list, { params })
  expect(items.map(({ unitId, status, isLate }) => [unitId, status, isLate])).toEqual([
    ['HDU', 'submitted', false],
    ['BNI', 'submitted', false],
    ['VPC', 'submitted', false],
    ['HYE', 'returned', false],
    ['TBI', 'returned', false],
    ['NDI', 'submitted', false],
    ['HNA', 'submitted', true],
    ['NBI', 'submitted', false],
    ['QNI', 'submitted', false],
  ])
})

test('Thái Bình’s delegate is told what is missing and by when, and may go on', async () => {
  const call = await stage.as(delegateOf('TBI'))
  const { items } = await call(notices.tasks, {})
  expect(items.filter(({ kind }) => kind !== 'consult')).toMatchObject([
    { kind: 'revise', unitId: 'TBI', left: 32, of: 54, due: new Date('2021-01-06T10:00:00.000Z') },
  ])
  const place = { ...params, unitId: 'TBI' }
  expect(await call(assessments.show, { params: place })).toMatchObject({ isEditable: true })
  await call(assessments.sendForSignOff, { params: place })
  await (await stage.as(leaderOf('TBI')))(assessments.takeBack, {
    params: place,
    body: { reason: 'Chưa đủ' },
  })
})

test('each figure says its source or that it is illustrative, and fits its criterion', async () => {
  for (const year of [2019, 2020])
    for (const figures of figuresOf(year).values()) {
      expect(figures.size).toBe(listCriteria(criteriaOf(year)).length)
      for (const { note } of figures.values())
        expect(note === illustrative || note.startsWith('Nguồn: http')).toBe(true)
    }
  const call = await stage.as(appraisers[0])
  const cell = await call(appraisals.cell, { params: { ...params, unitId: 'QNI', criterionCode: 'KT12' } })
  expect(cell.self).toMatchObject({ answer: { part: '1', whole: '63' } })
  expect(cell.self?.note).toMatch(/^Nguồn: http/)
  expect(cell.evidence.map(({ name }) => name)).toEqual([
    'Báo cáo kinh tế - xã hội năm 2020 tỉnh Quảng Ninh.pdf',
  ])
})

test('the draft ranking has a tie and a gate; the board its corrections; the comments one answer', async () => {
  const call = await stage.as(chairOf2020)
  const { rows, final } = await call(rankings.show, { params })
  expect(final).toBeNull()
  expect(rows).toHaveLength(9)
  const byUnit = new Map(rows.map((row) => [row.unitId, row]))
  expect(byUnit.get('NDI')?.tiedWith).toEqual(['NBI'])
  expect(byUnit.get('VPC')).toMatchObject({ gates: ['D03'], awardable: false })
  expect(byUnit.get('HNA')).toMatchObject({ gates: [], awardable: true })
  const board = await call(appraisals.board, { params })
  expect(board.decided.length).toBeGreaterThanOrEqual(9)
  expect(board.layers.self.map(({ total }) => total)).not.toEqual(
    board.layers.appraised.map(({ total }) => total),
  )
  const { items } = await (await stage.as(reviewer))(drafts.comments, { params })
  expect(items.map(({ anchor, answer }) => [anchor.nodeId, answer?.kind ?? null])).toEqual([
    [null, 'acceptedInPart'],
    ['QNI', null],
    ['NDI', null],
  ])
})

test('criteria and regulation of 2021 are under consultation, with comments in every state', async () => {
  const call = await stage.as(reviewer)
  const { items } = await call(drafts.list, { params })
  const [regulation, criteria] = ['regulation', 'criteria'].map((kind) =>
    items.find((draft) => draft.kind === kind && draft.year === 2021),
  )
  expect(criteria).toMatchObject({ status: 'consultation', comments: { all: 4, unanswered: 2 } })
  expect(regulation?.comments).toEqual({
    all: 11,
    accepted: 4,
    acceptedInPart: 1,
    declined: 1,
    unanswered: 5,
  })
  const about = { params: { draftId: regulation?.id ?? '' } }
  const { nodes, consultation } = await call(drafts.show, about)
  expect(nodes.filter(({ kind }) => kind === 'article')).toHaveLength(15)
  const states = consultation?.invitees.map(({ state }) => state) ?? []
  expect(states.filter((state) => state === 'noComment')).toHaveLength(2)
  expect(states).toContain('waiting')
  const said = (await call(drafts.listComments, about)).items
  const parts = nodesById(nodes)
  const orphans = said.filter(
    ({ anchor, appliedAt }) => appliedAt === null && !placeAnchor(parts, anchor).fits,
  )
  expect(orphans.map(({ byUnitId }) => byUnitId)).toEqual(['BNI'])
  expect(said.filter(({ isLate }) => isLate).map(({ byUnitId }) => byUnitId)).toEqual(['VPC'])
  expect(said.filter(({ isResolved }) => isResolved)).toHaveLength(2)
  expect(said.filter(({ appliedAt }) => appliedAt !== null)).toHaveLength(1)
  expect(said.some(({ replies }) => replies.length === 2)).toBe(true)
  const { changes } = compareCriteria(criteriaOf(2020), criteria2021())
  const differences = changes.flatMap((change) => change.differences)
  expect(differences.length).toBeGreaterThanOrEqual(20)
  expect([...new Set(differences.map(({ kind }) => kind))].sort()).toEqual([
    'added',
    'moved',
    'pointsChanged',
    'removed',
    'renumbered',
    'reworded',
    'ruleChanged',
    'standingChanged',
  ])
})

test('the preparatory meeting of January 2021 was held: who was there, what was voted, by which rule', async () => {
  const call = await stage.as(reviewer)
  const { items } = await call(meetings.list, { query: { seasonId: params.seasonId } })
  expect(items).toMatchObject([
    { kind: 'preparatory', status: 'closed', place: 'Quảng Ninh', quorum: { part: 8, base: 9, holds: true } },
  ])
  const votes = (await call(ballots.list, { query: { meetingId: items[0]?.id ?? '' } })).items
  const last = votes.map(({ rounds }) => rounds.at(-1)?.result)
  expect(last).toMatchObject([
    { passed: true, counts: { cast: 8, blank: 1 } },
    { outcome: 'decided', elected: ['Quảng Ninh'], counts: { cast: 9, written: 1 } },
    { outcome: 'decided', elected: ['Hải Dương'] },
    { outcome: 'decided', elected: ['Bắc Ninh'] },
  ])
  expect(votes.map(({ rounds }) => rounds.length)).toEqual([1, 1, 1, 2])
  expect(votes[3]?.rounds[0]?.result).toMatchObject({ outcome: 'notEnough', next: { kind: 'secondRound' } })
})

test('the year before is frozen, verifies, and is published as a sample', async () => {
  const row = await world.database.prisma.finalRanking.findUniqueOrThrow({
    where: { seasonId: 'DBSH-2019' },
  })
  const bundle = JSON.parse(row.bundle) as RankingBundle
  expect(verifyBundle(bundle, sha256)).toEqual({ ok: true, differences: [], faults: [] })
  const shown = await world.stranger(rankings.showPublic, { params: { seasonId: 'DBSH-2019' } })
  expect(shown).toMatchObject({ isSample: true, year: 2019, final: { chairUnitName: 'Hải Dương' } })
  expect(shown.rows).toHaveLength(9)
  expect((await world.stranger(rankings.listPublic, {})).items).toMatchObject([{ seasonId: 'DBSH-2019' }])
})

test('the journal tells the years in whole chains', async () => {
  const chains = await checkJournal(world.database)
  expect(chains.map(({ chain, broken }) => [chain, broken])).toEqual([
    ['DBSH-2019', null],
    ['DBSH-2020', null],
    ['installation', null],
  ])
})

test('the nine became six: each ends with its successor, and keeps its results', async () => {
  const units = await world.database.prisma.unit.findMany({ orderBy: { id: 'asc' } })
  expect(units).toHaveLength(14)
  expect(units.filter(({ name }) => name === 'Bắc Ninh').map(({ id }) => id)).toEqual(['BNI', 'BNI2025'])
  expect(units.find(({ id }) => id === 'TBI')).toMatchObject({ successorId: 'HYE2025' })
})

test('the shelf holds the laws that bear on the cluster, flags those that gave way, and makes up no date', async () => {
  const { items } = await world.stranger(laws.list, {})
  expect(items.filter((law) => law.issuedOn ?? law.effectiveFrom ?? law.effectiveTo)).toEqual([])
  expect(items.every(({ uncertainty }) => uncertainty !== '')).toBe(true)
  const numberOf = new Map(items.map(({ id, number }) => [id, number]))
  const warnings = basisWarnings([...numberOf.keys()], items, '2026-01-06')
  expect(
    Object.fromEntries(
      warnings.map(({ lawId, replacedBy }) => [
        numberOf.get(lawId),
        replacedBy.map(({ number }) => number).join(),
      ]),
    ),
  ).toEqual({
    '30/2020/NĐ-CP': '',
    '06/2022/QH15': '',
    '98/2023/NĐ-CP': '152/2025/NĐ-CP',
    '01/2024/TT-BNV': '15/2025/TT-BNV',
    '152/2025/NĐ-CP': '',
    '15/2025/TT-BNV': '',
    '91/2025/QH15': '',
  })
})

import { criteria } from '@bangvang/contract/criteria'
import { drafts } from '@bangvang/contract/drafts'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { toNodes } from '@bangvang/core/criteria/nodes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { smallCriteria } from '../../test/small-criteria.ts'
import { submittedSeason } from '../../test/submitted.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** The criteria of the next year: the plan is judged and not chosen, a criterion is new, the rank counts twice. */
const next: CriteriaDocument = {
  ...smallCriteria,
  year: 2021,
  maxPoints: '130',
  sections: smallCriteria.sections.map((section) => ({
    ...section,
    criteria: section.criteria.flatMap((node) => {
      if (node.code === 'TD01') return [{ ...node, measure: { kind: 'judgement' as const } }]
      if (node.code === 'KT02')
        return [{ ...node, maxPoints: '40', rule: { kind: 'places' as const, step: '10' } }]
      if (node.code !== 'TD02') return [node]
      const added = { code: 'TD03', title: { vi: 'Mới', en: 'New' }, maxPoints: '10' }
      return [node, { ...added, measure: { kind: 'judgement' as const } }]
    }),
  })),
}

async function drafted(document: unknown = next) {
  const year = await submittedSeason(world, 'deliberation')
  const { season, params, first, as } = year
  const secretary = await as('secretary')
  const draft = await secretary(drafts.create, {
    params,
    body: {
      kind: 'criteria',
      year: 2021,
      title: 'Tiêu chí 2021',
      nodes: toNodes(document, () => crypto.randomUUID()),
    },
  })
  return { ...year, season, secretary, chair: await as('chair', first), params: { draftId: draft.id } }
}

test('last year’s units are ranked under the draft beside what they were, and what is not carried over is said', async () => {
  const { season, first, second, third, secretary, params } = await drafted()
  const impact = await secretary(criteria.impact, { params })
  expect(impact.season).toEqual({ id: season.id, year: 2020, phase: 'deliberation', number: 1 })
  const brief = (rows: typeof impact.before) => rows.map(({ unitId, rank, total }) => [unitId, rank, total])
  expect(brief(impact.before)).toEqual([
    [first, 1, '100.00'],
    [second, 2, '85.00'],
    [third, 3, '70.00'],
  ])
  expect(brief(impact.after)).toEqual([
    [first, 1, '100.00'],
    [third, 2, '80.00'],
    [second, 3, '80.00'],
  ])
  expect(impact.notCarried).toEqual(
    [first, second, third].map((unitId) => ({
      unitId,
      what: 'answer',
      code: 'TD01',
      why: 'measure-changed',
    })),
  )
  expect(impact.unanswered).toEqual(['TD01', 'TD03', 'B01'])
})

test('a draft that contradicts itself is not scored: every fault is named at its part', async () => {
  const { secretary, params } = await drafted({ ...next, maxPoints: '7', decimals: 5 })
  const problem = await refusal(secretary(criteria.impact, { params }), 'criteria-contradict')
  expect(problem.errors?.map(({ pointer, code }) => [pointer.replace(/[0-9a-f-]{36}/, 'id'), code])).toEqual([
    ['#/nodes/id/decimals', 'out_of_range'],
    ['#/nodes/id/maxPoints', 'sum_mismatch'],
  ])
})

test('an impact is for those who prepare, decide and review, and of a year whose units they see', async () => {
  const { season, first, second, secretary, chair, params, as } = await drafted()
  const ask = (by: World['stranger'], draftId = params.draftId) =>
    by(criteria.impact, { params: { draftId } })
  await refusal(ask(world.stranger), 'not-signed-in')
  await refusal(ask(await as('delegate', second)), 'not-allowed')
  await refusal(ask((await drafted()).secretary), 'not-found')
  expect((await ask(chair)).before).toHaveLength(3)
  expect((await ask(world.as(await world.make.person({ role: 'reviewer' })))).before).toHaveLength(3)
  const plan = await secretary(drafts.create, {
    params: { seasonId: season.id },
    body: { kind: 'plan', year: 2021, title: 'Kế hoạch', nodes: [] },
  })
  await refusal(ask(secretary, plan.id), 'draft-kind')
  const nextYear = await world.database.prisma.season.create({
    data: {
      id: `${season.clusterId}-2021`,
      clusterId: season.clusterId,
      year: 2021,
      phase: 'preparing',
      chairUnitId: first,
      createdAt: world.clock.now,
    },
  })
  const young = world.as(await world.make.person({ role: 'chair', seasonId: nextYear.id, unitId: first }))
  const body = {
    kind: 'criteria' as const,
    year: 2021,
    title: 'Tiêu chí',
    nodes: toNodes(next, () => crypto.randomUUID()),
  }
  const draft = await young(drafts.create, { params: { seasonId: nextYear.id }, body })
  await refusal(ask(young, draft.id), 'no-year-to-compare')
  const alone = await world.make.season()
  const lonely = world.as(await world.make.person({ role: 'secretary', seasonId: alone.id }))
  const its = await lonely(drafts.create, { params: { seasonId: alone.id }, body: { ...body, year: 2020 } })
  await refusal(ask(lonely, its.id), 'no-year-to-compare')
})

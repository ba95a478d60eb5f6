import { drafts } from '@bangvang/contract/drafts'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { toNodes } from '@bangvang/core/criteria/nodes'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../audit/record.ts'
import { consultedSeason, draftedSeason } from '../../test/drafted.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { smallCriteria } from '../../test/small-criteria.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = { number: '01/QC-CTĐ', adoptedOn: '2020-12-20', legalBasis: 'Luật 06/2022/QH15' }
const comment = {
  anchor: { nodeId: 'D1', field: null, quote: null },
  body: 'Nên rõ hơn.',
  replacement: null,
  mentions: [],
}

test('the chair adopts what was seen: kept as a version under its hash, with its number and basis', async () => {
  const { as, params, people, entries } = await consultedSeason(world)
  const adopted = await as.chair(drafts.adopt, { params, body: { ...act, revision: 1 } })
  expect(adopted).toMatchObject({
    status: 'adopted',
    legalBasis: act.legalBasis,
    versions: 2,
    adopted: { number: '01/QC-CTĐ', on: '2020-12-20', byName: people.chair.name },
    may: { edit: false, sendOut: false, comment: false, answer: false, adopt: false },
  })
  const parts = adopted.nodes.map(({ version: _, ...part }) => part)
  expect(adopted.adopted?.sha256).toBe(sha256(canonicalJson(parts)))
  expect(adopted.history.at(-1)).toMatchObject({
    number: 2,
    reason: 'adopted',
    sha256: adopted.adopted?.sha256,
  })
  expect((await entries()).at(-1)).toMatchObject({
    what: 'draft-adopted',
    role: 'chair',
    before: { status: 'consultation' },
    after: { status: 'adopted', number: act.number, sha256: adopted.adopted?.sha256 },
  })
})

test('a draft with a comment unanswered is not adopted, each one named; nor one that changed since', async () => {
  const { as, params } = await consultedSeason(world)
  const { id } = await as.delegate(drafts.commentOn, { params, body: comment })
  const problem = await refusal(
    as.chair(drafts.adopt, { params, body: { ...act, revision: 1 } }),
    'comments-unanswered',
  )
  expect(problem.errors).toEqual([{ pointer: `#/comments/${id}`, code: 'unanswered' }])
  await as.secretary(drafts.answer, { params: { commentId: id }, body: { kind: 'declined', body: 'Đã rõ.' } })
  const saved = { params: { ...params, nodeId: 'D1' }, body: { content: { text: '' }, version: 1 } }
  await as.secretary(drafts.saveNode, saved)
  const changed = await refusal(
    as.chair(drafts.adopt, { params, body: { ...act, revision: 1 } }),
    'draft-changed',
  )
  expect(changed.current).toEqual({ revision: 2 })
  const empty = await refusal(
    as.chair(drafts.adopt, { params, body: { ...act, revision: 2 } }),
    'draft-invalid',
  )
  expect(empty.errors).toEqual([{ pointer: '#/nodes/D1/text', code: 'empty' }])
})

test('of two adoptions at once one is made and the other is told', async () => {
  const { as, params, entries } = await consultedSeason(world)
  const both = await Promise.allSettled(
    [0, 1].map(() => as.chair(drafts.adopt, { params, body: { ...act, revision: 1 } })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await entries()).filter(({ what }) => what === 'draft-adopted')).toHaveLength(1)
})

test('an adopted draft takes nothing any more; the next of its kind and year supersedes it', async () => {
  const { season, as, params, people, show } = await consultedSeason(world)
  const { id: commentId } = await as.delegate(drafts.commentOn, { params, body: comment })
  const of = { params: { commentId } }
  await as.secretary(drafts.answer, { ...of, body: { kind: 'accepted', body: 'Tiếp thu.' } })
  await as.chair(drafts.adopt, { params, body: { ...act, revision: 1 } })
  const node = { ...params, nodeId: 'D1' }
  const deadline = '2021-01-01T00:00:00.000Z'
  for (const write of [
    () => as.secretary(drafts.rename, { params, body: { title: 'x', legalBasis: '', basisIds: [] } }),
    () => as.secretary(drafts.saveNode, { params: node, body: { content: { text: 'x' }, version: 1 } }),
    () =>
      as.secretary(drafts.moveNode, { params: node, body: { parentId: null, position: '9', version: 1 } }),
    () => as.secretary(drafts.removeNode, { params: node, query: { version: 1 } }),
    () => as.secretary(drafts.undo, { params, body: { revision: 1 } }),
    () =>
      as.secretary(drafts.sendOut, {
        params,
        body: { deadline, message: '', mandateIds: [people.delegate.mandateId] },
      }),
    () => as.reviewer(drafts.noComment, { params }),
    () => as.reviewer(drafts.commentOn, { params, body: comment }),
    () => as.delegate(drafts.reply, { ...of, body: { body: 'x', mentions: [] } }),
    () => as.delegate(drafts.resolve, { ...of, body: { isResolved: true } }),
    () => as.secretary(drafts.answer, { ...of, body: { kind: 'declined', body: 'x' } }),
    () => as.secretary(drafts.apply, { ...of, body: { kind: 'accepted', body: 'x', replacement: null } }),
    () => as.chair(drafts.adopt, { params, body: { ...act, revision: 1 } }),
  ])
    await refusal(write(), 'draft-adopted')
  const { id } = await as.secretary(drafts.create, {
    params: { seasonId: season.id },
    body: { kind: 'regulation', year: 2021, title: 'Quy chế sửa đổi', nodes: (await show()).nodes },
  })
  await as.chair(drafts.adopt, {
    params: { draftId: id },
    body: { ...act, number: '02/QC-CTĐ', revision: 1 },
  })
  expect(await show()).toMatchObject({ status: 'superseded', adopted: { number: act.number } })
})

test('under a finalized season next year’s draft is still written, commented, answered and adopted', async () => {
  const { as, params } = await consultedSeason(world, 'finalized')
  const saved = { params: { ...params, nodeId: 'D2' }, body: { content: { text: 'Cụm họp.' }, version: 1 } }
  await as.secretary(drafts.saveNode, saved)
  const { id: commentId } = await as.reviewer(drafts.commentOn, { params, body: comment })
  const of = { params: { commentId } }
  await as.delegate(drafts.reply, { ...of, body: { body: 'Đồng ý.', mentions: [] } })
  await as.delegate(drafts.noComment, { params })
  await as.secretary(drafts.answer, { ...of, body: { kind: 'accepted', body: 'Tiếp thu.' } })
  await as.reviewer(drafts.resolve, { ...of, body: { isResolved: true } })
  const adopted = await as.chair(drafts.adopt, { params, body: { ...act, revision: 2 } })
  expect(adopted).toMatchObject({ status: 'adopted', waitingFor: [], comments: { accepted: 1 } })
})

test('of a comment and an adoption at once the later is told: nothing is adopted over a comment', async () => {
  const { as, params, show } = await consultedSeason(world)
  const both = await Promise.allSettled([
    as.delegate(drafts.commentOn, { params, body: comment }),
    as.chair(drafts.adopt, { params, body: { ...act, revision: 1 } }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const { status, comments } = await show()
  expect([status, comments.unanswered]).toEqual(status === 'adopted' ? ['adopted', 0] : ['consultation', 1])
})

const withoutVersion = (document: unknown) => {
  let made = 0
  return toNodes(document, () => `N${++made}`)
}

async function draftedCriteria(document: CriteriaDocument) {
  const made = await draftedSeason(world)
  const { id } = await made.as.secretary(drafts.create, {
    params: { seasonId: made.season.id },
    body: { kind: 'criteria', year: 2021, title: 'Tiêu chí 2021', nodes: withoutVersion(document) },
  })
  return { ...made, params: { draftId: id } }
}

test('adopted criteria become the next version of their year, under the hash of their document', async () => {
  const { as, params, season } = await draftedCriteria({ ...smallCriteria, year: 2021 })
  const adopted = await as.chair(drafts.adopt, { params, body: { ...act, revision: 1 } })
  const hash = sha256(canonicalJson({ ...smallCriteria, year: 2021 }))
  expect(adopted.adopted?.sha256).toBe(hash)
  const versions = await world.database.prisma.criteriaVersion.findMany({
    where: { clusterId: season.clusterId, year: 2021 },
  })
  expect(versions).toMatchObject([
    { number: 1, status: 'adopted', sha256: hash, legalBasis: act.legalBasis, document: { year: 2021 } },
  ])
  const running = await world.database.prisma.season.findUniqueOrThrow({ where: { id: season.id } })
  expect(running.criteriaVersionId).toBe(season.criteriaVersionId)
})

test('of two drafts of one year adopted at once both are versions, and the later supersedes', async () => {
  const first = await draftedCriteria({ ...smallCriteria, year: 2021 })
  const { season, as, entries } = first
  const { id } = await as.secretary(drafts.create, {
    params: { seasonId: season.id },
    body: { kind: 'criteria', year: 2021, title: 'Khác', nodes: withoutVersion(smallCriteria) },
  })
  const both = [first.params, { draftId: id }]
  await Promise.all(both.map((params) => as.chair(drafts.adopt, { params, body: { ...act, revision: 1 } })))
  const versions = await world.database.prisma.criteriaVersion.findMany({
    where: { clusterId: season.clusterId, year: 2021 },
    orderBy: { number: 'asc' },
  })
  expect(versions.map(({ number, status }) => [number, status])).toEqual([
    [1, 'superseded'],
    [2, 'adopted'],
  ])
  const shown = await Promise.all(both.map((params) => as.chair(drafts.show, { params })))
  expect(shown.map(({ status }) => status).sort()).toEqual(['adopted', 'superseded'])
  expect((await entries()).filter(({ what }) => what === 'draft-adopted')).toHaveLength(2)
})

test('the laws a draft names are kept with the version it becomes', async () => {
  const { as, params } = await draftedCriteria({ ...smallCriteria, year: 2021 })
  const lawId = crypto.randomUUID()
  const now = world.clock.now
  await world.database.prisma.law.create({
    data: {
      id: lawId,
      kind: 'law',
      number: `06/${lawId}`,
      titleVi: 'Luật Thi đua',
      createdAt: now,
      updatedAt: now,
    },
  })
  const head = { title: 'Tiêu chí 2021', legalBasis: '' }
  const unknown = { ...head, basisIds: [lawId, crypto.randomUUID()] }
  const problem = await refusal(as.secretary(drafts.rename, { params, body: unknown }), 'draft-invalid')
  expect(problem.errors).toEqual([{ pointer: '#/basisIds/1', code: 'unknown-law' }])
  const named = await as.secretary(drafts.rename, { params, body: { ...head, basisIds: [lawId] } })
  expect(named.basis).toMatchObject([{ lawId, title: { vi: 'Luật Thi đua' } }])
  await as.chair(drafts.adopt, { params, body: { ...act, revision: 2 } })
  const cited = await world.database.prisma.lawCitation.findMany({ where: { lawId } })
  expect(cited.map(({ aboutKind }) => aboutKind).sort()).toEqual(['criteriaVersion', 'draft'])
})

test('criteria that contradict themselves are not adopted, every fault at its part', async () => {
  const { as, params } = await draftedCriteria({ ...smallCriteria, maxPoints: '99', decimals: 9 })
  const problem = await refusal(
    as.chair(drafts.adopt, { params, body: { ...act, revision: 1 } }),
    'criteria-contradict',
  )
  expect(problem.errors).toContainEqual({ pointer: '#/nodes/N1/decimals', code: 'out_of_range' })
  expect((await as.chair(drafts.show, { params })).status).toBe('draft')
})

test('the chair of its season alone adopts', async () => {
  const { as, params } = await consultedSeason(world)
  const other = await consultedSeason(world)
  const adopt = { params, body: { ...act, revision: 1 } }
  await refusal(world.stranger(drafts.adopt, adopt), 'not-signed-in')
  await refusal(as.secretary(drafts.adopt, adopt), 'not-allowed')
  await refusal(other.as.chair(drafts.adopt, adopt), 'not-found')
})

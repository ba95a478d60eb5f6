import { randomUUID } from 'node:crypto'
import { type LawBody, laws } from '@bangvang/contract/laws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../db.ts'
import { basisOf, saveBasis } from '../../law-basis.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const keeper = async () => world.as(await world.make.person({ role: 'reviewer' }))
const administrator = async () => world.as(await world.make.person({ role: 'administrator' }))
const decree = (change: Partial<LawBody> = {}): LawBody => ({
  kind: 'decree',
  number: `${randomUUID().slice(0, 8)}/NĐ-CP`,
  title: { vi: 'Thi đua, khen thưởng', en: '' },
  issuer: 'Chính phủ',
  issuedOn: null,
  effectiveFrom: '2024-01-01',
  effectiveTo: null,
  replaces: [],
  link: null,
  note: '',
  uncertainty: '',
  ...change,
})
const wholly = (lawId: string) => ({ lawId, isInPart: false, note: '' })
const entries = (aboutId: string) =>
  world.database.prisma.journalEntry.findMany({ where: { aboutId }, orderBy: { number: 'asc' } })

test('a law is put on the shelf, and everyone reads it, signed in or not', async () => {
  const call = await keeper()
  const old = await call(laws.create, { body: decree() })
  const body = decree({ replaces: [wholly(old.id)], uncertainty: 'Ngày ban hành (?)' })
  const made = await call(laws.create, { body })
  expect(made).toMatchObject({ ...body, version: 1, file: null })
  const { items } = await world.stranger(laws.list, {})
  expect(items).toContainEqual(made)
  expect(await entries(made.id)).toMatchObject([
    { what: 'law-added', chain: 'installation', before: null, after: body },
  ])
})

test('a law is changed and ended, where it still is as the writer saw it', async () => {
  const call = await administrator()
  const body = decree()
  const { id } = await call(laws.create, { body })
  const params = { lawId: id }
  const ended = { ...body, effectiveTo: '2025-06-30' }
  const changed = await call(laws.change, { params, body: { ...ended, version: 1 } })
  expect(changed).toMatchObject({ effectiveTo: '2025-06-30', version: 2 })
  const problem = await refusal(call(laws.change, { params, body: { ...body, version: 1 } }), 'law-changed')
  expect(problem.current).toMatchObject({ id, version: 2, effectiveTo: '2025-06-30' })
  expect((await entries(id)).at(-1)).toMatchObject({ what: 'law-changed', before: body, after: ended })
  const elsewhere = { lawId: randomUUID() }
  await refusal(call(laws.change, { params: elsewhere, body: { ...body, version: 1 } }), 'not-found')
})

test('one number of one issuer stands once; another issuer may use it', async () => {
  const call = await keeper()
  const body = decree({ number: '12/QĐ-UBND' })
  await call(laws.create, { body })
  await refusal(call(laws.create, { body }), 'law-exists')
  const other = await call(laws.create, { body: { ...body, issuer: 'UBND tỉnh Hưng Yên' } })
  const change = { params: { lawId: other.id }, body: { ...body, version: 1 } }
  expect((await refusal(call(laws.change, change), 'law-exists')).errors).toEqual([
    { pointer: '#/number', code: 'law-exists' },
  ])
})

test('a law that contradicts itself or the shelf is refused with every fault at its field', async () => {
  const call = await keeper()
  const old = await call(laws.create, { body: decree() })
  const newer = await call(laws.create, { body: decree({ replaces: [wholly(old.id)] }) })
  const body = decree({
    effectiveTo: '2023-12-31',
    replaces: [wholly(randomUUID()), { lawId: newer.id, isInPart: true, note: '' }],
  })
  expect((await refusal(call(laws.create, { body }), 'law-invalid')).errors).toEqual([
    { pointer: '#/effectiveTo', code: 'before-beginning' },
    { pointer: '#/replaces/0/lawId', code: 'unknown_law' },
    { pointer: '#/replaces/1/note', code: 'note_missing' },
  ])
  const circle = { ...decree({ replaces: [wholly(newer.id.toUpperCase())] }), version: 1 }
  const refused = await refusal(call(laws.change, { params: { lawId: old.id }, body: circle }), 'law-invalid')
  expect(refused.errors).toEqual([{ pointer: '#/replaces/0/lawId', code: 'cycle' }])
})

test('a link is https and nothing else', async () => {
  const call = await keeper()
  const links = ['http://chinhphu.example', 'javascript:alert(1)', 'https://a@b.example', 'https://a b']
  for (const link of links) {
    const refused = await refusal(call(laws.create, { body: decree({ link }) }), 'invalid-request')
    expect(refused.errors?.[0]?.pointer, link).toBe('#/link')
  }
  const link = 'https://vanban.chinhphu.example/?so=98&năm=2023#d30'
  expect((await call(laws.create, { body: decree({ link }) })).link).toBe(link)
})

test('of two changes at once one wins, and two laws made to replace each other at once make no circle', async () => {
  const call = await keeper()
  const [a, b] = [decree(), decree()]
  const made = [await call(laws.create, { body: a }), await call(laws.create, { body: b })] as const
  const replacing = made.map(({ id }, index) => ({
    params: { lawId: id },
    body: { ...(index === 0 ? a : b), replaces: [wholly(made[1 - index]?.id ?? '')], version: 1 },
  }))
  const circled = await Promise.allSettled(replacing.map((change) => call(laws.change, change)))
  expect(circled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const { id } = await call(laws.create, { body: decree() })
  const twice = await Promise.allSettled(
    [1, 2].map((n) =>
      call(laws.change, { params: { lawId: id }, body: { ...decree({ note: `lần ${n}` }), version: 1 } }),
    ),
  )
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await entries(id)).map(({ what }) => what)).toEqual(['law-added', 'law-changed'])
})

test('nobody of a season keeps the shelf, and a stranger neither keeps it nor opens its files', async () => {
  const season = await world.make.season()
  const { id } = await (await keeper())(laws.create, { body: decree() })
  for (const role of ['chair', 'secretary', 'delegate'] as const) {
    const call = world.as(await world.make.person({ role, seasonId: season.id, unitId: season.chair }))
    await refusal(call(laws.create, { body: decree() }), 'not-allowed')
    await refusal(
      call(laws.change, { params: { lawId: id }, body: { ...decree(), version: 1 } }),
      'not-allowed',
    )
  }
  await refusal(world.stranger(laws.create, { body: decree() }), 'not-signed-in')
  await refusal(world.stranger(laws.file, { params: { lawId: id }, query: {} }), 'not-signed-in')
})

const pdf = (text: string) => new File([`%PDF-1.4\n%${text}\n%%EOF\n`], 'Nghị định 98.pdf')

test('a law’s text is PDF or Word by its content, sent under its own name, and never run', async () => {
  const call = await keeper()
  const { id } = await call(laws.create, { body: decree() })
  const params = { lawId: id }
  await refusal(call(laws.file, { params, query: {} }), 'not-found')
  const html = new File(['<script>alert(1)</script>'], 'Nghị định.pdf')
  await refusal(call(laws.putFile, { params, query: { version: 1 }, body: html }), 'law-file-kind')
  const png = new File([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')], 'a.png')
  await refusal(call(laws.putFile, { params, query: { version: 1 }, body: png }), 'law-file-kind')
  const put = await call(laws.putFile, { params, query: { version: 1 }, body: pdf('98') })
  expect(put).toMatchObject({
    version: 2,
    file: { name: 'Nghị định 98.pdf', contentType: 'application/pdf' },
  })
  const reader = await world.make.person({ role: 'administrator' })
  const answer = await world.app.inject({
    url: `/api/laws/${id}/file`,
    headers: { cookie: reader.cookie },
  })
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
    'content-disposition': expect.stringContaining(
      "filename*=UTF-8''Ngh%E1%BB%8B%20%C4%91%E1%BB%8Bnh%2098.pdf",
    ),
  })
  expect(answer.body).toContain('%98')
  expect((await entries(id)).at(-1)).toMatchObject({
    what: 'law-file-put',
    before: null,
    after: { name: 'Nghị định 98.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
})

test('a file put over another, or taken away, goes; the same bytes beside another law stay', async () => {
  const call = await keeper()
  const [one, two] = [
    await call(laws.create, { body: decree() }),
    await call(laws.create, { body: decree() }),
  ]
  for (const { id } of [one, two])
    await call(laws.putFile, { params: { lawId: id }, query: { version: 1 }, body: pdf('chung') })
  const params = { lawId: one.id }
  await refusal(call(laws.putFile, { params, query: { version: 1 }, body: pdf('muộn') }), 'law-changed')
  await call(laws.removeFile, { params, query: { version: 2 } })
  await refusal(call(laws.removeFile, { params, query: { version: 3 } }), 'not-found')
  await refusal(call(laws.removeFile, { params, query: { version: 2 } }), 'law-changed')
  await refusal(call(laws.file, { params, query: {} }), 'not-found')
  const kept = await call(laws.file, { params: { lawId: two.id }, query: { download: 'true' } })
  expect(await kept.text()).toContain('%chung')
  await call(laws.putFile, { params: { lawId: two.id }, query: { version: 2 }, body: pdf('mới') })
  expect((await entries(one.id)).map(({ what }) => what)).toEqual([
    'law-added',
    'law-file-put',
    'law-file-removed',
  ])
})

test('of two files put at once one is kept', async () => {
  const call = await keeper()
  const { id } = await call(laws.create, { body: decree() })
  const puts = await Promise.allSettled(
    ['một', 'hai'].map((text) =>
      call(laws.putFile, { params: { lawId: id }, query: { version: 1 }, body: pdf(text) }),
    ),
  )
  expect(puts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await call(laws.file, { params: { lawId: id }, query: {} })
})

test('no law is ever deleted, whoever writes the SQL', async () => {
  const { id } = await (await keeper())(laws.create, { body: decree() })
  await expect(world.database.pool.query('DELETE FROM law WHERE id = $1', [id])).rejects.toThrow(/denied/)
  await expect(world.owner.query('DELETE FROM law WHERE id = $1', [id])).rejects.toThrow(/kept for ever/)
  await expect(world.owner.query('TRUNCATE law CASCADE')).rejects.toThrow(/kept for ever/)
})

test('a basis names laws in order, flags what was replaced by the day, and knows only what is on the shelf', async () => {
  const call = await keeper()
  const old = await call(laws.create, { body: decree() })
  const newer = await call(laws.create, {
    body: decree({ effectiveFrom: '2025-07-01', replaces: [wholly(old.id)], uncertainty: 'Điều 30 (?)' }),
  })
  const about = { kind: 'ballotThreshold', id: randomUUID() } as const
  const save = (ids: readonly string[]) => inTransaction(world.database, (tx) => saveBasis(tx, about, ids))
  const unknown = randomUUID()
  expect(await save([newer.id, old.id, newer.id])).toEqual([])
  expect(await save([unknown, old.id])).toEqual([unknown])
  const on = (day: string) => basisOf(world.database.prisma, about, day)
  expect(await on('2025-06-30')).toMatchObject([
    { lawId: newer.id, state: 'notYet', replacedBy: [], isUncertain: true },
    { lawId: old.id, state: 'inForce', replacedBy: [], isUncertain: false },
  ])
  expect(await on('2025-07-01')).toMatchObject([
    { lawId: newer.id, state: 'inForce', replacedBy: [] },
    {
      lawId: old.id,
      state: 'inForce',
      replacedBy: [{ lawId: newer.id, number: newer.number, isInPart: false }],
    },
  ])
  await save([])
  expect(await on('2025-07-01')).toEqual([])
})

test('the basis of an adopted criteria version stays, by any route', async () => {
  const { id: lawId } = await (await keeper())(laws.create, { body: decree() })
  const { criteriaVersionId: id } = await world.make.season()
  const about = { kind: 'criteriaVersion', id } as const
  await expect(inTransaction(world.database, (tx) => saveBasis(tx, about, [lawId]))).rejects.toThrow()
  const sql = 'INSERT INTO law_citation (about_kind, about_id, law_id, position) VALUES ($1, $2, $3, 0)'
  await expect(world.owner.query(sql, ['criteriaVersion', id, lawId])).rejects.toThrow(/basis of an adopted/)
})

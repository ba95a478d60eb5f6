import { createHash, randomUUID } from 'node:crypto'
import { papers } from '@bangvang/contract/papers'
import { rankings } from '@bangvang/contract/rankings'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { submittedSeason } from '../../test/submitted.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** A season in deliberation, and the ways to finalize it and to issue its summary. */
async function deliberated() {
  const made = await submittedSeason(world, 'deliberation')
  const { params, as, first } = made
  const chair = await as('chair', first)
  const finalize = async () => {
    const { revision } = await chair(rankings.show, { params })
    await chair(rankings.finalize, { params, body: { revision } })
  }
  const kind = { ...params, kind: 'points-summary' as const }
  const body = {
    about: {},
    place: 'Quảng Ninh',
    day: '2021-01-20',
    signer: { name: 'Trần Văn Minh', title: 'Chủ tịch UBND tỉnh' },
    recipients: ['Lưu: VT.'],
    seen: 0,
  }
  const issue = (changes: Partial<typeof body> = {}) =>
    chair(papers.issue, { params: kind, body: { ...body, ...changes } })
  return { ...made, chair, finalize, kind, body, issue }
}

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer())
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const wordsOf = (docx: Uint8Array, part = 'word/document.xml') =>
  strFromU8(unzipSync(docx)[part] ?? new Uint8Array())
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const headersOf = (docx: Uint8Array) =>
  Object.keys(unzipSync(docx))
    .filter((name) => /^word\/header\d/.test(name))
    .map((name) => wordsOf(docx, name))

describe('making a paper', () => {
  test('a ranking that is not final gives DỰ THẢO on every page, a final one does not', async () => {
    const { chair, kind, finalize } = await deliberated()
    const make = async () => bytesOf(await chair(papers.make, { params: kind, query: { format: 'docx' } }))
    const draft = await make()
    expect(headersOf(draft)).toHaveLength(2)
    for (const header of headersOf(draft)) expect(header).toContain('DỰ THẢO')
    expect(wordsOf(draft)).toContain('BẢNG TỔNG HỢP ĐIỂM')
    expect(wordsOf(draft)).toContain('/BTH-CTĐ')
    await finalize()
    const final = await make()
    for (const header of headersOf(final)) expect(header).not.toContain('DỰ THẢO')
    expect(wordsOf(final)).toContain('Mã SHA-256')
  })

  test('every format there is comes with its own type, and no other is made', async () => {
    const { chair, kind, params } = await deliberated()
    for (const [format, begins] of [
      ['docx', 'PK'],
      ['pdf', '%PDF-'],
      ['xlsx', 'PK'],
    ] as const) {
      const bytes = await bytesOf(await chair(papers.make, { params: kind, query: { format } }))
      expect(strFromU8(bytes.slice(0, begins.length), true)).toBe(begins)
    }
    const draft = await world.database.prisma.draft.create({
      data: {
        id: randomUUID(),
        kind: 'regulation',
        clusterId: 'C',
        seasonId: params.seasonId,
        year: 2021,
        title: 'Tổ chức và hoạt động',
        status: 'draft',
        revision: 1,
        legalBasis: '',
        createdAt: world.clock.now,
        updatedAt: world.clock.now,
      },
    })
    const regulation = { ...params, kind: 'regulation' as const }
    const query = { draftId: draft.id, format: 'xlsx' as const }
    await refusal(chair(papers.make, { params: regulation, query }), 'paper-format')
  })

  test('the comparison tells the reason of a cut', async () => {
    const { chair, params, second } = await deliberated()
    await world.database.prisma.appraisal.createMany({
      data: [
        {
          seasonId: params.seasonId,
          unitId: second,
          criterionCode: 'TD02',
          number: 1,
          kind: 'overridden',
          points: '5.00',
          reason: 'Thiếu minh chứng <b>',
          byName: 'Lê Thẩm',
          byMandateId: randomUUID(),
          at: world.clock.now,
        },
      ],
    })
    const comparison = { ...params, kind: 'layer-comparison' as const }
    const text = wordsOf(
      await bytesOf(await chair(papers.make, { params: comparison, query: { format: 'docx' } })),
    )
    expect(text).toContain('Thiếu minh chứng &lt;b&gt;')
    expect(text).toContain('−5,00')
  })

  test('a unit makes its own sheet from what it has typed; the others only from what was submitted', async () => {
    const season = await world.make.season({ phase: 'open' })
    const [unitId = '', other = ''] = season.units
    await world.database.prisma.assessment.createMany({
      data: season.units.map((id) => ({ seasonId: season.id, unitId: id, createdAt: world.clock.now })),
    })
    const params = { seasonId: season.id, kind: 'self-scoring-sheet' as const }
    const query = { unitId, format: 'docx' as const }
    const own = world.as(await world.make.person({ role: 'delegate', seasonId: season.id, unitId }))
    const sheet = await bytesOf(await own(papers.make, { params, query }))
    expect(wordsOf(sheet)).toContain('chưa được lãnh đạo đơn vị duyệt gửi')
    expect(headersOf(sheet).every((header) => header.includes('DỰ THẢO'))).toBe(true)
    const secretary = world.as(await world.make.person({ role: 'secretary', seasonId: season.id }))
    await refusal(secretary(papers.make, { params, query }), 'not-found')
    const neighbour = world.as(
      await world.make.person({ role: 'delegate', seasonId: season.id, unitId: other }),
    )
    await refusal(neighbour(papers.make, { params, query }), 'not-found')
    await refusal(own(papers.make, { params, query: { format: 'docx' } }), 'not-found')
  })

  test('nobody makes a paper of what they may not see', async () => {
    const { params, second, as, kind } = await deliberated()
    const query = { format: 'docx' as const }
    await refusal(world.stranger(papers.make, { params: kind, query }), 'not-signed-in')
    const administrator = world.as(await world.make.person({ role: 'administrator' }))
    await refusal(administrator(papers.make, { params: kind, query }), 'not-found')
    await refusal(administrator(papers.list, { params }), 'not-found')
    const appraisal = await submittedSeason(world, 'appraisal')
    const delegate = await appraisal.as('delegate', appraisal.second)
    await refusal(
      delegate(papers.make, { params: { ...appraisal.params, kind: kind.kind }, query }),
      'not-found',
    )
    expect(
      (await delegate(papers.list, { params: appraisal.params })).makeable.map((one) => one.kind),
    ).toEqual(['self-scoring-sheet'])
    const member = await (await as('delegate', second))(papers.list, { params })
    expect(member.makeable.map((one) => one.kind)).toContain('points-summary')
  })
})

describe('issuing', () => {
  test('takes the next number of the series, keeps the files for ever and tells the journal', async () => {
    const { chair, issue, finalize, entries, params } = await deliberated()
    await finalize()
    const paper = await issue()
    expect(paper).toMatchObject({
      symbol: '1/BTH-CTĐ',
      edition: 1,
      publishedAt: null,
      signerName: 'Trần Văn Minh',
    })
    expect(paper.files.map(({ format }) => format)).toEqual(['docx', 'pdf', 'xlsx'])
    for (const { format, size, sha256 } of paper.files) {
      const bytes = await bytesOf(await chair(papers.file, { params: { paperId: paper.id, format } }))
      expect([bytes.length, hashOf(bytes)]).toEqual([size, sha256])
    }
    const docx = await bytesOf(await chair(papers.file, { params: { paperId: paper.id, format: 'docx' } }))
    expect(wordsOf(docx)).toContain('Số: 1/BTH-CTĐ')
    expect(wordsOf(docx)).toContain('Quảng Ninh, ngày 20 tháng 01 năm 2021')
    expect(wordsOf(docx)).toContain('Trần Văn Minh')
    expect((await entries()).at(-1)).toMatchObject({
      what: 'paper-issued',
      aboutKind: 'paper',
      aboutId: paper.id,
      after: { symbol: '1/BTH-CTĐ', kind: 'points-summary', edition: 1 },
    })
    const listed = await chair(papers.list, { params })
    expect(listed.issued).toEqual([paper])
    expect(listed.makeable.find(({ kind }) => kind === 'points-summary')).toMatchObject({
      editions: 1,
      isFinal: true,
    })
  })

  test('waits for what is final', async () => {
    const { issue } = await deliberated()
    await refusal(issue(), 'paper-not-final')
  })

  test('each calendar year and each kind counts by itself', async () => {
    const { issue, finalize, chair, params, body } = await deliberated()
    await finalize()
    expect((await issue()).symbol).toBe('1/BTH-CTĐ')
    expect((await issue({ seen: 1 })).symbol).toBe('2/BTH-CTĐ')
    expect((await issue({ seen: 2, day: '2022-01-03' })).symbol).toBe('1/BTH-CTĐ')
    const comparison = { ...params, kind: 'layer-comparison' as const }
    expect((await chair(papers.issue, { params: comparison, body })).symbol).toBe('1/BSS-CTĐ')
  })

  test('of two at once one is issued; the other is told so', async () => {
    const { issue, finalize } = await deliberated()
    await finalize()
    const both = await Promise.allSettled([issue(), issue()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await refusal(issue(), 'paper-issued')
  })

  test('two papers of one series at once get two numbers', async () => {
    const { finalize, chair, params, body } = await deliberated()
    await finalize()
    const ids = [randomUUID(), randomUUID(), randomUUID()]
    await world.database.prisma.draft.createMany({
      data: ids.map((id) => ({
        id,
        kind: 'plan' as const,
        clusterId: 'C',
        seasonId: params.seasonId,
        year: 2021,
        title: id,
        status: 'consultation' as const,
        revision: 1,
        legalBasis: '',
        createdAt: world.clock.now,
        updatedAt: world.clock.now,
      })),
    })
    const table = { ...params, kind: 'comment-table' as const }
    const issued = await Promise.all(
      ids.map((draftId) => chair(papers.issue, { params: table, body: { ...body, about: { draftId } } })),
    )
    expect(issued.map(({ symbol }) => symbol).sort()).toEqual(['1/BTT-CTĐ', '2/BTT-CTĐ', '3/BTT-CTĐ'])
  })

  test('a unit’s own sheet takes no number of the cluster', async () => {
    const { chair, params, body, first } = await deliberated()
    const sheet = { ...params, kind: 'self-scoring-sheet' as const }
    await refusal(
      chair(papers.issue, { params: sheet, body: { ...body, about: { unitId: first } } }),
      'paper-not-issuable',
    )
  })

  test('is the chair’s of that season alone, and ends with the handover', async () => {
    const { as, second, kind, body, finalize, params, issue } = await deliberated()
    await finalize()
    await refusal((await as('secretary'))(papers.issue, { params: kind, body }), 'not-allowed')
    await refusal(world.stranger(papers.issue, { params: kind, body }), 'not-signed-in')
    const elsewhere = await world.make.season()
    const other = await world.make.person({ role: 'chair', seasonId: elsewhere.id, unitId: elsewhere.chair })
    await refusal(world.as(other)(papers.issue, { params: kind, body }), 'not-found')
    await refusal((await as('delegate', second))(papers.issue, { params: kind, body }), 'not-allowed')
    await world.database.prisma.season.update({ where: { id: params.seasonId }, data: { phase: 'archived' } })
    await refusal(issue(), 'season-closed')
  })

  test('an issued paper is read by its season and the reviewer, nobody else', async () => {
    const { issue, finalize, as, second } = await deliberated()
    await finalize()
    const params = { paperId: (await issue()).id, format: 'pdf' as const }
    expect((await (await as('delegate', second))(papers.file, { params })).size).toBeGreaterThan(1000)
    const reviewer = world.as(await world.make.person({ role: 'reviewer' }))
    expect((await reviewer(papers.file, { params })).size).toBeGreaterThan(1000)
    const elsewhere = await world.make.season()
    const other = await world.make.person({ role: 'chair', seasonId: elsewhere.id, unitId: elsewhere.chair })
    await refusal(world.as(other)(papers.file, { params }), 'not-found')
    await refusal(world.stranger(papers.file, { params }), 'not-signed-in')
    await refusal(world.stranger(papers.publicFile, { params }), 'not-found')
  })

  test('the database keeps it as it was, whoever asks', async () => {
    const { issue, finalize } = await deliberated()
    await finalize()
    const { id } = await issue()
    for (const sql of [
      `UPDATE paper SET title = 'khác' WHERE id = '${id}'`,
      `DELETE FROM paper WHERE id = '${id}'`,
      `DELETE FROM paper_file WHERE paper_id = '${id}'`,
      `UPDATE paper_file SET sha256 = 'x' WHERE paper_id = '${id}'`,
      'TRUNCATE paper, paper_file',
    ])
      await expect(world.owner.query(sql), sql).rejects.toThrow('for ever')
    await expect(
      world.database.pool.query(`UPDATE paper SET number = 9 WHERE id = '${id}'`),
    ).rejects.toThrow()
  })
})

describe('publishing', () => {
  test('puts a paper before everyone, and takes it back with a reason', async () => {
    const { issue, finalize, chair, entries, season } = await deliberated()
    await finalize()
    const paper = await issue()
    const params = { paperId: paper.id }
    const query = { seasonId: season.id }
    expect((await world.stranger(papers.listPublic, { query })).items).toEqual([])
    expect((await chair(papers.publish, { params })).publishedAt).toBeInstanceOf(Date)
    const [item] = (await world.stranger(papers.listPublic, { query })).items
    expect(item).toMatchObject({ id: paper.id, symbol: '1/BTH-CTĐ', year: 2020 })
    expect(item).not.toHaveProperty('issuedBy')
    const file = await world.stranger(papers.publicFile, { params: { ...params, format: 'pdf' } })
    expect(hashOf(await bytesOf(file))).toBe(paper.files.find(({ format }) => format === 'pdf')?.sha256)
    await refusal(chair(papers.publish, { params }), 'paper-published')
    await chair(papers.unpublish, { params, body: { reason: 'Sai tên đơn vị' } })
    await refusal(chair(papers.unpublish, { params, body: { reason: 'x' } }), 'paper-not-published')
    expect((await world.stranger(papers.listPublic, { query })).items).toEqual([])
    await refusal(world.stranger(papers.publicFile, { params: { ...params, format: 'pdf' } }), 'not-found')
    expect((await entries()).slice(-2)).toMatchObject([
      { what: 'paper-published', aboutId: paper.id },
      { what: 'paper-unpublished', aboutId: paper.id, after: { reason: 'Sai tên đơn vị' } },
    ])
  })

  test('is the chair’s alone; of two at once one publishes', async () => {
    const { issue, finalize, chair, as } = await deliberated()
    await finalize()
    const params = { paperId: (await issue()).id }
    await refusal((await as('secretary'))(papers.publish, { params }), 'not-allowed')
    await refusal(world.stranger(papers.publish, { params }), 'not-signed-in')
    const elsewhere = await world.make.season()
    const other = world.as(
      await world.make.person({ role: 'chair', seasonId: elsewhere.id, unitId: elsewhere.chair }),
    )
    await refusal(other(papers.publish, { params }), 'not-found')
    await refusal(other(papers.unpublish, { params, body: { reason: 'x' } }), 'not-found')
    const both = await Promise.allSettled([
      chair(papers.publish, { params }),
      chair(papers.publish, { params }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

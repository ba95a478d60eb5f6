import { criteria } from '@bangvang/contract/criteria'
import { drafts } from '@bangvang/contract/drafts'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { toNodes } from '@bangvang/core/criteria/nodes'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { smallCriteria } from '../../test/small-criteria.ts'
import { readCriteriaWorkbook, writeCriteria } from './criteria-workbook.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const nodesOf = (document: unknown) => toNodes(document, () => crypto.randomUUID())

async function drafted(document: unknown = { ...smallCriteria, year: 2021 }) {
  const season = await world.make.season()
  const secretary = world.as(await world.make.person({ role: 'secretary', seasonId: season.id }))
  const draft = await secretary(drafts.create, {
    params: { seasonId: season.id },
    body: { kind: 'criteria', year: 2021, title: 'Tiêu chí 2021', nodes: nodesOf(document) },
  })
  const params = { draftId: draft.id }
  const sheet = async (language: 'vi' | 'en' = 'vi') => {
    const workbook = new exceljs.Workbook()
    const file = (await secretary(criteria.sheet, { params, query: { language } })) as Blob
    await workbook.xlsx.load(await file.arrayBuffer())
    return workbook
  }
  const read = async (workbook: exceljs.Workbook) =>
    secretary(criteria.read, {
      body: new File([new Uint8Array(await workbook.xlsx.writeBuffer())], 'tieu-chi.xlsx'),
    })
  return { season, secretary, params, sheet, read }
}

const send = (call: World['stranger'], bytes: string | Uint8Array<ArrayBuffer>) =>
  call(criteria.read, { body: new File([bytes], 'tệp') })

test('a draft downloads as JSON and as a workbook, in either language; both read back as the same document', async () => {
  const { secretary, params, sheet, read } = await drafted()
  const document = { ...smallCriteria, year: 2021 }
  const json = await ((await secretary(criteria.document, { params })) as Blob).text()
  expect(await send(secretary, json)).toEqual({ document, faults: [] })
  for (const language of ['vi', 'en'] as const)
    expect(await read(await sheet(language))).toEqual({ document, faults: [] })
})

test('what a person changes in the workbook is read, and every fault told at its cell', async () => {
  const { sheet, read } = await drafted()
  const workbook = await sheet()
  const rows = workbook.getWorksheet('Tiêu chí')
  const row = rows?.getRow(5)
  expect(row?.getCell('C').value).toBe('KT01')
  if (row === undefined || rows === undefined) return
  row.getCell('D').value = 'Tăng trưởng GRDP'
  row.getCell('O').value = 0.5
  expect(await read(workbook)).toMatchObject({
    document: {
      sections: [{ criteria: [{ title: { vi: 'Tăng trưởng GRDP' }, rule: { per: '0.5' } }, {}] }, {}, {}],
    },
    faults: [],
  })
  row.getCell('O').value = 'một'
  row.getCell('G').value = new Date('2021-01-02')
  row.getCell('G').style = { numFmt: 'dd/mm/yyyy' }
  row.getCell('P').value = { formula: 'A1' }
  rows.getRow(6).getCell('M').value = 5
  expect((await read(workbook)).faults).toMatchObject([
    { cell: 'Tiêu chí!M6', code: 'unused_cell' },
    { cell: 'Tiêu chí!G5', code: 'not_a_decimal' },
    { cell: 'Tiêu chí!O5', code: 'not_a_decimal' },
    { cell: 'Tiêu chí!P5', code: 'not_a_decimal' },
  ])
})

test('a document with faults is read from JSON with every one of them', async () => {
  const { secretary } = await drafted()
  const document = { ...smallCriteria, decimals: 9, maxPoints: '7' }
  expect(await send(secretary, JSON.stringify(document))).toEqual({
    document,
    faults: [
      { path: 'decimals', code: 'out_of_range', cell: null },
      { path: 'maxPoints', code: 'sum_mismatch', cell: null },
    ],
  })
  for (const nothing of ['7', 'null', '[]', '"x"', '{"__proto__":1}'])
    expect((await send(secretary, nothing)).faults).not.toEqual([])
})

test('a draft with faults downloads with what it has', async () => {
  const { secretary, params, sheet, read } = await drafted({
    sections: [{ code: 'I', criteria: [{ code: 'A' }] }],
  })
  const json = JSON.parse(await ((await secretary(criteria.document, { params })) as Blob).text())
  expect(json.sections).toEqual([{ code: 'I', criteria: [{ code: 'A' }] }])
  const { document, faults } = await read(await sheet())
  expect(document).toMatchObject({ sections: [{ code: 'I', criteria: [{ code: 'A', maxPoints: '' }] }] })
  expect(faults.length).toBeGreaterThan(5)
})

test('what is neither JSON nor our workbook, is too large or cannot be told again is refused', async () => {
  const { secretary, season } = await drafted()
  const workbook = new exceljs.Workbook()
  workbook.addWorksheet('Tiêu chí').addRow(['không', 'có', 'gì'])
  const strange = new Uint8Array(await workbook.xlsx.writeBuffer())
  for (const bytes of [
    '',
    'không phải JSON',
    'PK',
    '{"a":"\\ud800"}',
    strange,
    `${'['.repeat(1e6)}${']'.repeat(1e6)}`,
  ])
    await refusal(send(secretary, bytes), 'unreadable-criteria')
  await refusal(send(secretary, new Uint8Array([0x22, 0xff, 0x22])), 'unreadable-criteria')
  await refusal(send(secretary, ' '.repeat(4 * 1024 * 1024 + 1)), 'too-large')
  await refusal(send(world.stranger, '{}'), 'not-signed-in')
  const delegate = { role: 'delegate', seasonId: season.id, unitId: season.chair } as const
  await refusal(send(world.as(await world.make.person(delegate)), '{}'), 'not-allowed')
})

test('files of a draft are there for who reads it alone, and only of drafted criteria', async () => {
  const { secretary, season, params } = await drafted()
  const delegate = world.as(
    await world.make.person({ role: 'delegate', seasonId: season.id, unitId: season.chair }),
  )
  for (const endpoint of [criteria.document, criteria.sheet]) {
    const input = { params, query: {} } as never
    await refusal(world.stranger(endpoint, input), 'not-signed-in')
    await refusal(delegate(endpoint, input), 'not-found')
    await refusal((await drafted()).secretary(endpoint, input), 'not-found')
  }
  const plan = await secretary(drafts.create, {
    params: { seasonId: season.id },
    body: { kind: 'plan', year: 2021, title: 'Kế hoạch', nodes: [] },
  })
  await refusal(secretary(criteria.document, { params: { draftId: plan.id } }), 'draft-kind')
  await refusal(secretary(criteria.sheet, { params: { draftId: plan.id }, query: {} }), 'draft-kind')
})

const words = fc.oneof(
  fc.constantFrom(
    '',
    ' hai đầu ',
    '=1+1',
    '_x0041_',
    'a\r\nb',
    'dòng\nhai',
    '\u0007',
    '1.230',
    '<&>"\'',
    'e\u0323',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)

test('whatever the words of criteria, a workbook keeps them', async () => {
  await fc.assert(
    fc.asyncProperty(words, words, words, async (title, guidance, unit) => {
      const [section] = smallCriteria.sections
      const [criterion] = section?.criteria ?? []
      if (section === undefined || criterion === undefined) return
      const document: CriteriaDocument = {
        ...smallCriteria,
        title: { vi: title, en: guidance },
        sections: [
          {
            ...section,
            cap: null,
            criteria: [{ ...criterion, unit, guidance: { vi: guidance, en: title } } as typeof criterion],
          },
        ],
      }
      const read = await readCriteriaWorkbook(await writeCriteria(document, 'vi'))
      expect(read?.document).toEqual(document)
    }),
    { numRuns: 10 },
  )
})

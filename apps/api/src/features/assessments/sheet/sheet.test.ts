import { assessments } from '@bangvang/contract/assessments'
import type { Answer } from '@bangvang/core/assessments/answer'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/kit.ts'
import { refusal } from '../../../test/refusal.ts'
import { smallCriteria } from '../../../test/small-criteria.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const both = (text: string) => ({ vi: text, en: `${text} (en)` })
const withChecklist: CriteriaDocument = {
  ...smallCriteria,
  sections: smallCriteria.sections.map((section) =>
    section.code !== 'B'
      ? section
      : {
          ...section,
          criteria: [
            ...section.criteria,
            {
              code: 'B02',
              title: both('Văn bản'),
              maxPoints: '8',
              measure: {
                kind: 'checklist',
                options: [
                  { key: 'rules', title: both('Quy chế, quy định'), points: '4' },
                  { key: 'plan', title: both('Kế hoạch năm'), points: '4' },
                ],
              },
              evidence: 'none',
            },
          ],
        },
  ),
}

async function opened() {
  const season = await world.make.season({ criteria: withChecklist })
  const params = { seasonId: season.id, unitId: season.chair }
  await world.database.prisma.assessment.create({ data: { ...params, createdAt: world.clock.now } })
  const call = world.as(await world.make.person({ role: 'delegate', ...params }))
  const save = (criterionCode: string, answer: Answer | null, note = '') =>
    call(assessments.saveAnswer, {
      params: { ...params, criterionCode },
      body: { answer, note, version: 0 },
    })
  const download = async (language: 'vi' | 'en' = 'vi') => {
    const file = await call(assessments.sheet, { params, query: { language } })
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(await (file as Blob).arrayBuffer())
    return workbook
  }
  const preview = async (workbook: exceljs.Workbook, at = params) =>
    call(assessments.previewSheet, {
      params: at,
      body: new File([new Uint8Array(await workbook.xlsx.writeBuffer())], 'phiếu.xlsx'),
    })
  return { season, params, call, save, download, preview }
}
const linesOf = (workbook: exceljs.Workbook) => {
  const sheet = workbook.worksheets[0]
  if (sheet === undefined) throw new Error('no sheet')
  const rowOf = (code: string, option?: string) => {
    let found: exceljs.Row | undefined
    sheet.eachRow((row) => {
      if (row.getCell('A').value === code && (option ?? null) === (row.getCell('J').value ?? null))
        found = row
    })
    if (found === undefined) throw new Error(`no row ${code}`)
    return found
  }
  return { sheet, rowOf }
}

test('a sheet has Vietnamese headings, the answers as numbers, and rules where they help', async () => {
  const { save, download } = await opened()
  await save('KT01', { target: '10', actual: '9.5' }, '=SUM(A1) là ghi chú')
  await save('TD01', { notApplicable: true })
  await save('B02', { checked: ['plan'] })
  const { sheet, rowOf } = linesOf(await download())
  expect(sheet.name).toBe('Tự chấm điểm')
  expect([1, 2, 6, 7, 9].map((column) => sheet.getRow(3).getCell(column).value)).toEqual([
    'Mã',
    'Tiêu chí',
    'Kế hoạch / tổng số',
    'Kết quả',
    'Ghi chú, nguồn số liệu',
  ])
  expect(rowOf('KT01').getCell('B').value).toBe('Tăng trưởng')
  expect([rowOf('KT01').getCell('F').value, rowOf('KT01').getCell('G').value]).toEqual([10, 9.5])
  expect(rowOf('KT01').getCell('I')).toMatchObject({
    type: exceljs.ValueType.String,
    value: '=SUM(A1) là ghi chú',
  })
  expect(rowOf('TD01').getCell('H').value).toBe('Có')
  expect([rowOf('B02', 'rules'), rowOf('B02', 'plan')].map((row) => row.getCell('G').value)).toEqual([
    'Không',
    'Có',
  ])
  expect(rowOf('TD02').getCell('G').dataValidation).toMatchObject({ type: 'decimal', formulae: [0, 20] })
  expect(rowOf('TD01').getCell('G').dataValidation).toMatchObject({ type: 'list' })
  expect(sheet.getColumn('J').hidden).toBe(true)
})

test('a sheet that nobody touched changes nothing, in either language', async () => {
  const { save, download, preview } = await opened()
  await save('KT01', { target: '10.50', actual: '-9.123456' }, 'Nguồn:\n– Cục Thống kê')
  await save('TD01', { option: 'no' })
  await save('B01', { count: 3 })
  await save('B02', { checked: [] })
  for (const language of ['vi', 'en'] as const)
    expect(await preview(await download(language))).toEqual({ changes: [], faults: [], unchanged: 6 })
})

test('what was filled in is told as changes, and saved as it was told', async () => {
  const { params, call, save, download, preview } = await opened()
  await save('TD02', { points: '12.5' }, 'cũ')
  const workbook = await download()
  const { rowOf } = linesOf(workbook)
  rowOf('KT01').getCell('F').value = 1234.5
  rowOf('KT01').getCell('G').value = '1.234,75'
  rowOf('KT02').getCell('G').value = { formula: '1+6.5', result: 7.5 }
  rowOf('TD01').getCell('G').value = 'có'
  rowOf('TD02').getCell('G').value = null
  rowOf('TD02').getCell('I').value = 'Chưa có số liệu – chờ Sở Kế hoạch'
  rowOf('B01').getCell('G').value = 2
  rowOf('B02', 'plan').getCell('G').value = 'x'
  const { changes, faults, unchanged } = await preview(workbook)
  expect(faults).toEqual([])
  expect(unchanged).toBe(0)
  expect(changes.map(({ criterionCode, after }) => [criterionCode, after])).toEqual([
    ['KT01', { target: '1234.5', actual: '1234.75' }],
    ['KT02', { value: '7.5' }],
    ['TD01', { option: 'yes' }],
    ['TD02', null],
    ['B01', { count: 2 }],
    ['B02', { checked: ['plan'] }],
  ])
  expect(changes[3]).toMatchObject({
    before: { points: '12.5' },
    noteBefore: 'cũ',
    noteAfter: 'Chưa có số liệu – chờ Sở Kế hoạch',
    version: 1,
  })
  expect((await call(assessments.show, { params })).answers).toHaveLength(1)
  const answers = changes.map(({ criterionCode, after, noteAfter, version }) => ({
    criterionCode,
    answer: after,
    note: noteAfter,
    version,
  }))
  expect((await call(assessments.saveAnswers, { params, body: { answers } })).items).toHaveLength(6)
})

test('every fault is told by its cell, and what is right beside it is still told', async () => {
  const { download, preview } = await opened()
  const workbook = await download()
  const { sheet, rowOf } = linesOf(workbook)
  const [kt01, kt02, td01, td02, b01] = ['KT01', 'KT02', 'TD01', 'TD02', 'B01'].map((code) => rowOf(code))
  if (!kt01 || !kt02 || !td01 || !td02 || !b01) throw new Error('rows are missing')
  kt01.getCell('F').value = new Date('2020-12-01')
  kt01.getCell('F').style = { numFmt: 'dd/mm/yyyy' }
  kt01.getCell('G').value = '1.234'
  kt02.getCell('F').value = 5
  kt02.getCell('G').value = { error: '#REF!' }
  td01.getCell('G').value = 'Có lẽ'
  td02.getCell('G').value = 0.85
  td02.getCell('G').style = { numFmt: '0%' }
  b01.getCell('G').value = 2.5
  b01.getCell('H').value = 'Có'
  rowOf('B02', 'plan').getCell('G').value = 'Có'
  sheet.addRow(['KT01', 'thêm', '', '', '', 1, 1])
  sheet.addRow(['X99', 'lạ'])
  const { changes, faults } = await preview(workbook)
  expect(faults.map(({ cell, code }) => `${cell} ${code}`).sort()).toEqual(
    [
      `F${kt01.number} is_a_date`,
      `G${kt01.number} ambiguous_number`,
      `F${kt02.number} unexpected_value`,
      `G${kt02.number} is_an_error`,
      `G${td01.number} unknown_option`,
      `G${td02.number} is_a_percentage`,
      `G${b01.number} unexpected_value`,
      `A${sheet.rowCount - 1} duplicate_criterion`,
      `A${sheet.rowCount} unknown_criterion`,
    ].sort(),
  )
  expect(faults.find(({ code }) => code === 'unknown_criterion')).toMatchObject({
    criterionCode: null,
    value: 'X99',
  })
  expect(changes.map(({ criterionCode }) => criterionCode)).toEqual(['B02'])
})

test('rules of the criterion hold for a sheet too: half an answer, too many points, not applicable where it cannot be', async () => {
  const { download, preview } = await opened()
  const workbook = await download()
  const { rowOf } = linesOf(workbook)
  rowOf('KT01').getCell('F').value = 10
  rowOf('TD02').getCell('G').value = 20.5
  rowOf('B01').getCell('H').value = 'Có'
  rowOf('B01').getCell('I').value = 'đ'.repeat(2001)
  const { changes, faults } = await preview(workbook)
  expect(changes).toEqual([])
  expect(faults.map(({ cell, code }) => [cell[0], code])).toEqual([
    ['G', 'missing'],
    ['G', 'out_of_range'],
    ['I', 'note_too_long'],
  ])
})

test('a line nobody touched stays as someone else has saved it meanwhile', async () => {
  const { call, params, save, download, preview } = await opened()
  await save('TD02', { points: '10' })
  await save('B01', { count: 1 })
  const workbook = await download()
  linesOf(workbook).rowOf('B01').getCell('G').value = 4
  for (const [criterionCode, answer] of [
    ['TD02', { points: '15' }],
    ['B01', { count: 2 }],
  ] as const)
    await call(assessments.saveAnswer, {
      params: { ...params, criterionCode },
      body: { answer, note: '', version: 1 },
    })
  const { changes } = await preview(workbook)
  expect(changes).toMatchObject([
    { criterionCode: 'B01', before: { count: 2 }, after: { count: 4 }, version: 2 },
  ])
})

test('a sheet of another unit is named, and none of it is taken', async () => {
  const one = await opened()
  const other = await opened()
  const workbook = await one.download()
  linesOf(workbook).rowOf('B01').getCell('G').value = 4
  expect(await other.preview(workbook)).toMatchObject({ changes: [], faults: [{ code: 'other_season' }] })
})

test('what is no workbook, hides what it inflates to, or is too large, is refused', async () => {
  const { params, call, download } = await opened()
  const send = (bytes: Uint8Array<ArrayBuffer>) =>
    call(assessments.previewSheet, { params, body: new File([bytes], 'a.xlsx') })
  await refusal(send(new TextEncoder().encode('không phải bảng tính')), 'unreadable-workbook')
  await refusal(send(new Uint8Array(6 * 1024 * 1024)), 'too-large')
  const honest = new Uint8Array(await (await download()).xlsx.writeBuffer())
  const directory = honest.findIndex(
    (_, at) => new DataView(honest.buffer).getUint32(at, true) === 0x02014b50,
  )
  for (const inflated of [0, 60 * 1024 * 1024]) {
    const lying = honest.slice()
    new DataView(lying.buffer).setUint32(directory + 24, inflated, true)
    await refusal(send(lying), 'unreadable-workbook')
  }
  await refusal(send(honest.slice(0, honest.length - 100)), 'unreadable-workbook')
  const other = new exceljs.Workbook()
  other.addWorksheet('Trống').addRow(['không', 'có', 'mã'])
  await refusal(send(new Uint8Array(await other.xlsx.writeBuffer())), 'unreadable-workbook')
})

test('a stranger, another role, another unit and a locked assessment are turned away', async () => {
  const { season, params, call, download } = await opened()
  const body = new File([new Uint8Array(await (await download()).xlsx.writeBuffer())], 'a.xlsx')
  await refusal(world.stranger(assessments.previewSheet, { params, body }), 'not-signed-in')
  await refusal(world.stranger(assessments.sheet, { params, query: {} }), 'not-signed-in')
  const chair = world.as(
    await world.make.person({ role: 'chair', seasonId: season.id, unitId: season.chair }),
  )
  await refusal(chair(assessments.previewSheet, { params, body }), 'not-allowed')
  const neighbour = world.as(
    await world.make.person({ role: 'delegate', seasonId: season.id, unitId: season.units[1] ?? '' }),
  )
  await refusal(neighbour(assessments.previewSheet, { params, body }), 'not-found')
  await refusal(neighbour(assessments.sheet, { params, query: {} }), 'not-found')
  await call(assessments.sendForSignOff, { params })
  await refusal(call(assessments.previewSheet, { params, body }), 'assessment-locked')
})

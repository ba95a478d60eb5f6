import { assessments } from '@bangvang/contract/assessments'
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/kit.ts'
import { linesOf, openSheet } from '../../../test/sheet.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
const opened = () => openSheet(world)

test('a sheet has Vietnamese headings, the answers as numbers, and rules where they help', async () => {
  const { save, download } = await opened()
  await save('KT01', { target: '10', actual: '9.5' }, '=SUM(A1) là ghi chú')
  await save('TD01', { notApplicable: true })
  await save('B02', { checked: ['plan'] })
  const { sheet, rowOf } = linesOf(await download())
  expect(sheet.name).toBe('Tự chấm điểm')
  expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '3:3' })
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
    numFmt: '@',
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

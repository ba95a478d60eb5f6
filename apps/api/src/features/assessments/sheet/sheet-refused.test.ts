import { assessments } from '@bangvang/contract/assessments'
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/kit.ts'
import { refusal } from '../../../test/refusal.ts'
import { linesOf, openSheet } from '../../../test/sheet.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
const opened = () => openSheet(world)

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

import { expect, test } from 'vitest'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import type { CriteriaDocument } from './document.ts'
import type { ReadCell } from './sheet-cell.ts'
import type { ReadSheet } from './sheet-lines.ts'
import { readSheets } from './sheet-read.ts'
import { writeSheets } from './sheet-write.ts'

type Grid = { name: string; rows: ReadCell[][] }
type Typed = string | number | null

const cell = (value: Typed): ReadCell =>
  value === null ? null : { isNumber: typeof value === 'number', text: String(value) }

const document: CriteriaDocument = makeDocument({
  maxPoints: '90',
  sections: [
    makeSection({
      criteria: [
        makeCriterion({ measure: { kind: 'achievement', better: 'higher' } }),
        {
          code: 'A.H',
          title: text('Nhóm'),
          criteria: [
            makeCriterion({
              code: 'A.2',
              maxPoints: '30',
              measure: {
                kind: 'choice',
                options: [
                  { key: 'y', title: text('Có'), points: '30' },
                  { key: 'n', title: text('Không'), points: '0' },
                ],
              },
            }),
          ],
        },
      ],
    }),
  ],
  gates: [{ code: 'G', title: text('G'), effect: { kind: 'gradeCap', grade: 'X' } }],
  grades: [{ code: 'X', title: text('X'), atLeast: '80', require: [{ section: 'A', atLeast: '50' }] }],
  tieBreakers: [{ section: 'A' }, { amount: 'bonus' }],
})

function grids(): {
  sheets: Grid[]
  at: (name: string) => Grid
  put: (address: string, value: Typed) => void
} {
  const sheets = writeSheets(document, 'vi').map(({ name, columns, rows }) => ({
    name,
    rows: [
      columns.map(({ head }) => cell(head)),
      ...rows.map(({ cells }) => cells.map(({ value }) => cell(value))),
    ],
  }))
  const at = (name: string) => sheets.find((sheet) => sheet.name === name) ?? { name, rows: [] }
  const put = (address: string, value: Typed) => {
    const [, name = '', letter = '', row = ''] = /^(.+)!([A-Z])(\d+)$/.exec(address) ?? []
    const cells = at(name).rows[Number(row) - 1] ?? []
    cells[letter.charCodeAt(0) - 65] = cell(value)
    at(name).rows[Number(row) - 1] = cells
  }
  return { sheets, at, put }
}

function faultsOf(sheets: readonly ReadSheet[]): string[] {
  const reading = readSheets(sheets)
  return reading.ok ? reading.faults.map(({ code, cell: at }) => `${code} ${at}`) : ['refused']
}

test('a sheet that nobody touched has no fault', () => {
  const { sheets } = grids()
  expect(readSheets(sheets)).toEqual({ ok: true, document, faults: [] })
})

test('words are read in either language and any case, columns in any order, beside columns of a person’s own', () => {
  const { sheets, at } = grids()
  const criteria = at('Tiêu chí')
  criteria.rows = criteria.rows.map((row, place) => [
    cell(place === 0 ? 'Ghi chú riêng' : 'xem lại'),
    ...[...row].reverse(),
  ])
  const renamed = sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.map((one) =>
        one?.text === 'Chọn một mức' ? cell(' CHOICE ') : one?.text === 'Dòng' ? cell('row') : one,
      ),
    ),
  }))
  expect(readSheets(renamed)).toEqual({ ok: true, document, faults: [] })
})

test('every fault of the document is told by its cell', () => {
  const { sheets, put } = grids()
  put('Tiêu chí!F2', 'Tính')
  put('Tiêu chí!G3', 'sáu mươi')
  put('Tiêu chí!J3', null)
  put('Tiêu chí!K3', null)
  put('Tiêu chí!P3', null)
  put('Tiêu chí!G6', 31)
  put('Thông tin chung!B4', '2020,5')
  put('Điều kiện!E2', 'Y')
  put('Xếp loại!B3', 'B')
  put('Phân định!B3', 'thưởng')
  expect(faultsOf(sheets)).toEqual([
    'unknown_grade Điều kiện!E2',
    'unknown_section Xếp loại!B3',
    'not_a_decimal Tiêu chí!G3',
    'unknown_value Tiêu chí!J3',
    'rule_missing Tiêu chí!K3',
    'out_of_range Tiêu chí!G6',
    'unknown_value Tiêu chí!F2',
    'unknown_value Phân định!B3',
    'not_an_integer Thông tin chung!B4',
  ])
})

test('a sum that does not add up is told where the maximum stands', () => {
  const { sheets, put } = grids()
  put('Tiêu chí!G3', 61)
  expect(faultsOf(sheets)).toEqual(['sum_mismatch Thông tin chung!B8'])
})

test('rows that stand nowhere, levels of no group and cells that mean nothing are told', () => {
  const { sheets, at, put } = grids()
  const rows = at('Tiêu chí').rows
  rows.splice(
    1,
    0,
    [cell('Lựa chọn'), null, cell('x')],
    [cell('Tiêu chí'), cell(1), cell('x')],
    [cell('Nhóm')],
  )
  rows.push([cell('Ghi chú'), null, cell('chữ')], [cell('Bậc')], [cell('Hạng')])
  rows.push([cell('Điểm thưởng'), ...new Array(10).fill(null), cell('100')])
  rows.push([cell('Điểm thưởng')])
  put('Tiêu chí!B7', 5)
  put('Tiêu chí!P5', 7)
  put('Thông tin chung!A14', 'Năm')
  put('Thông tin chung!A15', 'Chủ đề')
  put('Thông tin chung!B11', 'danh sách')
  put('Xếp loại!A4', 'Khác')
  at('Xếp loại').rows.splice(1, 0, [cell('Yêu cầu'), cell('A')])
  put('Phân định!A4', 'Mục')
  expect(faultsOf(sheets).filter((fault) => !fault.includes('not_a_decimal'))).toEqual([
    'unknown_value Thông tin chung!B11',
    'stray_row Thông tin chung!A14',
    'unknown_row Thông tin chung!A15',
    'stray_row Tiêu chí!A2',
    'stray_row Tiêu chí!A3',
    'stray_row Tiêu chí!A4',
    'unused_cell Tiêu chí!P5',
    'bad_level Tiêu chí!B7',
    'unknown_row Tiêu chí!A11',
    'stray_row Tiêu chí!A12',
    'stray_row Tiêu chí!A13',
    'stray_row Tiêu chí!A15',
    'stray_row Xếp loại!A2',
    'unknown_row Xếp loại!A5',
    'bonus_forbidden Tiêu chí!A14',
    'wrong_shape Phân định!A4',
  ])
})

test('a number that two countries read differently is told, never guessed', () => {
  const { sheets, put } = grids()
  put('Tiêu chí!G3', '1.234')
  put('Thông tin chung!B8', '1.264')
  expect(faultsOf(sheets).slice(0, 2)).toEqual([
    'ambiguous_number Thông tin chung!B8',
    'ambiguous_number Tiêu chí!G3',
  ])
})

test('a workbook without a sheet of criteria, or with one that has no headings, is refused', () => {
  const { at } = grids()
  const refused = { ok: false, refusal: { reason: 'no_criteria_sheet' } }
  expect(readSheets([])).toEqual(refused)
  expect(readSheets([at('Tiêu chí')])).toEqual(refused)
  expect(readSheets([at('Thông tin chung'), { name: 'Tiêu chí', rows: [[cell('Dòng')], []] }])).toEqual(
    refused,
  )
})

test('headings as deep as a document may nest are written', () => {
  let criteria: CriteriaDocument['sections'][number]['criteria'] = [makeCriterion()]
  for (let depth = 0; depth < 3000; depth += 1) criteria = [{ code: `H${depth}`, title: text('h'), criteria }]
  const deep = makeDocument({ sections: [makeSection({ criteria })], maxPoints: '60' })
  const rows = writeSheets(deep, 'en')[0]?.rows
  expect(rows).toHaveLength(3002)
  expect(rows?.at(-1)?.cells[1]?.value).toBe(3001)
})

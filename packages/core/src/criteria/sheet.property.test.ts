import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument, type Draw } from '../../test/any.ts'
import { checkCriteria } from './check.ts'
import type { CriteriaDocument, Criterion } from './document.ts'
import { listCriteria } from './list.ts'
import type { ReadCell } from './sheet-cell.ts'
import type { ReadSheet } from './sheet-lines.ts'
import { readSheets } from './sheet-read.ts'
import { type CriteriaSheet, writeSheets } from './sheet-write.ts'

const read = (value: string | number | null): ReadCell =>
  value === null ? null : { isNumber: typeof value === 'number', text: String(value) }

/** The sheets as a spreadsheet gives them back, a title over each table. */
const asRead = (sheets: readonly CriteriaSheet[]): ReadSheet[] =>
  sheets.map(({ name, columns, rows }) => ({
    name,
    rows: [
      [read('Bộ tiêu chí')],
      columns.map(({ head }) => read(head)),
      ...rows.map(({ cells }) => cells.map(({ value }) => read(value))),
    ],
  }))

const awkward = [
  '',
  ' ',
  'json:"x"',
  '\r\n',
  '-',
  '2020',
  '1.5',
  'Không có',
  '="1"',
  '\u0007',
  'ế\nệ',
  'e\u0323',
  '_x0041_',
]
const anyWords = (draw: Draw): string =>
  draw(fc.boolean) ? draw(fc.constantFrom, ...awkward) : draw(fc.string, { unit: 'grapheme', maxLength: 12 })

const maybe = (draw: Draw, change: () => void): void => {
  if (draw(fc.boolean)) change()
}

function changeCriterion(draw: Draw, criterion: Criterion, decimals: number): void {
  criterion.title = { vi: anyWords(draw), en: anyWords(draw) }
  maybe(draw, () => (criterion.unit = anyWords(draw)))
  maybe(draw, () => (criterion.guidance = { vi: anyWords(draw), en: anyWords(draw) }))
  maybe(draw, () => (criterion.evidence = draw(fc.constantFrom, 'required', 'optional', 'none')))
  if (decimals > 0) maybe(draw, () => (criterion.maxPoints = `${criterion.maxPoints}.0`))
}

/** A document whose words are anything a string can hold, with lists that are empty or not there. */
function worded(draw: Draw): CriteriaDocument {
  const document = anyDocument(draw)
  for (const { criterion } of listCriteria(document)) changeCriterion(draw, criterion, document.decimals)
  for (const grade of document.grades ?? []) maybe(draw, () => (grade.require = []))
  maybe(draw, () => (document.bonusCap = null))
  maybe(draw, () => (document.gates = []))
  maybe(draw, () => (document.tieBreakers = []))
  maybe(draw, () => delete document.penaltyCap)
  return document
}

test('criteria written to sheets and read back are the very same, in either language', () => {
  fc.assert(
    fc.property(fc.gen(), fc.constantFrom('vi' as const, 'en' as const), (draw, language) => {
      const document = worded(draw)
      const reading = readSheets(asRead(writeSheets(document, language)))
      expect(reading).toEqual({ ok: true, document, faults: checkCriteria(document).map(expect.anything) })
    }),
    { numRuns: 100 },
  )
})

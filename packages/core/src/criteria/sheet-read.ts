import { checkCriteria } from './check.ts'
import { SheetBuilder } from './sheet-builder.ts'
import { gateGrade, headKinds, rowFields } from './sheet-fields.ts'
import { linesOf, type ReadSheet, type SheetFault, type SheetLine } from './sheet-lines.ts'
import { CriteriaRows } from './sheet-rows.ts'
import { type HeadField, headFields, keyOfWord } from './sheet-words.ts'
import { tieKind } from './sheet-write.ts'
import { valueAt } from './value-at.ts'

type Thing = Record<string, unknown>

/** What a workbook says: its document, sound or not, and every fault of it at its cell. */
export type SheetReading =
  | { ok: true; document: unknown; faults: SheetFault[] }
  | { ok: false; refusal: { reason: 'no_criteria_sheet' } }

const lists = ['gates', 'grades', 'tieBreakers'] as const
const labelField = { column: 'field', kind: { as: 'text' } } as const

function readHead(builder: SheetBuilder, lines: readonly SheetLine[]): Thing {
  const document: Thing = {}
  const told = new Set<HeadField>()
  for (const line of lines) {
    const id = keyOfWord(headFields, String(line.read(labelField).value))
    if (id === undefined || told.has(id)) {
      builder.refuse(line, 'field', id === undefined ? 'unknown_row' : 'stray_row')
      continue
    }
    told.add(id)
    const field = { column: 'value', path: id, kind: headKinds[id] } as const
    if (!(lists as readonly string[]).includes(id)) {
      builder.fill(line, { thing: document, base: '' }, [field])
      continue
    }
    const value = builder.read(line, '', field)
    if (value === 'none') document[id] = []
    else if (value !== undefined) builder.refuse(line, 'value', 'unknown_value')
  }
  return document
}

function readGate(builder: SheetBuilder, line: SheetLine, base: string): Thing {
  const thing: Thing = {}
  builder.place(base, line, 'code')
  builder.fill(line, { thing, base }, rowFields.gate)
  if (valueAt(thing, 'effect.kind') === 'gradeCap') builder.fill(line, { thing, base }, [gateGrade])
  return thing
}

function readTie(builder: SheetBuilder, line: SheetLine, base: string): Thing {
  builder.place(base, line, 'by')
  const by = String(builder.read(line, base, { column: 'by', path: '', kind: { as: 'by' } }))
  return { [by]: builder.read(line, base, { column: 'code', path: by, kind: tieKind(by) }) }
}

function readGrades(builder: SheetBuilder, lines: readonly SheetLine[]): Thing[] {
  const grades: Thing[] = []
  for (const line of lines) {
    const kind = line.read({ column: 'kind', kind: { as: 'gradeRow' } }).value
    const last = grades.at(-1)
    if (kind === 'grade') {
      const thing: Thing = {}
      const base = `grades.${grades.length}`
      builder.place(base, line, 'kind')
      builder.fill(line, { thing, base }, rowFields.grade)
      grades.push(thing)
    } else if (kind === 'require' && last !== undefined) {
      addRequired(builder, line, { grade: last, base: `grades.${grades.length - 1}` })
    } else {
      builder.refuse(line, 'kind', kind === 'require' ? 'stray_row' : 'unknown_row')
      continue
    }
    builder.close(line)
  }
  return grades
}

/** A requirement of nothing says that the list is there. */
function addRequired(
  builder: SheetBuilder,
  line: SheetLine,
  { grade, base }: { grade: Thing; base: string },
): void {
  const required = (grade.require ?? []) as unknown[]
  grade.require = required
  const thing: Thing = {}
  const at = `${base}.require.${required.length}`
  builder.place(at, line, 'kind')
  builder.fill(line, { thing, base: at }, rowFields.require)
  if (thing.section !== '' || thing.atLeast !== '') required.push(thing)
}

function readRows(
  builder: SheetBuilder,
  lines: readonly SheetLine[],
  read: (line: SheetLine, at: number) => Thing,
): Thing[] {
  return lines.map((line, at) => {
    const thing = read(line, at)
    builder.close(line)
    return thing
  })
}

/**
 * Reads the sheets that writeSheets wrote and a person has edited, in either language, columns in any order. Every fault
 * comes at its cell: those of the sheet (`unknown_row`, `stray_row`, `bad_level`, `unused_cell`, `ambiguous_number`) and
 * those of the document it makes (checkCriteria's codes). Refused where there is no sheet of criteria or none of its head.
 */
export function readSheets(sheets: readonly ReadSheet[]): SheetReading {
  const [head, rows] = [linesOf(sheets, 'head'), linesOf(sheets, 'criteria')]
  if (head === null || rows === null) return { ok: false, refusal: { reason: 'no_criteria_sheet' } }
  const builder = new SheetBuilder()
  const document = readHead(builder, head)
  const criteria = new CriteriaRows(builder)
  for (const line of rows) criteria.add(line)
  document.sections = criteria.sections
  const read = {
    gates: readRows(builder, linesOf(sheets, 'gates') ?? [], (line, at) =>
      readGate(builder, line, `gates.${at}`),
    ),
    grades: readGrades(builder, linesOf(sheets, 'grades') ?? []),
    tieBreakers: readRows(builder, linesOf(sheets, 'tieBreakers') ?? [], (line, at) =>
      readTie(builder, line, `tieBreakers.${at}`),
    ),
  }
  for (const list of lists) if (read[list].length > 0) document[list] = read[list]
  const known = new Set(builder.faults.map(({ path }) => path))
  const faults = checkCriteria(document)
    .filter(({ path }) => path === '' || !known.has(path))
    .map(({ path, code }) => ({ path, code, cell: builder.cellOf(path) }))
  return { ok: true, document, faults: [...builder.faults, ...faults] }
}

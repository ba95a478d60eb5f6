import { isObject } from './by-code.ts'
import { type CellKind, type CellValue, writeCell } from './sheet-cell.ts'
import {
  fieldsOfCriterion,
  gateGrade,
  guidanceFields,
  headKinds,
  rowFields,
  type SheetField,
  sheetColumns,
} from './sheet-fields.ts'
import {
  columnHeads,
  type HeadField,
  headFields,
  type SheetColumn,
  type SheetLanguage,
  type SheetName,
  sheetNames,
  type WordSet,
  wordSets,
} from './sheet-words.ts'
import { listAt, valueAt } from './value-at.ts'

export type SheetRow = {
  look: 'section' | 'heading' | 'row'
  /** One a column; `isUsed` false: the row has no such field. */
  cells: { value: CellValue; isUsed: boolean }[]
}
/** A sheet as it is to be written: headings over rows, and the words that a column takes. */
export type CriteriaSheet = {
  id: SheetName
  name: string
  columns: { id: SheetColumn; head: string; words: string[] }[]
  rows: SheetRow[]
}

type Filled = Partial<Record<SheetColumn, CellValue>>
type Given = Filled & { look?: SheetRow['look'] }

const columnWords: Partial<Record<SheetColumn, readonly WordSet[]>> = {
  role: ['role'],
  measure: ['measure'],
  better: ['better'],
  rule: ['rule'],
  side: ['side', 'better'],
  count: ['count'],
  notApplicable: ['notApplicable'],
  evidence: ['evidence'],
  effect: ['effect'],
  by: ['by'],
}

class SheetWriter {
  readonly language: SheetLanguage
  readonly rows: SheetRow[] = []
  private readonly columns: readonly SheetColumn[]
  constructor(columns: readonly SheetColumn[], language: SheetLanguage) {
    this.columns = columns
    this.language = language
  }

  /** Adds a row of what `fields` find in `thing`, after what is given already. */
  add(thing: unknown, fields: readonly SheetField[], { look = 'row', ...given }: Given = {}): void {
    const cells: Filled = { ...given }
    for (const { column, path, kind } of fields)
      cells[column] = writeCell(valueAt(thing, path), kind, this.language)
    this.rows.push({
      look,
      cells: this.columns.map((column) => ({ value: cells[column] ?? null, isUsed: column in cells })),
    })
  }

  kind(row: keyof typeof wordSets.rowKind): Filled {
    return { kind: wordSets.rowKind[row][this.language] }
  }
}

function addCriterion(writer: SheetWriter, criterion: unknown, level: number): void {
  const rule = valueAt(criterion, 'rule.kind')
  const fields = fieldsOfCriterion(valueAt(criterion, 'measure.kind'), rule)
  const guided = valueAt(criterion, 'guidance') !== undefined
  const [vi, en] = guidanceFields.map(({ path }) => valueAt(criterion, path))
  // Guidance that says nothing in either language is there all the same.
  const isSilent = guided && vi === '' && en === ''
  const guidance = guidanceFields.map((one) => ({ ...one, kind: isSilent ? silent : one.kind }))
  writer.add(criterion, [...fields, ...guidance], { ...writer.kind('criterion'), level })
  for (const option of listAt(criterion, 'measure.options'))
    writer.add(option, rowFields.option, writer.kind('option'))
  for (const tier of listAt(criterion, 'rule.tiers')) writer.add(tier, rowFields.tier, writer.kind('tier'))
  const places = rule === 'placeTable' ? listAt(criterion, 'rule.points') : []
  for (const points of places) writer.add(points, rowFields.place, writer.kind('place'))
  const bonus = valueAt(criterion, 'bonus')
  if (bonus !== undefined) writer.add(bonus, rowFields.bonus, writer.kind('bonus'))
}

const silent = { as: 'text', isOptional: true } as const

/** Headings nest to any depth, so the walk keeps its own stack: the last is taken first. */
function addNodes(writer: SheetWriter, section: unknown): void {
  const under = (parent: unknown, level: number) =>
    listAt(parent, 'criteria')
      .map((node) => ({ node, level }))
      .reverse()
  const waiting = under(section, 1)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, level } = next
    if (valueAt(node, 'criteria') === undefined) addCriterion(writer, node, level)
    else {
      writer.add(node, rowFields.heading, { ...writer.kind('heading'), level, look: 'heading' })
      for (const child of under(node, level + 1)) waiting.push(child)
    }
  }
}

function addHead(writer: SheetWriter, document: unknown): void {
  for (const id of Object.keys(headFields) as HeadField[]) {
    const found = valueAt(document, id)
    // A list has a sheet of its own; only that it is there and empty is said here.
    const value = Array.isArray(found) ? (found.length === 0 ? 'none' : undefined) : found
    writer.add(value, [{ column: 'value', path: '', kind: headKinds[id] }], {
      field: headFields[id][writer.language],
    })
  }
}

function addGrade(writer: SheetWriter, grade: unknown): void {
  const { grade: gradeWord, require: requireWord } = wordSets.gradeRow
  writer.add(grade, rowFields.grade, { kind: gradeWord[writer.language], look: 'heading' })
  const required = valueAt(grade, 'require')
  // A row of nothing says that the list is there, and empty.
  const rows = Array.isArray(required) && required.length === 0 ? [{}] : listAt(grade, 'require')
  for (const one of rows) writer.add(one, rowFields.require, { kind: requireWord[writer.language] })
}

const writers: Record<SheetName, (writer: SheetWriter, document: unknown) => void> = {
  criteria: (writer, document) => {
    for (const section of listAt(document, 'sections')) {
      writer.add(section, rowFields.section, { ...writer.kind('section'), look: 'section' })
      addNodes(writer, section)
    }
  },
  head: addHead,
  gates: (writer, document) => {
    for (const gate of listAt(document, 'gates')) {
      const isCap = valueAt(gate, 'effect.kind') === 'gradeCap'
      writer.add(gate, isCap ? [...rowFields.gate, gateGrade] : rowFields.gate)
    }
  },
  grades: (writer, document) => {
    for (const grade of listAt(document, 'grades')) addGrade(writer, grade)
  },
  tieBreakers: (writer, document) => {
    for (const breaker of listAt(document, 'tieBreakers')) {
      const by = isObject(breaker) ? (Object.keys(breaker)[0] ?? '') : ''
      writer.add(breaker, [{ column: 'code', path: by, kind: tieKind(by) }], {
        by: writeCell(by, { as: 'by' }, writer.language),
      })
    }
  },
}

/** What a tie-breaker's second cell says: an amount's word, or a code. */
export const tieKind = (by: unknown): CellKind => ({ as: by === 'amount' ? 'total' : 'code' })

/** The words that a column of a sheet takes, in the language; [] where it takes anything. */
function wordsOf(sheet: SheetName, column: SheetColumn, language: SheetLanguage): string[] {
  const kinds: WordSet[] = sheet === 'grades' ? ['gradeRow'] : ['rowKind']
  const sets = column === 'kind' ? kinds : (columnWords[column] ?? [])
  return sets.flatMap((set) =>
    Object.values<{ vi: string; en: string }>(wordSets[set]).map((word) => word[language]),
  )
}

/**
 * A criteria document as the sheets of a workbook that a person can edit: one row a section, heading, criterion, option,
 * tier, place and bonus, and sheets for the head, gates, grades and tie-breakers (issue 3, point 1). A document without
 * faults reads back as the very same (`readSheets`); of one with faults all that has a cell.
 */
export function writeSheets(document: unknown, language: SheetLanguage): CriteriaSheet[] {
  return (Object.keys(sheetNames) as SheetName[]).map((id) => {
    const writer = new SheetWriter(sheetColumns[id], language)
    writers[id](writer, document)
    return {
      id,
      name: sheetNames[id][language],
      columns: sheetColumns[id].map((column) => ({
        id: column,
        head: columnHeads[column][language],
        words: wordsOf(id, column, language),
      })),
      rows: writer.rows,
    }
  })
}

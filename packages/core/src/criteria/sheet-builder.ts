import type { SheetField } from './sheet-fields.ts'
import type { SheetFault, SheetLine } from './sheet-lines.ts'
import type { SheetColumn } from './sheet-words.ts'

type Thing = Record<string, unknown>

const joined = (base: string, path: string): string =>
  base === '' || path === '' ? base + path : `${base}.${path}`

function setAt(thing: Thing, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let at = thing
  for (const key of keys) {
    const next = at[key]
    if (typeof next === 'object' && next !== null && !Array.isArray(next)) at = next as Thing
    else {
      const made: Thing = {}
      at[key] = made
      at = made
    }
  }
  at[last] = value
}

/** Gathers what the rows say, where each field stood, and what could not be taken. */
export class SheetBuilder {
  readonly faults: SheetFault[] = []
  private readonly cells = new Map<string, string>()

  /** A fault of a row, or of one cell of it. */
  refuse(line: SheetLine, column: SheetColumn, code: string): void {
    this.faults.push({ path: '', code, cell: line.address(column) })
  }

  /** Notes where a thing stands; a field of it that has no cell of its own is then found there. */
  place(path: string, line: SheetLine, column: SheetColumn): void {
    if (!this.cells.has(path)) this.cells.set(path, line.address(column))
  }

  /** The value of one field of a row at `base`. */
  read(line: SheetLine, base: string, { column, path, kind }: SheetField): unknown {
    const at = joined(base, path)
    const under = at.lastIndexOf('.')
    if (path.includes('.')) this.place(at.slice(0, under), line, column)
    this.place(at, line, column)
    const { value, fault } = line.read({ column, kind })
    if (fault !== null) this.faults.push({ path: at, code: fault, cell: line.address(column) })
    return value
  }

  /** Puts the fields of a row into a thing at `base`. */
  fill(
    line: SheetLine,
    { thing, base }: { thing: Thing; base: string },
    fields: readonly SheetField[],
  ): void {
    for (const field of fields) {
      const value = this.read(line, base, field)
      if (value !== undefined) setAt(thing, field.path, value)
    }
  }

  /** Names the cells of a row that mean nothing there. */
  close(line: SheetLine): void {
    for (const column of line.leftOver()) this.refuse(line, column, 'unused_cell')
  }

  /** The cell of the nearest thing that has one, from a path upwards. */
  cellOf(path: string): string | null {
    for (let at = path; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
      const cell = this.cells.get(at)
      if (cell !== undefined) return cell
    }
    return null
  }
}

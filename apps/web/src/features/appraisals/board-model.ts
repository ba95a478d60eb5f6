import type { BoardView } from '@bangvang/contract/appraisals'
import type { CriteriaDocument, Heading, Section, SectionRole } from '@bangvang/core/criteria/document'
import { listCriteria, type PlacedCriterion } from '@bangvang/core/criteria/list'
import { addDecimals, compareDecimals, subtractDecimals, toMillionths } from '@bangvang/core/numbers/decimal'

export type Layer = keyof BoardView['layers']
export type Column = BoardView['layers']['self'][number]
export type Cell = Column['cells'][string]

/** A line of the heat table: a section with its sums, a heading over criteria, a criterion. */
export type BoardRow =
  | { kind: 'section'; section: Section }
  | { kind: 'heading'; heading: Heading; section: Section }
  | { kind: 'criterion'; placed: PlacedCriterion }

/** The lines of the document in its order, of the criteria that are shown; a heading without any is left out. */
export function boardRows(
  document: CriteriaDocument,
  isShown: (placed: PlacedCriterion) => boolean,
): BoardRow[] {
  const shown = listCriteria(document).filter(isShown)
  return document.sections.flatMap((section) => {
    const rows: BoardRow[] = [{ kind: 'section', section }]
    let last: readonly Heading[] = []
    for (const placed of shown.filter((one) => one.section === section)) {
      for (const heading of placed.headings)
        if (!last.includes(heading)) rows.push({ kind: 'heading', heading, section })
      last = placed.headings
      rows.push({ kind: 'criterion', placed })
    }
    return rows
  })
}

/** The layer's columns; the frozen layer, where there is none yet, is the appraised one. */
export function columnsOf({ layers }: BoardView, layer: Layer): readonly Column[] {
  return layers[layer] ?? layers.appraised
}

/** What a cell gives its unit: points and bonus, in a penalty section taken away. Decimal strings. */
export function worth({ points, bonus }: Pick<Cell, 'points' | 'bonus'>, role: SectionRole): string {
  return role === 'penalty' ? subtractDecimals('0', points) : addDecimals(points, bonus)
}

/** What the later of two cells gives more than the earlier; a decimal string, '0' where either is not there. */
export function differenceOf(before: Cell | undefined, after: Cell | undefined, role: SectionRole): string {
  if (before === undefined || after === undefined) return '0'
  return subtractDecimals(worth(after, role), worth(before, role))
}

/** a ÷ b in per cent, for choosing a colour only; 0 where b is 0. */
function perCent(a: string, b: string): number {
  const whole = Number(toMillionths(b))
  return whole === 0 ? 0 : (Number(toMillionths(a)) / whole) * 100
}

const heatBounds = [5, 15, 30, 55]

/** How much of a criterion's points is lost: '' none, 'h1' under 5 % … 'h5' from 55 % (DESIGN.md "Heat"); a bonus not won is not lost. */
export function heatOf(points: string, most: string, role: SectionRole): string {
  if (role === 'bonus') return ''
  const lost = role === 'penalty' ? perCent(points, most) : 100 - perCent(points, most)
  if (lost <= 0) return ''
  return `h${1 + heatBounds.filter((bound) => lost >= bound).length}`
}

/** How much a criterion was cut or raised: 'c3' by 10 % of its points or more, 'c2' from 4 %, 'c1', 'u1', 'u2' from 4 %, '' unchanged. */
export function changeOf(difference: string, most: string): string {
  const share = perCent(difference, most)
  if (share < 0) return share <= -10 ? 'c3' : share <= -4 ? 'c2' : 'c1'
  if (share > 0) return share >= 4 ? 'u2' : 'u1'
  return ''
}

/** What changed between two layers: the cells as "unit criterion", and the criteria with any. */
export function changesBetween(
  document: CriteriaDocument,
  before: readonly Column[],
  after: readonly Column[],
): { cells: Set<string>; criteria: Set<string> } {
  const cells = new Set<string>()
  const criteria = new Set<string>()
  const earlier = new Map(before.map((column) => [column.unitId, column]))
  for (const { criterion, section } of listCriteria(document)) {
    for (const { unitId, cells: now } of after) {
      const difference = differenceOf(
        earlier.get(unitId)?.cells[criterion.code],
        now[criterion.code],
        section.role,
      )
      if (compareDecimals(difference, '0') === 0) continue
      cells.add(`${unitId} ${criterion.code}`)
      criteria.add(criterion.code)
    }
  }
  return { cells, criteria }
}

/** Where the focus goes by a key from a cell of the grid: [row, column] from 0, kept within; null for any other key. */
export function cellAfterKey(
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  [row, column]: readonly [number, number],
  [rows, columns]: readonly [number, number],
): [number, number] | null {
  const within = (at: number, length: number) => Math.max(0, Math.min(length - 1, at))
  const to = (r: number, c: number): [number, number] => [within(r, rows), within(c, columns)]
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'PageUp':
      return to(row - 10, column)
    case 'PageDown':
      return to(row + 10, column)
    case 'Home':
      return to(ctrlKey ? 0 : row, 0)
    case 'End':
      return to(ctrlKey ? rows - 1 : row, columns - 1)
    default:
      return null
  }
}

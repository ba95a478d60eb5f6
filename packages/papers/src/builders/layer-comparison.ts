import type { UnitResult } from '@bangvang/core/assessments/result'
import { entryOf } from '@bangvang/core/criteria/by-code'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { listCriteria } from '@bangvang/core/criteria/list'
import { addDecimals, compareDecimals, subtractDecimals } from '@bangvang/core/numbers/decimal'
import type { Cell, Column, Paper, Row, Table } from '../document.ts'
import { type Issue, issued } from '../issue.ts'
import { comparisonWords as said, words } from '../words.ts'
import { amount, dayOf, signed } from '../written.ts'
import { said as cell, over, points } from './cells.ts'
import { type Frozen, stateOf } from './points-summary.ts'

/** One layer of a season's points: "Tự chấm", "Chấm chéo", "Thẩm định", each unit's result. The last one counts. */
export type Layer = { title: string; results: readonly UnitResult[] }
/** Why a cell has other points than before. */
export type CellReason = { unit: string; criterion: string; reason: string; by: string; at: Date }

export type ComparisonFacts = {
  clusterName: string
  year: number
  criteria: CriteriaDocument
  units: readonly { code: string; name: string }[]
  /** In the order in which they were made. */
  layers: readonly Layer[]
  reasons: readonly CellReason[]
  final: Frozen
}

type CellPoints = { points: string; bonus: string }
const isZero = (decimal: string): boolean => compareDecimals(decimal, '0') === 0
const sumOf = (made: CellPoints | undefined): string =>
  made === undefined ? '0' : addDecimals(made.points, made.bonus)

function pointsCell(made: CellPoints | undefined): Cell {
  if (made === undefined) return cell(words.none)
  if (isZero(made.bonus)) return points(made.points)
  return { words: said.withBonus(amount(made.points), amount(made.bonus)), number: sumOf(made) }
}

const differenceCell = (from: string, to: string): Cell => {
  const difference = subtractDecimals(to, from)
  return { words: signed(difference), number: difference }
}

function changedRows(unit: string, facts: ComparisonFacts): Row[] {
  const results = facts.layers.map((layer) => layer.results.find((result) => result.unit === unit))
  return listCriteria(facts.criteria).flatMap(({ criterion }): Row[] => {
    const made = results.map((result) => result && entryOf(result.criteria, criterion.code))
    const sums = made.map(sumOf)
    const [first = '0'] = sums
    const last = sums.at(-1) ?? first
    const reasons = facts.reasons.filter((one) => one.unit === unit && one.criterion === criterion.code)
    if (sums.every((sum) => compareDecimals(sum, first) === 0)) return []
    return [
      {
        look: 'plain',
        cells: [
          cell(criterion.code),
          cell(criterion.title.vi),
          points(criterion.maxPoints),
          ...made.map(pointsCell),
          differenceCell(first, last),
          cell(reasons.map(({ reason, by, at }) => `${reason} ${said.by(by, dayOf(at))}`).join('\n')),
        ],
      },
    ]
  })
}

function detailTable(facts: ComparisonFacts): Table | null {
  const rows = facts.units.flatMap(({ code, name }): Row[] => {
    const changed = changedRows(code, facts)
    return changed.length === 0
      ? []
      : [{ look: 'group', cells: [over(name, 5 + facts.layers.length)] }, ...changed]
  })
  if (rows.length === 0) return null
  const columns: Column[] = [
    { width: 6, align: 'center' },
    { width: 26, align: 'left' },
    { width: 8, align: 'right' },
    ...facts.layers.map((): Column => ({ width: 11, align: 'right' })),
    { width: 9, align: 'right' },
    { width: 34, align: 'left' },
  ]
  const heads = [
    words.code,
    words.criterion,
    words.maxPoints,
    ...facts.layers.map(({ title }) => title),
    words.difference,
    words.reason,
  ]
  return { name: said.sheet, size: 11, columns, head: [heads.map(cell)], rows }
}

function totalsTable({ units, layers }: ComparisonFacts): Table {
  return {
    name: said.totals,
    size: 11,
    columns: [
      { width: 6, align: 'center' },
      { width: 30, align: 'left' },
      ...layers.map((): Column => ({ width: 18, align: 'right' })),
      { width: 14, align: 'right' },
    ],
    head: [[words.place, words.unit, ...layers.map(({ title }) => title), words.difference].map(cell)],
    rows: units.map(({ code, name }, place): Row => {
      const totals = layers.map(({ results }) => results.find(({ unit }) => unit === code)?.total)
      const [first = '0'] = totals
      return {
        look: 'plain',
        cells: [
          { words: String(place + 1), number: String(place + 1) },
          cell(name),
          ...totals.map((total) => (total === undefined ? cell(words.none) : points(total))),
          differenceCell(first, totals.at(-1) ?? first),
        ],
      }
    }),
  }
}

/** The comparison of a season's layers: each unit's totals, then every criterion whose points changed, with the reasons. */
export function layerComparison(facts: ComparisonFacts, issue: Issue): Paper {
  const detail = detailTable(facts)
  return issued(
    {
      name: said.name,
      subject: said.subject(facts.clusterName, facts.year),
      orientation: 'landscape',
      blocks: [
        { kind: 'table', table: totalsTable(facts) },
        detail === null ? { kind: 'paragraph', words: said.unchanged } : { kind: 'table', table: detail },
        stateOf(facts.final),
      ],
    },
    issue,
  )
}

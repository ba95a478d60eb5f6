import type { UnitResult } from '@bangvang/core/assessments/result'
import { entryOf } from '@bangvang/core/criteria/by-code'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import type { RankingRow } from '@bangvang/core/rankings/rank'
import type { Block, Cell, Paper, Row, Table } from '../document.ts'
import { type Issue, issued } from '../issue.ts'
import { summaryWords as said, words } from '../words.ts'
import { dayOf, number } from '../written.ts'
import { said as cell, points } from './cells.ts'

/** The frozen ranking's hash and time, or null while it is a draft. */
export type Frozen = { sha256: string; at: Date } | null

export type SummaryFacts = {
  clusterName: string
  year: number
  criteria: CriteriaDocument
  units: readonly { code: string; name: string }[]
  results: readonly UnitResult[]
  /** In the order they are printed. */
  ranking: readonly RankingRow[]
  /** The codes of the gates that apply, by unit. */
  gates: Readonly<Record<string, readonly string[]>>
  final: Frozen
}

/** What is said under a table of points: what froze it, or that it may still change. */
export function stateOf(final: Frozen): Block {
  const text = final === null ? words.draftRanking : words.frozen(dayOf(final.at), final.sha256)
  return { kind: 'paragraph', look: 'note', words: text }
}

function remarks(row: RankingRow, result: UnitResult, facts: SummaryFacts): string {
  const nameOf = (code: string) => facts.units.find((unit) => unit.code === code)?.name ?? code
  const gates = entryOf(facts.gates, row.unit) ?? []
  const titles = (facts.criteria.gates ?? []).filter(({ code }) => gates.includes(code))
  return [
    ...(row.tiedWith.length > 0 ? [said.tiedWith(row.tiedWith.map(nameOf).join(', '))] : []),
    ...(result.ranked ? [] : [said.unranked]),
    ...(result.awardable || !result.ranked ? [] : [said.notAwardable]),
    ...(result.onHold ? [said.onHold] : []),
    ...(titles.length > 0 ? [said.gates(titles.map(({ title }) => title.vi).join('; '))] : []),
  ].join('\n')
}

// Sections of bonus and penalty points stand in the columns of their sums.
const scoredSections = ({ criteria }: SummaryFacts) =>
  criteria.sections.filter(({ role }) => role === 'scored')

function rowOf(row: RankingRow, place: number, facts: SummaryFacts): Row[] {
  const result = facts.results.find(({ unit }) => unit === row.unit)
  if (result === undefined) return []
  const { grades = [] } = facts.criteria
  const sums = scoredSections(facts).map(({ code }): Cell => {
    const sum = entryOf(result.sections, code)
    return sum === undefined ? cell('') : points(sum.points)
  })
  const grade = grades.find(({ code }) => code === result.grade)?.title.vi ?? ''
  return [
    {
      look: 'plain',
      cells: [
        { words: String(place + 1), number: String(place + 1) },
        cell(facts.units.find(({ code }) => code === row.unit)?.name ?? row.unit),
        ...sums,
        points(result.bonus),
        points(result.penalty),
        { ...points(result.total), bold: true },
        row.rank === null
          ? cell(words.none)
          : { words: String(row.rank), number: String(row.rank), bold: true },
        cell(grade),
        cell(remarks(row, result, facts)),
      ],
    },
  ]
}

function tableOf(facts: SummaryFacts): Table {
  const sections = scoredSections(facts)
  const most = (code: string) => facts.results[0] && entryOf(facts.results[0].sections, code)?.max
  const heads = sections.map(({ code, title }) => {
    const points = most(code)
    const named = said.section(code, title.vi)
    return cell(points === undefined ? named : `${named}\n${said.most(number(points))}`)
  })
  const right = { width: 9, align: 'right' } as const
  return {
    name: said.sheet,
    size: sections.length > 5 ? 10 : 11,
    columns: [
      { width: 6, align: 'center' },
      { width: 16, align: 'left' },
      ...sections.map(() => ({ width: 13, align: 'right' as const })),
      right,
      right,
      right,
      { width: 7, align: 'center' },
      { width: 17, align: 'center' },
      { width: 22, align: 'left' },
    ],
    head: [
      [
        ...[words.place, words.unit].map(cell),
        ...heads,
        ...[words.bonus, words.penalty, words.total, said.rank, said.grade, words.note].map(cell),
      ],
    ],
    rows: facts.ranking.flatMap((row, place) => rowOf(row, place, facts)),
  }
}

/** The summary of points of a season's units in the ranking's order, ties shown as ties (bảng tổng hợp điểm). */
export function pointsSummary(facts: SummaryFacts, issue: Issue): Paper {
  return issued(
    {
      name: said.name,
      subject: said.subject(facts.clusterName, facts.year),
      orientation: 'landscape',
      blocks: [{ kind: 'table', table: tableOf(facts) }, stateOf(facts.final)],
    },
    issue,
  )
}

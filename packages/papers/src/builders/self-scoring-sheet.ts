import type { Answer } from '@bangvang/core/assessments/answer'
import type { UnitResult } from '@bangvang/core/assessments/result'
import { entryOf } from '@bangvang/core/criteria/by-code'
import type { CriteriaDocument, Section } from '@bangvang/core/criteria/document'
import { listCriteria, type PlacedCriterion } from '@bangvang/core/criteria/list'
import { parseDecimal, roundHalfUp } from '@bangvang/core/numbers/fraction'
import type { Cell, Paper, Row, Table } from '../document.ts'
import { type Issue, issued } from '../issue.ts'
import { selfScoringWords as said, words } from '../words.ts'
import { amount, dayOf, number } from '../written.ts'
import { answerWords } from './answer-words.ts'
import { said as cell, points } from './cells.ts'

/** What a unit reported for one criterion. `evidence` are the names of its files. */
export type SheetAnswer = { answer: Answer | null; note: string; evidence: readonly string[] }

export type SelfScoringFacts = {
  clusterName: string
  year: number
  unitName: string
  criteria: CriteriaDocument
  answers: Readonly<Record<string, SheetAnswer>>
  result: UnitResult
  /** Who signed it off and when; null while it is not. */
  signedOff: { by: string; at: Date; isLate: boolean } | null
}

const columns = [6, 25, 7, 11, 12, 9, 8, 7, 18]
const columnCount = columns.length

function remarks({ note, evidence }: SheetAnswer): string {
  const files = evidence.length === 0 ? [] : [said.files(evidence.join('; '))]
  return [note, ...files].filter((line) => line !== '').join('\n')
}

// A measure is exact to six digits; four tell it on paper.
const rate = (measure: string) => number(roundHalfUp(parseDecimal(measure), 4))

const nothing: SheetAnswer = { answer: null, note: '', evidence: [] }

function criterionRow({ criterion }: PlacedCriterion, facts: SelfScoringFacts): Row {
  const answered = entryOf(facts.answers, criterion.code) ?? nothing
  const { target, actual } = answerWords(criterion, answered.answer)
  const made = entryOf(facts.result.criteria, criterion.code)
  const cells: Cell[] = [
    cell(criterion.code),
    cell(criterion.title.vi),
    points(criterion.maxPoints),
    cell(target),
    cell(actual),
    cell(made?.measure == null ? '' : rate(made.measure)),
    made === undefined ? cell('') : points(made.points),
    made === undefined || criterion.bonus === undefined ? cell('') : points(made.bonus),
    cell(remarks(answered)),
  ]
  return { look: 'plain', cells }
}

function sectionRow(section: Section, { result }: SelfScoringFacts): Row {
  const sum = entryOf(result.sections, section.code)
  return {
    look: 'group',
    cells: [
      cell(section.code),
      { words: section.title.vi, columns: 5 },
      sum === undefined ? cell('') : points(sum.points),
      cell(''),
      sum === undefined ? cell('') : cell(summaryOf(sum.max)),
    ],
  }
}

const summaryOf = (most: string) => `${words.maxPoints}: ${amount(most)}`

function totals({ result }: SelfScoringFacts): Row[] {
  const line = (title: string, decimal: string): Row => ({
    look: 'total',
    cells: [{ words: title, columns: 6, align: 'right' }, points(decimal), { words: '', columns: 2 }],
  })
  return [
    line(words.scored, result.scored),
    line(words.bonus, result.bonus),
    line(words.penalty, result.penalty),
    line(words.total, result.total),
  ]
}

function tableOf(facts: SelfScoringFacts): Table {
  const placed = listCriteria(facts.criteria)
  const heads = [
    words.code,
    words.criterion,
    words.maxPoints,
    said.target,
    said.actual,
    said.rate,
    said.points,
  ]
  return {
    name: said.sheet,
    size: 11,
    columns: columns.map((width, place) => ({
      width,
      align: place === 2 || (place > 4 && place < 8) ? 'right' : place === 0 ? 'center' : 'left',
    })),
    head: [[...heads, words.bonus, said.evidence].slice(0, columnCount).map(cell)],
    rows: [
      ...facts.criteria.sections.flatMap((section) => [
        sectionRow(section, facts),
        ...placed.filter((one) => one.section === section).map((one) => criterionRow(one, facts)),
      ]),
      ...totals(facts),
    ],
  }
}

/** The self-scoring sheet of one unit: every criterion with what was reported, its points and its evidence (bảng tự chấm điểm). */
export function selfScoringSheet(facts: SelfScoringFacts, issue: Issue): Paper {
  const { signedOff } = facts
  const state =
    signedOff === null
      ? [said.notSignedOff]
      : [said.signedOff(signedOff.by, dayOf(signedOff.at)), ...(signedOff.isLate ? [said.late] : [])]
  return issued(
    {
      name: said.name,
      subject: said.subject(facts.unitName, facts.clusterName, facts.year),
      orientation: 'landscape',
      blocks: [
        { kind: 'table', table: tableOf(facts) },
        ...state.map((line) => ({ kind: 'paragraph' as const, look: 'note' as const, words: line })),
      ],
    },
    issue,
  )
}

import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { listCriteria } from '@bangvang/core/criteria/list'
import type { Block, Column, Paper, Row, Table } from '../document.ts'
import { type Issue, issued } from '../issue.ts'
import { pactWords as said, words } from '../words.ts'
import { dayOf, longDay, number } from '../written.ts'
import { said as cell, over } from './cells.ts'

/** A unit of the pact: what it registered, and who signed for it. `label` heads its column, `name` its signature. */
export type PactUnit = {
  name: string
  label: string
  targets: readonly { criterionCode: string; target: string; note: string }[]
  movements: readonly string[]
  signed: { by: string; at: Date } | null
}

export type PactFacts = {
  clusterName: string
  year: number
  criteria: CriteriaDocument
  units: readonly PactUnit[]
  /** The laws and papers it rests on, each a line of its own. */
  legalBasis: readonly string[]
}

/** Beyond so many units a column each does not fit a page; then a unit's targets stand under its name. */
const mostColumns = 10

const appendix = `${words.appendix} I`

type Registered = { code: string; title: string; measure: string }

function registeredCriteria({ criteria, units }: PactFacts): Registered[] {
  const codes = new Set(units.flatMap(({ targets }) => targets.map(({ criterionCode }) => criterionCode)))
  return listCriteria(criteria)
    .filter(({ criterion }) => codes.has(criterion.code))
    .map(({ criterion }) => ({
      code: criterion.code,
      title: criterion.title.vi,
      measure: criterion.unit ?? '',
    }))
}

function wideTable(facts: PactFacts): Table {
  const { units } = facts
  const lines = registeredCriteria(facts)
  return {
    name: said.sheet,
    size: 11,
    columns: [
      { width: 7, align: 'center' },
      { width: 30, align: 'left' },
      { width: 11, align: 'center' },
      ...units.map((): Column => ({ width: 10, align: 'right' })),
    ],
    head: [[words.code, words.criterion, said.measure, ...units.map(({ label }) => label)].map(cell)],
    rows: lines.map(
      ({ code, title, measure }): Row => ({
        look: 'plain',
        cells: [
          cell(code),
          cell(title),
          cell(measure),
          ...units.map(({ targets }) => {
            const found = targets.find(({ criterionCode }) => criterionCode === code)
            return found === undefined
              ? cell(words.none)
              : { words: number(found.target), number: found.target }
          }),
        ],
      }),
    ),
  }
}

function longTable(facts: PactFacts): Table {
  const lines = registeredCriteria(facts)
  return {
    name: said.sheet,
    size: 12,
    columns: [
      { width: 8, align: 'center' },
      { width: 50, align: 'left' },
      { width: 14, align: 'center' },
      { width: 14, align: 'right' },
      { width: 30, align: 'left' },
    ],
    head: [[words.code, words.criterion, said.measure, said.target, words.note].map(cell)],
    rows: facts.units.flatMap(({ name, targets }): Row[] => [
      { look: 'group', cells: [over(name, 5)] },
      ...lines.flatMap(({ code, title, measure }): Row[] =>
        targets
          .filter(({ criterionCode }) => criterionCode === code)
          .map(({ target, note }) => ({
            look: 'plain',
            cells: [
              cell(code),
              cell(title),
              cell(measure),
              { words: number(target), number: target },
              cell(note),
            ],
          })),
      ),
    ]),
  }
}

function promises({ units }: PactFacts): Block[] {
  const moved = units.filter(({ movements }) => movements.length > 0)
  const items = moved.map(({ name, movements }) => [
    { text: `${name}: `, bold: true },
    { text: movements.join('; ') },
  ])
  return [
    { kind: 'paragraph', words: `1. ${said.targets(appendix)}` },
    { kind: 'paragraph', words: `2. ${items.length > 0 ? said.movements : said.share}` },
    ...(items.length > 0 ? [{ kind: 'list' as const, mark: 'dash' as const, items }] : []),
    { kind: 'paragraph', words: `3. ${said.keep}` },
    ...(items.length > 0 ? [{ kind: 'paragraph' as const, words: `4. ${said.share}` }] : []),
    { kind: 'paragraph', words: said.closing },
  ]
}

/** The pact of a season: its promises, every unit's signature, and the registered targets as an appendix (giao ước thi đua). */
export function pact(facts: PactFacts, issue: Issue): Paper {
  const isWide = facts.units.length <= mostColumns
  return issued(
    {
      name: said.name,
      subject: said.subject(facts.clusterName, facts.year),
      orientation: 'portrait',
      blocks: [
        ...facts.legalBasis.map((line): Block => ({ kind: 'paragraph', look: 'basis', words: line })),
        { kind: 'paragraph', words: said.signedAt(longDay(issue.day), issue.place) },
        ...promises(facts),
      ],
      signatures: facts.units.map(({ name, signed }) => ({
        authority: [said.signs, name],
        note: signed === null ? said.notSigned : said.signedOn(dayOf(signed.at)),
        name: signed?.by ?? null,
      })),
      appendices: [
        {
          label: appendix,
          title: said.appendixTitle(facts.year),
          orientation: isWide ? 'landscape' : 'portrait',
          blocks: [{ kind: 'table', table: isWide ? wideTable(facts) : longTable(facts) }],
        },
      ],
    },
    issue,
  )
}

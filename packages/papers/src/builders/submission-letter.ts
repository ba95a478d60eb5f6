import type { Block, Paper, Row, Table } from '../document.ts'
import { type Issue, issued } from '../issue.ts'
import { letterWords as said, words } from '../words.ts'
import { said as cell, points } from './cells.ts'

/** A unit proposed for an award. `votes` is how the vote on it ended, in words: "8 trên 9 phiếu (88,89 %)". */
export type Proposal = { unit: string; award: string; total: string; rank: number | null; votes: string }

export type LetterFacts = {
  clusterName: string
  year: number
  addressees: readonly string[]
  legalBasis: readonly string[]
  proposals: readonly Proposal[]
}

function tableOf(proposals: readonly Proposal[]): Table {
  return {
    name: said.sheet,
    size: 12,
    columns: [
      { width: 8, align: 'center' },
      { width: 18, align: 'left' },
      { width: 13, align: 'right' },
      { width: 9, align: 'center' },
      { width: 30, align: 'left' },
      { width: 24, align: 'left' },
    ],
    head: [[words.place, words.unit, words.total, said.rank, said.award, said.votes].map(cell)],
    rows: proposals.map(
      ({ unit, award, total, rank, votes }, place): Row => ({
        look: 'plain',
        cells: [
          { words: String(place + 1), number: String(place + 1) },
          cell(unit),
          points(total),
          rank === null ? cell(words.none) : { words: String(rank), number: String(rank) },
          cell(award),
          cell(votes),
        ],
      }),
    ),
  }
}

/** The letter that submits the season's award proposals (tờ trình đề nghị khen thưởng). */
export function submissionLetter(facts: LetterFacts, issue: Issue): Paper {
  const awards = [...new Set(facts.proposals.map(({ award }) => award))]
  const [award = said.severalAwards] = awards
  const asked = awards.length > 1 ? said.severalAwards : award
  return issued(
    {
      name: said.name,
      subject: said.subject(asked, facts.year),
      addressees: facts.addressees,
      orientation: 'portrait',
      blocks: [
        ...facts.legalBasis.map((line): Block => ({ kind: 'paragraph', look: 'basis', words: line })),
        { kind: 'paragraph', words: said.result(facts.clusterName, facts.year) },
        { kind: 'table', table: tableOf(facts.proposals) },
        { kind: 'paragraph', words: said.closing(facts.addressees.join(', ')) },
      ],
    },
    issue,
  )
}

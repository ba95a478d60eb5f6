import type { Block, Paper, Row, Table } from '../document.ts'
import { type Issue, issued } from '../issue.ts'
import { noticeWords as said, words } from '../words.ts'
import { day, dayOf } from '../written.ts'
import { said as cell } from './cells.ts'

/** What was concluded under one item of the agenda. */
export type Conclusion = { title: string; sentences: readonly string[] }
/** A task given; `due` is an ISO date. */
export type GivenTask = { what: string; owner: string; due: string | null }

export type NoticeFacts = {
  clusterName: string
  /** As it stands in a sentence: "Họp trù bị tổng kết năm 2020". */
  meeting: string
  startedAt: Date
  place: string
  /** Whose conclusions they are: "Cụm trưởng". */
  concludedBy: string
  /** Who was there, in one sentence without its full stop. */
  attendance: string
  conclusions: readonly Conclusion[]
  tasks: readonly GivenTask[]
}

function tasksOf(tasks: readonly GivenTask[]): Table {
  return {
    name: said.sheet,
    size: 12,
    columns: [
      { width: 8, align: 'center' },
      { width: 48, align: 'left' },
      { width: 28, align: 'left' },
      { width: 16, align: 'center' },
    ],
    head: [[words.place, said.task, said.owner, said.due].map(cell)],
    rows: tasks.map(
      ({ what, owner, due }, place): Row => ({
        look: 'plain',
        cells: [
          { words: String(place + 1), number: String(place + 1) },
          cell(what),
          cell(owner),
          cell(due === null ? '' : day(due)),
        ],
      }),
    ),
  }
}

const conclusionBlocks = ({ title, sentences }: Conclusion, place: number): Block[] => [
  { kind: 'heading', level: 1, look: 'part', text: `${place + 1}. ${title}` },
  ...sentences.map((sentence): Block => ({ kind: 'paragraph', words: sentence })),
]

/** The notice of what the chair concluded at a meeting (thông báo kết luận). */
export function conclusionNotice(facts: NoticeFacts, issue: Issue): Paper {
  const { clusterName, meeting, concludedBy, conclusions, tasks } = facts
  const held = conclusions.filter(({ sentences }) => sentences.length > 0)
  const lastPlace = held.length + 1
  return issued(
    {
      name: said.name,
      subject: said.subject(concludedBy, meeting),
      orientation: 'portrait',
      blocks: [
        {
          kind: 'paragraph',
          words: said.opening(said.when(dayOf(facts.startedAt), facts.place), clusterName, meeting),
        },
        { kind: 'paragraph', words: said.attended(facts.attendance) },
        { kind: 'paragraph', words: said.concluded(concludedBy) },
        ...held.flatMap(conclusionBlocks),
        ...(tasks.length === 0
          ? []
          : ([
              { kind: 'heading', level: 1, look: 'part', text: `${lastPlace}. ${said.tasks}` },
              { kind: 'table', table: tasksOf(tasks) },
            ] satisfies Block[])),
        { kind: 'paragraph', words: said.closing(clusterName) },
      ],
    },
    issue,
  )
}

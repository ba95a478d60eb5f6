import type { CommentRow } from '@bangvang/core/drafts/comment-table'
import type { CommentAnswerKind } from '@bangvang/core/drafts/draft'
import type { Block, Cell, Paper, Row, Run, Table } from '../document.ts'
import { type Issue, issued } from '../issue.ts'
import { commentWords as said, words } from '../words.ts'
import { said as cell } from './cells.ts'

/** A row of core's table of comments, `by` being who wrote it as the paper names them: a unit or an office. */
export type TableComment = Omit<CommentRow, 'byName' | 'byUnitId'> & { by: string; place: string | null }

export type CommentTableFacts = {
  /** As it stands in a sentence: "dự thảo Quy chế hoạt động của Cụm năm 2021". */
  draft: string
  /** How many were asked, how many answered, how many of these had nothing to say. */
  asked: { all: number; answered: number; silent: number }
  comments: readonly TableComment[]
}

function placeCell({ place, quoted, isOrphan }: TableComment): Cell {
  const runs: Run[] = [{ text: place ?? (isOrphan ? said.gone : said.whole), bold: true }]
  return { words: quoted === null ? runs : [...runs, { text: `\n${said.quoted(quoted)}`, italic: true }] }
}

function suggestionOf(suggestion: string | null): string[] {
  if (suggestion === null) return []
  return [suggestion === '' ? said.removes : said.suggests(suggestion)]
}

function answerCell({ answer, reason }: TableComment): Cell {
  if (answer === null) return { words: said.unanswered, italic: true }
  const kind = { text: said.kinds[answer], bold: true }
  return { words: reason === null || reason === '' ? [kind] : [kind, { text: `\n${reason}` }] }
}

function rowOf(comment: TableComment, place: number): Row {
  const { by, isLate, body, suggestion } = comment
  return {
    look: 'plain',
    cells: [
      { words: String(place + 1), number: String(place + 1) },
      placeCell(comment),
      cell(isLate ? `${by}\n${said.late}` : by),
      cell([body, ...suggestionOf(suggestion)].filter((line) => line !== '').join('\n')),
      answerCell(comment),
    ],
  }
}

function tableOf(comments: readonly TableComment[]): Table {
  return {
    name: said.sheet,
    size: 12,
    columns: [
      { width: 6, align: 'center' },
      { width: 24, align: 'left' },
      { width: 17, align: 'left' },
      { width: 32, align: 'left' },
      { width: 32, align: 'left' },
    ],
    head: [[words.place, said.anchor, said.by, said.comment, said.answer].map(cell)],
    rows: comments.map(rowOf),
  }
}

function countsOf(comments: readonly TableComment[]): string {
  const answered = (kind: CommentAnswerKind) => comments.filter(({ answer }) => answer === kind).length
  const open = comments.filter(({ answer }) => answer === null).length
  const told = `${said.all(comments.length)} ${said.counts(answered('accepted'), answered('acceptedInPart'), answered('declined'))}`
  return open === 0 ? told : `${told} ${said.open(open)}`
}

/** The table of comments received on a draft, each with its answer (bảng tổng hợp, tiếp thu, giải trình ý kiến góp ý). */
export function commentTable({ draft, asked, comments }: CommentTableFacts, issue: Issue): Paper {
  const blocks: Block[] = [
    { kind: 'paragraph', words: said.asked(asked.all, asked.answered, asked.silent) },
    { kind: 'paragraph', words: comments.length === 0 ? said.noComments : countsOf(comments) },
    ...(comments.length === 0 ? [] : [{ kind: 'table' as const, table: tableOf(comments) }]),
  ]
  return issued({ name: said.name, subject: said.subject(draft), orientation: 'landscape', blocks }, issue)
}

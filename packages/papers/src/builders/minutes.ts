import type { MinutesParagraph } from '@bangvang/core/meetings/minutes'
import type { Block, Paper, Signature } from '../document.ts'
import { type Issue, issued } from '../issue.ts'
import { minutesWords as said } from '../words.ts'
import { dayOf } from '../written.ts'

/** A correction made after the minutes were locked. */
export type Addendum = { number: number; reason: string; text: string; at: Date }

export type MinutesFacts = {
  /** "Họp trù bị tổng kết công tác thi đua, khen thưởng năm 2020". */
  subject: string
  paragraphs: readonly MinutesParagraph[]
  addenda: readonly Addendum[]
  /** The hash that chair and secretary signed; null while they have not. */
  sha256: string | null
  chair: { name: string; note: string | null }
  secretary: { name: string; note: string | null }
}

function blockOf({ kind, text }: MinutesParagraph): Block {
  switch (kind) {
    case 'heading':
      return { kind: 'heading', level: 1, look: 'part', text }
    case 'paragraph':
      return { kind: 'paragraph', words: text }
    case 'bullet':
      return { kind: 'list', mark: 'dash', items: [text] }
  }
}

const addendumBlocks = ({ number, reason, text, at }: Addendum): Block[] => [
  { kind: 'heading', level: 1, look: 'part', text: said.addendum(number, dayOf(at)) },
  { kind: 'paragraph', words: text },
  { kind: 'paragraph', look: 'note', words: said.addendumReason(reason) },
]

const signature = (office: string, { name, note }: MinutesFacts['chair']): Signature => ({
  authority: [office],
  note,
  name,
})

/** The minutes of a meeting, signed by the secretary at the left and the chair at the right (Decree 30/2020, form 1.10). */
export function minutes(facts: MinutesFacts, issue: Issue): Paper {
  const { sha256 } = facts
  const paper = issued(
    {
      name: said.name,
      subject: facts.subject,
      orientation: 'portrait',
      blocks: [
        ...facts.paragraphs.map(blockOf),
        ...facts.addenda.flatMap(addendumBlocks),
        ...(sha256 === null
          ? []
          : [{ kind: 'paragraph' as const, look: 'note' as const, words: said.signed(sha256) }]),
      ],
      signatures: [signature(said.secretary, facts.secretary), signature(said.chair, facts.chair)],
    },
    issue,
  )
  // Minutes name the day in their text.
  return { ...paper, head: { ...paper.head, placed: null } }
}

import type { TextKind } from '@bangvang/core/drafts/draft'
import type { Block, Paper } from '../document.ts'
import { type Issue, issued } from '../issue.ts'

/** A part of a structured text with its number as it is printed: "Chương I", "Điều 5.", "2.", "đ)"; "" for a plain paragraph. */
export type TextPart = { kind: TextKind; mark: string; text: string }

export type RegulationFacts = {
  /** "Quy chế", "Kế hoạch". */
  name: string
  subject: string
  legalBasis: readonly string[]
  parts: readonly TextPart[]
}

function blockOf({ kind, mark, text }: TextPart, hasChapters: boolean): Block {
  const marked = [mark, text].filter((part) => part !== '').join(' ')
  switch (kind) {
    case 'chapter':
      return {
        kind: 'heading',
        level: 1,
        look: 'chapter',
        text: `${mark}\n${text.toLocaleUpperCase('vi')}`,
      }
    case 'article':
      return { kind: 'heading', level: hasChapters ? 2 : 1, look: 'article', text: marked }
    case 'clause':
    case 'point':
    case 'paragraph':
      return { kind: 'paragraph', words: marked }
  }
}

/** Any structured text of the cluster, adopted or a draft: a regulation, a plan. */
export function regulation({ name, subject, legalBasis, parts }: RegulationFacts, issue: Issue): Paper {
  const hasChapters = parts.some(({ kind }) => kind === 'chapter')
  return issued(
    {
      name,
      subject,
      orientation: 'portrait',
      blocks: [
        ...legalBasis.map((line): Block => ({ kind: 'paragraph', look: 'basis', words: line })),
        ...parts.map((part) => blockOf(part, hasChapters)),
      ],
    },
    issue,
  )
}

import type { CommentView, DraftView } from '@bangvang/contract/drafts'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Heading } from '../../ui/heading.tsx'
import { useLeftWords } from './draft-state.tsx'
import { Tally } from './tally.tsx'

/** The comments counted by their answers. */
export function countAnswers(comments: readonly CommentView[]): DraftView['comments'] {
  const counts = { all: comments.length, accepted: 0, acceptedInPart: 0, declined: 0, unanswered: 0 }
  for (const { answer } of comments) counts[answer?.kind ?? 'unanswered'] += 1
  return counts
}

function useStanding(): (draft: DraftView) => string {
  const t = useWords()
  const format = useFormat()
  const left = useLeftWords()
  return ({ status, consultation, adopted }) => {
    if (adopted !== null)
      return t(status === 'superseded' ? 'draft-work.bar.superseded' : 'draft-work.bar.adopted', {
        number: adopted.number,
        on: format.day(adopted.on),
      })
    if (consultation === null) return t('draft-work.bar.notSent')
    const { round, deadline } = consultation
    return [
      t('draft-work.bar.round', { n: round }),
      `${t('draft-work.bar.until', { at: format.dateTime(deadline) })}, ${left(deadline)}`,
    ].join(' · ')
  }
}

type Props = {
  draft: DraftView
  comments: readonly CommentView[]
  /** Who else is here, in words. */
  here: string
  children: ReactNode
}

/** Where a draft stands, what it is called, how its comments were answered, and what can be done. */
export function DraftBar({ draft, comments, here, children }: Props) {
  const t = useWords()
  const standing = useStanding()
  const { seasonId, title } = draft
  return (
    <header className="dbar">
      <div>
        <p className="sm q">
          <Link href={`/seasons/${seasonId}/drafts`}>{t('draft-work.bar.back')}</Link>
          {' · '}
          {standing(draft)}{' '}
          <span className="pen" role="status">
            {here}
          </span>
        </p>
        <Heading title={title} />
      </div>
      <div className="end">
        {comments.length === 0 ? null : <Tally comments={countAnswers(comments)} />}
        {children}
      </div>
    </header>
  )
}

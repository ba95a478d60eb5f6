import type { DraftSummary } from '@bangvang/contract/drafts'
import { Check, Circle, CircleDashed, type LucideIcon, StickyNote } from 'lucide-react'
import { useWords } from '../../lib/words.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'

export type AnswerState = 'accepted' | 'acceptedInPart' | 'declined' | 'unanswered'

// DESIGN.md, "States", answers to comments.
const looks: Record<AnswerState, [LucideIcon, Tone]> = {
  accepted: [Check, 'ok'],
  acceptedInPart: [CircleDashed, 'pen'],
  declined: [StickyNote, 'warn'],
  unanswered: [Circle, 'q'],
}
const states = Object.keys(looks) as AnswerState[]

/** How a comment was answered, or that it was not. */
export function AnswerTag({ state }: { state: AnswerState }) {
  const t = useWords()
  const [icon, tone] = looks[state]
  return (
    <Tag icon={icon} tone={tone}>
      {t(`drafts.answer.${state === 'unanswered' ? 'none' : state}`)}
    </Tag>
  )
}

/** The comments on a draft, counted by their answers; states that nothing is in are left out. */
export function Tally({ comments }: { comments: DraftSummary['comments'] }) {
  const t = useWords()
  const { all } = comments
  return (
    // biome-ignore lint/a11y/useSemanticElements: counts beside each other are no form's fieldset
    <div className="tally" role="group" aria-label={t('draft-work.tally.label')}>
      <b>{t('draft-work.tally.all', { n: all })}</b>
      {states
        .filter((state) => comments[state] > 0)
        .map((state) => {
          const [icon, tone] = looks[state]
          return (
            <Tag key={state} icon={icon} tone={tone}>
              {t(`draft-work.tally.${state}`, { n: comments[state] })}
            </Tag>
          )
        })}
    </div>
  )
}

import type { CommentView } from '@bangvang/contract/drafts'
import { Check, Circle, CircleDashed, type LucideIcon, StickyNote } from 'lucide-react'
import { useState } from 'react'
import { takesFocus } from '../../lib/focus.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { AnswerForm } from './answer-form.tsx'

type Kind = NonNullable<CommentView['answer']>['kind'] | 'none'

// DESIGN.md, "States", answers to comments.
const looks: Record<Kind, [LucideIcon, Tone]> = {
  accepted: [Check, 'ok'],
  acceptedInPart: [CircleDashed, 'ok'],
  declined: [StickyNote, 'q'],
  none: [Circle, 'warn'],
}

function AnswerTag({ kind }: { kind: Kind }) {
  const t = useWords()
  const [icon, tone] = looks[kind]
  return (
    <Tag icon={icon} tone={tone}>
      {t(`drafts.answer.${kind}`)}
    </Tag>
  )
}

type Props = {
  comment: CommentView
  /** What it is about, in words: a unit's name or the whole. */
  about: string
  unitName: string | null
  mayAnswer: boolean
}

/** One comment with who, when, about what, and its answer; or the way to answer it. */
export function CommentThread({ comment, about, unitName, mayAnswer }: Props) {
  const t = useWords()
  const format = useFormat()
  const [isAnswering, setAnswering] = useState(false)
  const [hasActed, setActed] = useState(false)
  const { byName, byRole, at, body, answer } = comment
  const role = t(`shell.role.${byRole}`)
  const office = unitName === null ? role : t('drafts.byUnit', { role, unit: unitName })
  return (
    <li className="comment">
      <article>
        <p className="by">
          <b>{byName}</b>
          <span className="sm q">{office}</span>
          <time dateTime={at.toISOString()}>{format.dateTime(at)}</time>
        </p>
        <p className="sm q">{t('drafts.about', { about })}</p>
        <p className="said">{body}</p>
        <AnswerTag kind={answer?.kind ?? 'none'} />
        {answer === null ? null : (
          <div className="answered" ref={hasActed ? takesFocus : null} tabIndex={-1}>
            <p className="said">{answer.body}</p>
            <p className="sm q">
              {answer.byName}, {format.dateTime(answer.at)}
            </p>
          </div>
        )}
        {answer !== null || !mayAnswer ? null : isAnswering ? (
          <AnswerForm
            commentId={comment.id}
            byName={byName}
            onClose={() => {
              setActed(true)
              setAnswering(false)
            }}
          />
        ) : (
          <Button
            ref={hasActed ? takesFocus : null}
            isSmall
            aria-label={t('drafts.answer.actName', { name: byName })}
            onClick={() => setAnswering(true)}
          >
            {t('drafts.answer.act')}
          </Button>
        )}
      </article>
    </li>
  )
}

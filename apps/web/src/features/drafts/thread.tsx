import { type CommentView, drafts } from '@bangvang/contract/drafts'
import { Clock, Lock, Sparkles } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDesk, useFloor } from './desk-context.tsx'
import type { ThreadForm } from './desk-state.ts'
import type { PlacedComment } from './placed.ts'
import { ReplyForm } from './reply-form.tsx'
import { AnswerTag } from './tally.tsx'
import { ThreadAnswer } from './thread-answer.tsx'
import { useDraftWrite } from './use-draft-cache.ts'
import { SuggestionDiff } from './word-diff.tsx'

function About({ placed: { comment, orphan, nodeId }, isOpen }: { placed: PlacedComment; isOpen: boolean }) {
  const t = useWords()
  const { cite } = useDesk()
  const { quote } = comment.anchor
  if (orphan === null)
    return isOpen ? <p className="org">{t('draft-work.thread.about', { about: cite(nodeId) })}</p> : null
  if (quote === null) return <p className="org">{t('draft-work.thread.orphanNode')}</p>
  return (
    <>
      <p className="org">
        {t(orphan === 'ambiguous' ? 'draft-work.thread.ambiguous' : 'draft-work.thread.orphan')}
      </p>
      <blockquote className="quote">{quote.text}</blockquote>
    </>
  )
}

/** What a comment says: the words it suggests, and why. */
function Said({ comment }: { comment: CommentView }) {
  const t = useWords()
  const { anchor, replacement, body } = comment
  return (
    <>
      {replacement === null ? null : (
        <SuggestionDiff
          quote={anchor.quote ?? { text: '', before: '', after: '' }}
          replacement={replacement}
          label={t('draft-work.thread.suggestion')}
        />
      )}
      {body === '' ? null : <p className="said">{body}</p>}
    </>
  )
}

function Marks({ comment, isFresh }: { comment: CommentView; isFresh: boolean }) {
  const t = useWords()
  if (!isFresh && !comment.isLate && !comment.isResolved) return null
  return (
    <p className="tags">
      {isFresh ? (
        <Tag icon={Sparkles} tone="gold">
          {t('draft-work.thread.isNew')}
        </Tag>
      ) : null}
      {comment.isLate ? (
        <Tag icon={Clock} tone="warn">
          {t('draft-work.thread.late')}
        </Tag>
      ) : null}
      {comment.isResolved ? (
        <Tag icon={Lock} tone="q">
          {t('draft-work.thread.resolved')}
        </Tag>
      ) : null}
    </p>
  )
}

function Answered({ comment: { answer, appliedAt } }: { comment: CommentView }) {
  const t = useWords()
  const format = useFormat()
  if (answer === null) return null
  return (
    <div className="ans">
      <AnswerTag state={answer.kind} />
      <p className="said">{answer.body}</p>
      <p className="org">
        {t('draft-work.thread.answeredBy', { name: answer.byName, at: format.dateTime(answer.at) })}
        {appliedAt === null ? '' : `. ${t('draft-work.thread.applied', { at: format.dateTime(appliedAt) })}`}
      </p>
    </div>
  )
}

function Replies({ comment: { replies } }: { comment: CommentView }) {
  const format = useFormat()
  const office = useOffice()
  if (replies.length === 0) return null
  return (
    <ol className="replies">
      {replies.map((reply) => (
        <li key={reply.id}>
          <p className="by">
            <b>{reply.byName}</b>
            <time dateTime={reply.at.toISOString()}>{format.dateTime(reply.at)}</time>
          </p>
          <span className="org">{office(reply)}</span>
          <p className="said">{reply.body}</p>
        </li>
      ))}
    </ol>
  )
}

/** In which role, of which unit, something was said. */
function useOffice(): (said: Pick<CommentView, 'byRole' | 'byUnitId'>) => string {
  const t = useWords()
  const { unitName } = useFloor()
  return ({ byRole, byUnitId }) => {
    const role = t(`shell.role.${byRole}`)
    return byUnitId === null ? role : t('drafts.byUnit', { role, unit: unitName(byUnitId) })
  }
}

function Acts({ comment }: { comment: CommentView }) {
  const t = useWords()
  const { cache, mayComment, mayAnswer } = useDesk()
  const { dispatch } = useFloor()
  const resolve = useDraftWrite(drafts.resolve, cache.say)
  const open = (form: ThreadForm) => dispatch({ act: 'open', commentId: comment.id, form })
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: acts beside each other are no form's fieldset */}
      <div className="acts" role="group" aria-label={t('draft-work.thread.acts', { n: comment.number })}>
        {mayAnswer && comment.answer === null ? (
          <Button isSmall kind="main" onClick={() => open('answer')}>
            {t('draft-work.thread.answer')}
          </Button>
        ) : null}
        {mayComment || mayAnswer ? (
          <>
            <Button isSmall onClick={() => open('reply')}>
              {t('draft-work.thread.reply')}
            </Button>
            <Button
              isSmall
              isBusy={resolve.isPending}
              onClick={() =>
                resolve.mutate({
                  params: { commentId: comment.id },
                  body: { isResolved: !comment.isResolved },
                })
              }
            >
              {t(comment.isResolved ? 'draft-work.thread.reopen' : 'draft-work.thread.resolve')}
            </Button>
          </>
        ) : null}
      </div>
      <Refusal error={resolve.error} />
    </>
  )
}

function Work({ placed, form }: { placed: PlacedComment; form: ThreadForm | null }) {
  const { mayAnswer } = useDesk()
  const { dispatch } = useFloor()
  const close = () => dispatch({ act: 'closeForm' })
  const { comment } = placed
  if (form === 'answer' && mayAnswer && comment.answer === null)
    return <ThreadAnswer placed={placed} onClose={close} />
  if (form === 'reply') return <ReplyForm comment={comment} onClose={close} />
  return <Acts comment={comment} />
}

type Props = {
  placed: PlacedComment
  isOpen: boolean
  form: ThreadForm | null
  /** Many comments: a closed one is told in one line. */
  isBrief: boolean
  isFresh: boolean
}

/** One comment with its thread: told in a line, at rest, or open with what can be done with it. */
export const Thread = memo(function Thread({ placed, isOpen, form, isBrief, isFresh }: Props) {
  const t = useWords()
  const format = useFormat()
  const office = useOffice()
  const { dispatch } = useFloor()
  const { comment } = placed
  const { id, number, byName, at, answer } = comment
  const isLine = isBrief && !isOpen
  const head: ReactNode = (
    <button
      type="button"
      className="one"
      aria-expanded={isOpen}
      onClick={() => dispatch(isOpen ? { act: 'close' } : { act: 'open', commentId: id })}
    >
      <span className="nref">{number}</span>
      <span>{isLine ? `${byName}, ${office(comment)}` : <b>{byName}</b>}</span>
      {isLine || answer === null ? (
        <AnswerTag state={answer?.kind ?? 'unanswered'} />
      ) : (
        <time dateTime={at.toISOString()}>{isOpen ? format.dateTime(at) : format.dayMonth(at)}</time>
      )}
    </button>
  )
  return (
    <article
      id={`comment-${number}`}
      className={isOpen ? 'cmt on' : 'cmt rest'}
      data-thread={id}
      tabIndex={-1}
      aria-label={t(isOpen ? 'draft-work.thread.labelOpen' : 'draft-work.thread.label', { n: number })}
    >
      {head}
      {isLine ? null : (
        <>
          <span className="org">
            {office(comment)}
            {answer === null ? `, ${format.dateTime(at)}` : ''}
          </span>
          <About placed={placed} isOpen={isOpen} />
          <Said comment={comment} />
          <Marks comment={comment} isFresh={isFresh} />
          <Answered comment={comment} />
          <Replies comment={comment} />
          {isOpen ? <Work placed={placed} form={form} /> : null}
        </>
      )}
    </article>
  )
})

import { ApiProblem } from '@bangvang/contract/client'
import {
  CommentView as Comment,
  CommentAnswerKind,
  type CommentView,
  drafts,
} from '@bangvang/contract/drafts'
import { useState } from 'react'
import type { z } from 'zod'
import { focusFirstField } from '../../lib/focus.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useDesk } from './desk-context.tsx'
import { onSendKeys } from './desk-keys.ts'
import type { PlacedComment } from './placed.ts'
import { useDraftWrite } from './use-draft-cache.ts'

type Kind = z.infer<typeof CommentAnswerKind>
type Props = { placed: PlacedComment; onClose: () => void }

/** Answers a comment; an accepted suggestion also goes into the draft, in the same act. */
function useAnswer(comment: CommentView, onClose: () => void) {
  const { cache } = useDesk()
  const answer = useDraftWrite(drafts.answer, cache.say)
  const apply = useDraftWrite(drafts.apply, async (said) => {
    await Promise.all([cache.say(said), cache.showAgain()])
  })
  const params = { commentId: comment.id }
  const onError = () => void cache.again()
  return {
    error: answer.error ?? apply.error,
    isPending: answer.isPending || apply.isPending,
    send: (kind: Kind, body: string) =>
      answer.mutate({ params, body: { kind, body } }, { onSuccess: onClose, onError }),
    apply: (kind: Exclude<Kind, 'declined'>, body: string, replacement: string | null) =>
      apply.mutate({ params, body: { kind, body, replacement } }, { onSuccess: onClose, onError }),
  }
}

function KindChoice({ kind, onKind }: { kind: Kind; onKind: (kind: Kind) => void }) {
  const t = useWords()
  return (
    <fieldset>
      <legend>{t('draft-work.answer.legend')}</legend>
      <div className="opts">
        {CommentAnswerKind.options.map((one) => (
          <label key={one}>
            <input type="radio" name="answer" checked={kind === one} onChange={() => onKind(one)} />
            {t(`draft-work.answer.${one}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Taken({ error }: { error: unknown }) {
  const t = useWords()
  const current =
    error instanceof ApiProblem && error.code === 'comment-answered'
      ? Comment.safeParse(error.problem.current).data?.answer
      : undefined
  if (!current) return <Refusal error={error} />
  const { byName: name, kind, body } = current
  return (
    <p className="notice" role="alert">
      {t('draft-work.answer.stands', { name, kind: t(`drafts.answer.${kind}`), body })}
    </p>
  )
}

type ApplyProps = {
  isApplied: boolean
  replacement: string
  onApplied: (isApplied: boolean) => void
  onReplacement: (words: string) => void
}

function ApplyFields({ isApplied, replacement, onApplied, onReplacement }: ApplyProps) {
  const t = useWords()
  return (
    <>
      <label className="check">
        <input type="checkbox" checked={isApplied} onChange={({ target }) => onApplied(target.checked)} />
        {t('draft-work.answer.apply')}
      </label>
      {isApplied ? (
        <Field label={t('draft-work.answer.replacement')}>
          {(input) => (
            <textarea
              {...input}
              rows={2}
              maxLength={4000}
              value={replacement}
              onChange={({ target }) => onReplacement(target.value)}
            />
          )}
        </Field>
      ) : null}
    </>
  )
}

/** The answer that ends a comment: its kind, its reason, and for a suggestion whether its words go into the draft. */
export function ThreadAnswer({ placed, onClose }: Props) {
  const t = useWords()
  const { comment, orphan } = placed
  const { draft } = useDesk()
  const [kind, setKind] = useState<Kind>('accepted')
  const [body, setBody] = useState('')
  const [isApplied, setApplied] = useState(orphan === null)
  const [replacement, setReplacement] = useState(comment.replacement ?? '')
  const answer = useAnswer(comment, onClose)
  const faultWords = useFaultWords(answer.error)
  const isSuggestion = comment.replacement !== null && draft.may.answer
  const willApply = isSuggestion && orphan === null && isApplied && kind !== 'declined'
  const words = replacement === comment.replacement ? null : replacement
  const send = () => (willApply ? answer.apply(kind, body, words) : answer.send(kind, body))
  return (
    <form
      ref={focusFirstField}
      className="ansform"
      aria-label={t('drafts.answer.label', { name: comment.byName })}
      noValidate
      onKeyDown={onSendKeys(send, onClose)}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <KindChoice kind={kind} onKind={setKind} />
      {isSuggestion && orphan !== null ? <p className="sm q">{t('draft-work.answer.unfit')}</p> : null}
      {isSuggestion && orphan === null && kind !== 'declined' ? (
        <ApplyFields
          isApplied={isApplied}
          replacement={replacement}
          onApplied={setApplied}
          onReplacement={setReplacement}
        />
      ) : null}
      <Field
        label={t('draft-work.answer.body')}
        error={faultWords('#/body') === null ? null : t('drafts.answer.needed')}
      >
        {(input) => (
          <textarea
            {...input}
            rows={2}
            maxLength={5000}
            value={body}
            onChange={({ target }) => setBody(target.value)}
          />
        )}
      </Field>
      <Taken error={answer.error} />
      <div className="acts">
        <Button type="submit" kind="main" isSmall isBusy={answer.isPending}>
          {t(willApply ? 'draft-work.answer.saveApply' : 'draft-work.answer.save')}
        </Button>
        <Button isSmall onClick={onClose}>
          {t('shell.cancel')}
        </Button>
      </div>
    </form>
  )
}

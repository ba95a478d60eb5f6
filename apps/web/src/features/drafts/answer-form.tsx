import { ApiProblem } from '@bangvang/contract/client'
import { CommentAnswerKind, drafts } from '@bangvang/contract/drafts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { useWrite } from '../../lib/api.ts'
import { focusFirstField } from '../../lib/focus.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Segmented } from '../../ui/segmented.tsx'

type Kind = z.infer<typeof CommentAnswerKind>
type Props = { commentId: string; byName: string; onClose: () => void }

/** The answer that ends a comment: accepted, in part or declined, with its reason. */
export function AnswerForm({ commentId, byName, onClose }: Props) {
  const t = useWords()
  const cache = useQueryClient()
  const [kind, setKind] = useState<Kind>('accepted')
  const [body, setBody] = useState('')
  const answer = useWrite(drafts.answer, ['seasons', 'tasks'])
  const faultWords = useFaultWords(answer.error)
  const isTaken = answer.error instanceof ApiProblem && answer.error.code === 'comment-answered'
  return (
    <form
      ref={focusFirstField}
      className="form"
      aria-label={t('drafts.answer.label', { name: byName })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        answer.mutate(
          { params: { commentId }, body: { kind, body } },
          { onSuccess: onClose, onError: () => void cache.invalidateQueries({ queryKey: ['seasons'] }) },
        )
      }}
    >
      <Segmented<Kind>
        label={t('drafts.answer.kind')}
        value={kind}
        options={CommentAnswerKind.options.map((value) => ({ value, words: t(`drafts.answer.${value}`) }))}
        onChange={setKind}
      />
      <Field
        label={t('drafts.answer.body')}
        hint={t('drafts.answer.hint')}
        error={faultWords('#/body') === null ? null : t('drafts.answer.needed')}
      >
        {(input) => (
          <textarea
            {...input}
            rows={4}
            required
            maxLength={5000}
            value={body}
            onChange={({ target }) => setBody(target.value)}
          />
        )}
      </Field>
      {isTaken ? (
        <p className="notice" role="alert">
          {t('drafts.answer.taken')}
        </p>
      ) : (
        <Refusal error={answer.error} />
      )}
      <div className="acts">
        <Button type="submit" kind="main" isBusy={answer.isPending}>
          {t('drafts.answer.send')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </form>
  )
}

import { type CommentView, drafts } from '@bangvang/contract/drafts'
import { useState } from 'react'
import { focusFirstField } from '../../lib/focus.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useDesk } from './desk-context.tsx'
import { onSendKeys } from './desk-keys.ts'
import { MentionBox, mentionedIn } from './mention-box.tsx'
import { useDraftWrite } from './use-draft-cache.ts'

/** A reply in a comment's thread. */
export function ReplyForm({ comment, onClose }: { comment: CommentView; onClose: () => void }) {
  const t = useWords()
  const { cache, people } = useDesk()
  const [body, setBody] = useState('')
  const reply = useDraftWrite(drafts.reply, cache.say)
  const faultWords = useFaultWords(reply.error)
  const send = () =>
    reply.mutate(
      {
        params: { commentId: comment.id },
        body: { body, mentions: mentionedIn(body, people).map(({ mandateId }) => mandateId) },
      },
      { onSuccess: onClose },
    )
  return (
    <form
      ref={focusFirstField}
      className="ansform"
      aria-label={t('draft-work.thread.replyTitle', { n: comment.number })}
      noValidate
      onKeyDown={onSendKeys(send, onClose)}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Field
        label={t('draft-work.thread.replyBody')}
        hint={people.length === 0 ? undefined : t('draft-work.mention.hint')}
        error={faultWords('#/body') === null ? null : t('draft-work.thread.needed')}
      >
        {(input) => <MentionBox input={input} value={body} rows={2} people={people} onChange={setBody} />}
      </Field>
      <Refusal error={reply.error} />
      <div className="acts">
        <Button type="submit" kind="main" isSmall isBusy={reply.isPending}>
          {t('draft-work.thread.replySend')}
        </Button>
        <Button isSmall onClick={onClose}>
          {t('shell.cancel')}
        </Button>
      </div>
    </form>
  )
}

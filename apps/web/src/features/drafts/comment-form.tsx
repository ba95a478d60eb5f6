import { drafts } from '@bangvang/contract/drafts'
import { useState } from 'react'
import { useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

type Props = {
  seasonId: string
  units: readonly { id: string; name: string }[]
  /** The row written about at first, null for the whole ranking. */
  about: string | null
}

/** A new comment on the draft ranking, as a whole or on one row of it. */
export function CommentForm({ seasonId, units, about }: Props) {
  const t = useWords()
  const [anchor, setAnchor] = useState(about ?? '')
  const [body, setBody] = useState('')
  const write = useWrite(drafts.comment, ['tasks'])
  const faultWords = useFaultWords(write.error)
  const send = () =>
    write.mutate(
      { params: { seasonId }, body: { anchor: anchor === '' ? null : anchor, body } },
      { onSuccess: () => setBody('') },
    )
  return (
    <form
      className="form comment-form"
      aria-label={t('drafts.write.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h3>{t('drafts.write.title')}</h3>
      <Field label={t('drafts.write.about')}>
        {(input) => (
          <select {...input} value={anchor} onChange={({ target }) => setAnchor(target.value)}>
            <option value="">{t('drafts.whole')}</option>
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t('drafts.write.body')}
        hint={t('drafts.write.hint')}
        error={faultWords('#/body') === null ? null : t('drafts.write.needed')}
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
      <Refusal error={write.error} />
      <div className="acts">
        <Button type="submit" kind="main" isBusy={write.isPending}>
          {t('drafts.write.send')}
        </Button>
        <span role="status" className="ok">
          {write.isSuccess && body === '' ? t('drafts.write.sent') : ''}
        </span>
      </div>
    </form>
  )
}

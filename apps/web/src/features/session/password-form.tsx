import { session } from '@bangvang/contract/session'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sessionQuery } from '../../lib/actor.tsx'
import { call } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

/** Changes the own password; the new one is typed twice. */
export function PasswordForm() {
  const t = useWords()
  const cache = useQueryClient()
  const [differs, setDiffers] = useState(false)
  const { mutate, isPending, error, isSuccess } = useMutation({
    mutationFn: (body: { present: string; next: string }) => call(session.changePassword, { body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        const typed = new FormData(form)
        const [present, next] = [String(typed.get('present')), String(typed.get('next'))]
        setDiffers(next !== typed.get('again'))
        if (next === typed.get('again') && !isPending)
          mutate({ present, next }, { onSuccess: () => form.reset() })
      }}
    >
      <Field label={t('session.account.present')}>
        {(input) => (
          <input {...input} name="present" type="password" required autoComplete="current-password" />
        )}
      </Field>
      <Field label={t('session.account.next')} hint={t('session.account.nextHint')}>
        {(input) => <input {...input} name="next" type="password" required autoComplete="new-password" />}
      </Field>
      <Field label={t('session.account.again')} error={differs ? t('session.account.mismatch') : null}>
        {(input) => <input {...input} name="again" type="password" required autoComplete="new-password" />}
      </Field>
      <Refusal error={error} />
      <p role="status" className="ok">
        {isSuccess ? t('session.account.changed') : null}
      </p>
      <Button kind="main" type="submit" isBusy={isPending}>
        {t('session.account.change')}
      </Button>
    </form>
  )
}

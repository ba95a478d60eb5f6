import { session } from '@bangvang/contract/session'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { sessionQuery, useSession } from '../../lib/actor.tsx'
import { call } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { PasswordForm } from './password-form.tsx'

function Everywhere() {
  const t = useWords()
  const cache = useQueryClient()
  const [, navigate] = useLocation()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call(session.signOutEverywhere, {}),
    onSuccess: async () => {
      await cache.fetchQuery({ ...sessionQuery, staleTime: 0 })
      navigate('/sign-in')
    },
  })
  return (
    <section>
      <h2>{t('session.account.everywhereTitle')}</h2>
      <p>{t('session.account.everywhereBody')}</p>
      <Refusal error={error} />
      <Button isBusy={isPending} onClick={() => mutate()}>
        {t('session.account.everywhere')}
      </Button>
    </section>
  )
}

function Mandates() {
  const t = useWords()
  const format = useFormat()
  const { mandates } = useSession()
  return (
    <section>
      <h2>{t('session.account.mandatesTitle')}</h2>
      {mandates.length === 0 ? <p>{t('shell.person.noMandate')}</p> : null}
      <ul className="plain-list">
        {mandates.map(({ id, role, unitName, seasonId, startsOn, endsOn, paperNumber }) => (
          <li key={id}>
            <b>{t(`shell.role.${role}`)}</b>
            <span>{[unitName, seasonId].filter(Boolean).join(', ')}</span>
            <span className="q">
              {format.day(startsOn)} – {endsOn === null ? t('session.account.open') : format.day(endsOn)}
              {paperNumber === null ? '' : ` (${paperNumber})`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The own account: password, sessions, mandates. */
export function AccountPage() {
  const t = useWords()
  const { person } = useSession()
  return (
    <div className="reading">
      <p className="kicker">
        {t('session.account.person', { name: person?.name ?? '', email: person?.email ?? '' })}
      </p>
      <Heading title={t('session.account.title')} />
      {person?.mustChangePassword ? <p className="notice">{t('session.account.mustChange')}</p> : null}
      <section className="narrow">
        <h2>{t('session.account.passwordTitle')}</h2>
        <PasswordForm />
      </section>
      <Everywhere />
      <Mandates />
    </div>
  )
}

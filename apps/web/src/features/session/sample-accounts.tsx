import type { SessionView } from '@bangvang/contract/session'
import { roles } from '@bangvang/core/people/actor'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useSignIn } from './sign-in-form.tsx'

type Props = {
  accounts: NonNullable<SessionView['sampleAccounts']>
  onDone: (view: SessionView) => void
}

/** The accounts of a sample year by role, one click each. */
export function SampleAccounts({ accounts, onDone }: Props) {
  const t = useWords()
  const { mutate, isPending, error } = useSignIn(onDone)
  return (
    <section className="samples">
      <h2>{t('session.sample')}</h2>
      <Refusal error={error} />
      <dl>
        {roles.map((role) => {
          const ofRole = accounts.filter((account) => account.role === role)
          if (ofRole.length === 0) return null
          return (
            <div key={role}>
              <dt>{t(`shell.role.${role}`)}</dt>
              <dd>
                {ofRole.map(({ email, password, name, unitName }) => (
                  <Button
                    key={email}
                    isSmall
                    isBusy={isPending}
                    title={`${name}, ${email}`}
                    aria-label={t('session.sampleEnter', {
                      who: unitName ?? name,
                      role: t(`shell.role.${role}`),
                    })}
                    onClick={() => mutate({ email, password })}
                  >
                    {unitName ?? name}
                  </Button>
                ))}
              </dd>
            </div>
          )
        })}
      </dl>
      <p className="note-illus">{t('session.sampleNote')}</p>
    </section>
  )
}

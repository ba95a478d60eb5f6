import { type MandateView, session } from '@bangvang/contract/session'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { sessionQuery, useSession } from '../lib/actor.tsx'
import { call } from '../lib/api.ts'
import { type Theme, themes, useTheme } from '../lib/theme.ts'
import { type Translate, useWords } from '../lib/words.ts'
import { Button } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { Refusal } from '../ui/refusal.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { ShellLanguage } from './shell-language.tsx'

function mandateWords(t: Translate, mandate: MandateView | null): string {
  if (mandate === null) return t('shell.person.noMandate')
  return [t(`shell.role.${mandate.role}`), mandate.unitName].filter(Boolean).join(' · ')
}

function useActUnder(onDone: () => void) {
  const cache = useQueryClient()
  const [, navigate] = useLocation()
  return useMutation({
    mutationFn: (mandateId: string) => call(session.actUnder, { body: { mandateId } }),
    onSuccess: (view) => {
      // Another mandate sees other things: nothing of the former one stays.
      cache.clear()
      cache.setQueryData(sessionQuery.queryKey, view)
      onDone()
      navigate('/')
    },
  })
}

function useSignOut() {
  const cache = useQueryClient()
  const [, navigate] = useLocation()
  return useMutation({
    mutationFn: () => call(session.signOut, {}),
    onSuccess: async () => {
      await cache.fetchQuery({ ...sessionQuery, staleTime: 0 })
      navigate('/sign-in')
      cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    },
  })
}

/** The person's panel: mandates to act under, language, theme, account, sign-out. */
export function PersonPanel({ onDone }: { onDone: () => void }) {
  const { person, mandate, mandates } = useSession()
  const t = useWords()
  const [theme, setTheme] = useTheme()
  const actUnder = useActUnder(onDone)
  const signOut = useSignOut()
  const others = mandates.filter(({ id }) => id !== mandate?.id)
  return (
    <div className="person-panel">
      <p>
        <b>{person?.name}</b>
        <br />
        <span className="q">{mandateWords(t, mandate)}</span>
      </p>
      {others.length === 0 ? null : (
        <section>
          <h2>{t('shell.person.otherMandates')}</h2>
          <ul className="menu-list">
            {others.map((other) => (
              <li key={other.id}>
                <button type="button" onClick={() => actUnder.mutate(other.id)}>
                  <span>{mandateWords(t, other)}</span>
                  <small>{other.seasonId}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('shell.person.theme')}</h2>
        <Segmented<Theme>
          label={t('shell.person.theme')}
          value={theme}
          options={themes.map((value) => ({ value, words: t(`shell.theme.${value}`) }))}
          onChange={setTheme}
        />
      </section>
      <div className="phone-only">
        <ShellLanguage />
      </div>
      <Link href="/laws" onClick={onDone}>
        {t('shell.laws')}
      </Link>
      <Refusal error={actUnder.error ?? signOut.error} />
      <p className="person-acts">
        <Link href="/account" onClick={onDone}>
          {t('shell.person.account')}
        </Link>
        <Button isSmall isBusy={signOut.isPending} onClick={() => signOut.mutate()}>
          {t('shell.person.signOut')}
        </Button>
      </p>
    </div>
  )
}

/** Who is here and under which mandate; opens the person's panel. */
export function PersonMenu() {
  const { person, mandate } = useSession()
  const t = useWords()
  return (
    <Popover
      className="who-menu"
      buttonClass="who"
      button={
        <>
          <b>{person?.name}</b>
          <span>{mandateWords(t, mandate)}</span>
        </>
      }
    >
      {(close) => <PersonPanel onDone={close} />}
    </Popover>
  )
}

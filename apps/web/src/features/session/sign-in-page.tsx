import type { SessionView } from '@bangvang/contract/session'
import { useQueryClient } from '@tanstack/react-query'
import { Redirect, useLocation, useSearchParams } from 'wouter'
import { sessionQuery, useSession } from '../../lib/actor.tsx'
import { hasChosenLocale, presentLocale } from '../../lib/locale.ts'
import { noteSignedIn } from '../../lib/session-lost.ts'
import { chooseLocale, useWords } from '../../lib/words.ts'
import { Heading } from '../../ui/heading.tsx'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Published } from './published.tsx'
import { SampleAccounts } from './sample-accounts.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Only an address of this product: what a link elsewhere asks for leads home. */
function safeAddress(wanted: string | null): string {
  return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : '/'
}

/** Sign-in, what is published without it, and in a sample year every account one click away. */
export function SignInPage() {
  const t = useWords()
  const cache = useQueryClient()
  const [, navigate] = useLocation()
  const [search] = useSearchParams()
  const { person, sampleAccounts } = useSession()
  const to = safeAddress(search.get('to'))
  if (person !== null) return <Redirect to={to} replace />
  const enter = (view: SessionView) => {
    const wanted = view.person?.locale
    if (wanted !== undefined && wanted !== presentLocale() && !hasChosenLocale()) void chooseLocale(wanted)
    noteSignedIn()
    cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    cache.setQueryData(sessionQuery.queryKey, view)
    navigate(view.person?.mustChangePassword ? '/account' : to, { replace: true })
  }
  return (
    <main className="gate" id="main">
      <section className="gate-a">
        <p className="brand">
          <Mark />
          <span>Bảng Vàng</span>
        </p>
        <p className="promise">{t('session.promise')}</p>
        <Published />
      </section>
      <section className="gate-b">
        <div>
          <Heading title={t('session.title')} />
          <p className="q">{t('session.givenBy')}</p>
        </div>
        <SignInForm onDone={enter} />
        {sampleAccounts === null ? null : <SampleAccounts accounts={sampleAccounts} onDone={enter} />}
        <div className="gate-foot sm q">
          <p>{t('session.forgotten')}</p>
          <p>{t('session.noSecrets')}</p>
          <LanguageSwitch />
        </div>
      </section>
    </main>
  )
}

import type { SessionView } from '@bangvang/contract/session'
import { useQueryClient } from '@tanstack/react-query'
import { SignInForm } from '../features/session/sign-in-form.tsx'
import { sessionQuery } from '../lib/actor.tsx'
import { noteSignedIn } from '../lib/session-lost.ts'
import { useLoadedWords, useWords } from '../lib/words.ts'
import { Dialog } from '../ui/dialog.tsx'

/** Over a page whose session has ended: sign in again and go on where one was; as another person, start afresh. */
export function SignInAgain({ person }: { person: NonNullable<SessionView['person']> }) {
  useLoadedWords(['session', 'problem'])
  const t = useWords()
  const cache = useQueryClient()
  const goOn = (session: SessionView) => {
    if (session.person?.id !== person.id) {
      window.location.assign('/')
      return
    }
    // What was refused is asked for afresh.
    cache.removeQueries({ predicate: ({ state }) => state.status === 'error' })
    cache.setQueryData(sessionQuery.queryKey, session)
    noteSignedIn()
    void cache.invalidateQueries()
  }
  return (
    <Dialog title={t('shell.lost.title')}>
      <p>{t('shell.lost.body')}</p>
      <SignInForm email={person.email} onDone={goOn} />
    </Dialog>
  )
}

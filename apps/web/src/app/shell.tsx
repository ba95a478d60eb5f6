import type { ReactNode } from 'react'
import { useLoadedWords, useWords } from '../lib/words.ts'
import { AdminNav } from './admin-nav.tsx'
import { TopBar } from './top-bar.tsx'

/** The frame of every page of a signed-in person. */
export function Shell({ isAdmin, children }: { isAdmin: boolean; children: ReactNode }) {
  useLoadedWords(['problem', 'fault'])
  const t = useWords()
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <TopBar />
      {isAdmin ? <AdminNav /> : null}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

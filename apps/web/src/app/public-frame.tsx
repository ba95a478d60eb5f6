import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useWords } from '../lib/words.ts'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { Mark } from '../ui/mark.tsx'

/** What everyone may read, without sign-in: a top bar with the way to it, the page, the published papers and the laws. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const t = useWords()
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className="top">
        <Link className="brand" href="/public">
          <Mark />
          <span>Bảng Vàng</span>
        </Link>
        <div className="top-end">
          <LanguageSwitch />
          <Link className="btn sm" href="/sign-in">
            {t('shell.signIn')}
          </Link>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="public-foot no-print">
        <Link href="/public/papers">{t('shell.papers')}</Link> · <Link href="/laws">{t('shell.laws')}</Link>
      </footer>
    </>
  )
}

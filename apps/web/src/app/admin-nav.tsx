import { Link, useLocation } from 'wouter'
import { useWords } from '../lib/words.ts'

const pages = ['people', 'units', 'clusters', 'seasons'] as const

/** The pages of the administration. */
export function AdminNav() {
  const t = useWords()
  const [path] = useLocation()
  return (
    <nav className="sub-nav" aria-label={t('shell.nav.admin')}>
      {pages.map((page) => (
        <Link
          key={page}
          href={`/admin/${page}`}
          aria-current={
            path.startsWith(`/admin/${page}`) || (page === 'people' && path === '/admin') ? 'page' : undefined
          }
        >
          {t(`shell.admin.${page}`)}
        </Link>
      ))}
    </nav>
  )
}

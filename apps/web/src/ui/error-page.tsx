import { ApiProblem } from '@bangvang/contract/client'
import { isOffline } from '../lib/refusal.ts'
import { useWords, type WordKey } from '../lib/words.ts'
import { Button } from './button.tsx'
import { Heading } from './heading.tsx'

export const errorKinds = [
  'offline',
  'signedOut',
  'notAllowed',
  'notFound',
  'refused',
  'outdated',
  'broken',
] as const
export type ErrorKind = (typeof errorKinds)[number]

/** Which page an error leads to. */
export function kindOf(error: unknown): ErrorKind {
  if (isOffline(error)) return 'offline'
  if (error instanceof TypeError) return 'outdated'
  if (!(error instanceof ApiProblem)) return 'broken'
  if (error.code === 'not-signed-in') return 'signedOut'
  if (error.code === 'not-allowed') return 'notAllowed'
  if (error.code === 'not-found') return 'notFound'
  if (error.code === 'unavailable') return 'offline'
  return error.problem.status >= 500 ? 'broken' : 'refused'
}

type Props = { kind: ErrorKind; error?: unknown; onRetry?: () => void }

/** A page for what cannot be shown: what happened, what is safe, what to try, a code to quote. */
export function ErrorPage({ kind, error, onRetry }: Props) {
  const t = useWords()
  const quote = error instanceof ApiProblem ? error.problem.instance : undefined
  // A public page has no words for a refusal of an act; the page's own sentence says enough there.
  const reasonKey = error instanceof ApiProblem ? `problem.${error.code}` : ''
  const told = t(reasonKey as WordKey)
  const reason = kind === 'refused' && told !== reasonKey ? told : null
  return (
    <div className="error-page">
      <Heading title={t(`shell.error.${kind}.title`)} />
      <p>{reason ?? t(`shell.error.${kind}.body`)}</p>
      <p className="lead">
        {onRetry === undefined ? null : (
          <Button kind="main" onClick={kind === 'outdated' ? () => window.location.reload() : onRetry}>
            {t(`shell.error.${kind}.act`)}
          </Button>
        )}
        <a className="btn" href="/">
          {t('shell.error.home')}
        </a>
      </p>
      {quote === undefined ? null : (
        <p className="sm q">
          {t('shell.error.quote')} <code className="mono">{quote}</code>
        </p>
      )}
    </div>
  )
}

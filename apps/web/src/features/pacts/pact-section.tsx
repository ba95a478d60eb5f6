import { pacts } from '@bangvang/contract/pacts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { hasSigned } from './units-section.tsx'

/** How far the pact is, on the season's page. */
export function PactSection({ seasonId }: { seasonId: string }) {
  const t = useWords()
  const format = useFormat()
  const { data: pact } = useSuspenseQuery(read(pacts.show, { params: { seasonId } }))
  const { closed, registrations } = pact
  const count = { signed: registrations.filter(hasSigned).length, all: registrations.length }
  return (
    <section>
      <h2>{t('pacts.section.title')}</h2>
      <p>
        {closed === null
          ? t('pacts.section.open', count)
          : t('pacts.section.closed', { ...count, at: format.dateTime(closed.at), by: closed.byName })}
      </p>
      <Link href={`/seasons/${seasonId}/pact`}>{t('pacts.section.read')}</Link>
    </section>
  )
}

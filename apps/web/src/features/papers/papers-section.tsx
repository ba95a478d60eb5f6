import { papers } from '@bangvang/contract/papers'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { read } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'

/** How many papers were issued, on the season's page. */
export function PapersSection({ seasonId }: { seasonId: string }) {
  const t = useWords()
  const { data } = useSuspenseQuery(read(papers.list, { params: { seasonId } }))
  const [latest] = data.issued
  return (
    <section>
      <h2>{t('papers.section.title')}</h2>
      <p>
        {latest === undefined
          ? t('papers.section.none')
          : t('papers.section.some', { n: data.issued.length, symbol: latest.symbol })}
      </p>
      <Link href={`/seasons/${seasonId}/papers`}>{t('papers.section.read')}</Link>
    </section>
  )
}

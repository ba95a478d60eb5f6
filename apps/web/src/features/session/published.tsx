import { rankings } from '@bangvang/contract/rankings'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'

/** What everyone may read without an account; the sign-in form does not wait for it. */
export function Published() {
  const t = useWords()
  const format = useFormat()
  const { data, isSuccess } = useQuery(read(rankings.listPublic, {}))
  return (
    <div className="pub">
      <h2 className="kicker">{t('session.published')}</h2>
      {isSuccess && data.items.length === 0 ? <p>{t('session.publishedNone')}</p> : null}
      <ul>
        {data?.items.slice(0, 4).map(({ seasonId, clusterName, year, finalizedAt }) => (
          <li key={seasonId}>
            <time dateTime={finalizedAt.toISOString()}>{format.date(finalizedAt)}</time>
            <Link href={`/public/${seasonId}`}>
              {t('session.publishedRanking', { year, cluster: format.text(clusterName) })}
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link href="/public">{t('session.publishedAll')}</Link>
      </p>
    </div>
  )
}

import { rankings } from '@bangvang/contract/rankings'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { read } from '../../lib/api.ts'
import { matches, useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Stele } from './stele.tsx'

const VerifyDialog = lazy(async () => ({ default: (await import('./verify-dialog.tsx')).VerifyDialog }))

/** Every final ranking there is, for everyone. */
export function PublicListPage() {
  const t = useWords()
  const format = useFormat()
  const [sought, setSought] = useState('')
  const { data } = useSuspenseQuery(read(rankings.listPublic, {}))
  const shown = [...data.items]
    .filter(({ clusterName, year }) => matches(`${format.text(clusterName)} ${year}`, sought))
    .sort((a, b) => b.year - a.year || format.compare(format.text(a.clusterName), format.text(b.clusterName)))
  return (
    <div className="reading">
      <Heading title={t('rankings.public.title')} />
      <p>{t('rankings.public.about')}</p>
      {data.items.length > 5 ? (
        <div className="field public-seek">
          <input
            type="search"
            aria-label={t('rankings.public.find')}
            placeholder={t('rankings.public.find')}
            value={sought}
            onChange={({ target }) => setSought(target.value)}
          />
        </div>
      ) : null}
      {shown.length === 0 ? (
        <Empty>{t(data.items.length === 0 ? 'rankings.public.none' : 'rankings.public.noneFound')}</Empty>
      ) : (
        <ul className="plain-list">
          {shown.map(({ seasonId, clusterName, year, finalizedAt }) => (
            <li key={seasonId}>
              <Link href={`/public/${seasonId}`}>
                {t('rankings.public.entry', { cluster: format.text(clusterName), year })}
              </Link>
              <span className="q">{t('rankings.public.at', { date: format.date(finalizedAt) })}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

type Props = { seasonId: string; more: ReactNode }

/** One final ranking, for everyone, without sign-in. */
export function PublicRankingPage({ seasonId, more }: Props) {
  const t = useWords()
  const [isVerifying, setVerifying] = useState(false)
  const { data } = useSuspenseQuery(read(rankings.showPublic, { params: { seasonId } }))
  return (
    <div className="honour alone">
      <div className="ranking-acts no-print">
        <Button onClick={() => window.print()}>
          <Icon of={Printer} />
          {t('rankings.acts.print')}
        </Button>
        <Button kind="quiet" onClick={() => setVerifying(true)}>
          {t('rankings.acts.verify')}
        </Button>
        <Link href={`/seasons/${seasonId}/criteria`}>{t('rankings.public.criteria')}</Link>
        <Link href="/public">{t('rankings.public.all')}</Link>
      </div>
      <Stele standing={data} />
      {more}
      {isVerifying ? (
        <Suspense fallback={null}>
          <VerifyDialog
            year={data.year}
            sha256={data.final.sha256}
            seasonId={seasonId}
            bundleAddress={null}
            onClose={() => setVerifying(false)}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

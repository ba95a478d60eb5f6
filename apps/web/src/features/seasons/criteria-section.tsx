import type { SeasonView } from '@bangvang/contract/seasons'
import { useState } from 'react'
import { Link } from 'wouter'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { AdoptDialog } from './adopt-dialog.tsx'

/** The criteria version in force; the chair loads one from a file while the season is being prepared. */
export function CriteriaSection({ season, runs }: { season: SeasonView; runs: boolean }) {
  const t = useWords()
  const format = useFormat()
  const [isLoading, setLoading] = useState(false)
  const version = season.criteriaVersion
  return (
    <section>
      <h2>{t('seasons.criteria.title')}</h2>
      {version === null ? (
        <Empty>{t('seasons.criteria.none')}</Empty>
      ) : (
        <>
          <p>
            {t('seasons.criteria.inForce', { number: version.number, date: format.day(version.adoptedOn) })}{' '}
            <Link href={`/seasons/${season.id}/criteria`}>{t('seasons.criteria.read')}</Link>
          </p>
          <p className="sm q">
            {t('seasons.criteria.hash')}: <span className="hash">{version.sha256}</span>
          </p>
        </>
      )}
      <p>
        <Link href={`/seasons/${season.id}/criteria/versions`}>{t('seasons.criteria.versions')}</Link>
      </p>
      {runs && season.phase === 'preparing' ? (
        <>
          <p className="q">{t('seasons.criteria.once')}</p>
          <Button onClick={() => setLoading(true)}>{t('seasons.criteria.load')}</Button>
        </>
      ) : null}
      {isLoading ? <AdoptDialog season={season} onClose={() => setLoading(false)} /> : null}
    </section>
  )
}

import { type SeasonView, seasons } from '@bangvang/contract/seasons'
import { phases } from '@bangvang/core/seasons/season'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { SortHeads, type SortValue, useSorted } from '../../ui/sorted.tsx'
import { NewSeasonDialog } from './new-season-dialog.tsx'
import { OfficersDialog } from './officers-dialog.tsx'

function SeasonLine({ season }: { season: SeasonView }) {
  const t = useWords()
  const format = useFormat()
  const [isChanging, setChanging] = useState(false)
  const nameOf = (id: string | null) => (id === null ? t('seasons.admin.noViceChair') : unitIn(season, id))
  const isOver = season.phase === 'finalized' || season.phase === 'archived'
  return (
    <tr>
      <td>
        <Link href={`/seasons/${season.id}`}>
          {format.text(season.clusterName)} {season.year}
        </Link>
      </td>
      <td>{t(`shell.phase.${season.phase}`)}</td>
      <td>{nameOf(season.chairUnitId)}</td>
      <td>{nameOf(season.viceChairUnitId)}</td>
      <td>
        {isOver ? null : (
          <Button isSmall onClick={() => setChanging(true)}>
            {t('seasons.admin.officers')}
          </Button>
        )}
        {isChanging ? <OfficersDialog season={season} onClose={() => setChanging(false)} /> : null}
      </td>
    </tr>
  )
}

const columns = ['season', 'phase', 'chair', 'viceChair'] as const
type Column = (typeof columns)[number]

const unitIn = (season: SeasonView, unitId: string | null): string =>
  season.units.find(({ id }) => id === unitId)?.name ?? unitId ?? ''

const keyOf = (season: SeasonView, column: Column): SortValue => {
  if (column === 'season') return season.year
  if (column === 'phase') return phases.indexOf(season.phase)
  return unitIn(season, column === 'chair' ? season.chairUnitId : season.viceChairUnitId)
}

/** Every season with its officers; an administrator starts one and changes who leads it. */
export function AdminSeasonsPage() {
  const t = useWords()
  const [isCreating, setCreating] = useState(false)
  const { data } = useSuspenseQuery(read(seasons.list, {}))
  const { compare } = useFormat()
  const { sorted, sorting } = useSorted(data.items, {
    keyOf,
    compare,
    first: { column: 'season', isDown: true },
  })
  return (
    <div className="reading wide">
      <Heading title={t('seasons.admin.title')} />
      <section>
        <Button kind="main" onClick={() => setCreating(true)}>
          {t('seasons.admin.create')}
        </Button>
        {data.items.length === 0 ? <Empty>{t('seasons.admin.none')}</Empty> : null}
        <Scroll label={t('seasons.admin.title')}>
          <table className="table">
            <thead>
              <tr>
                <SortHeads
                  columns={columns}
                  sorting={sorting}
                  nameOf={(column) => t(`seasons.admin.${column}`)}
                />
                <td />
              </tr>
            </thead>
            <tbody>
              {sorted.map((season) => (
                <SeasonLine key={season.id} season={season} />
              ))}
            </tbody>
          </table>
        </Scroll>
      </section>
      {isCreating ? (
        <Suspense fallback={<Loading rows={2} />}>
          <NewSeasonDialog onClose={() => setCreating(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}

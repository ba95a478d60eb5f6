import { seasons } from '@bangvang/contract/seasons'
import { mayRunSeason } from '@bangvang/core/seasons/policy'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useActor } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Heading } from '../../ui/heading.tsx'
import { CriteriaSection } from './criteria-section.tsx'
import { DeadlinesSection } from './deadlines-section.tsx'
import { PhasesSection } from './phases-section.tsx'

type Props = {
  seasonId: string
  /** What other rooms show of the season, below. */
  more?: ReactNode
}

/** One season: its phases, deadlines and criteria, moved and set by its chair. */
export function SeasonPage({ seasonId, more }: Props) {
  const t = useWords()
  const format = useFormat()
  const actor = useActor()
  const { data: season } = useSuspenseQuery(read(seasons.show, { params: { seasonId } }))
  const runs = mayRunSeason(actor, season)
  const nameOf = (id: string) => season.units.find((unit) => unit.id === id)?.name ?? id
  return (
    <div className="reading">
      <p className="kicker">
        {t('seasons.kicker', { cluster: format.text(season.clusterName), chair: nameOf(season.chairUnitId) })}
        {season.viceChairUnitId === null ? null : (
          <>
            {' · '}
            {t('seasons.viceChair', { unit: nameOf(season.viceChairUnitId) })}
          </>
        )}
      </p>
      <Heading title={t('seasons.title', { year: season.year })}>
        {t(`seasons.head.${season.phase}`, { year: season.year })}
      </Heading>
      {season.isSample ? <p className="note-illus">{t('seasons.sample')}</p> : null}
      <PhasesSection season={season} runs={runs} />
      <DeadlinesSection season={season} runs={runs} />
      <CriteriaSection season={season} runs={runs} />
      {more}
    </div>
  )
}

import { type PactView, pacts } from '@bangvang/contract/pacts'
import { type SeasonView, seasons } from '@bangvang/contract/seasons'
import { mayRegister } from '@bangvang/core/pacts/policy'
import { listTargetCriteria } from '@bangvang/core/pacts/registration'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useActor } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Empty } from '../../ui/empty.tsx'
import { Heading } from '../../ui/heading.tsx'
import { CompareSection } from './compare-section.tsx'
import { OwnRegistration } from './own-registration.tsx'
import { hasSigned, UnitsSection } from './units-section.tsx'

function stateOf({ closed, hasCriteria, isOpen }: PactView): 'waiting' | 'open' | 'closed' | 'missed' {
  if (closed !== null) return 'closed'
  if (isOpen) return 'open'
  return hasCriteria ? 'missed' : 'waiting'
}

function Registrations({ pact, season }: { pact: PactView; season: SeasonView }) {
  const actor = useActor()
  const { data: version } = useSuspenseQuery(read(seasons.criteria, { params: { seasonId: season.id } }))
  const { document } = version
  const placed = useMemo(() => listTargetCriteria(document), [document])
  const own = pact.registrations.find(({ unitId }) => mayRegister(actor, { seasonId: season.id, unitId }))
  const content = own?.content ?? null
  const others = pact.registrations.filter((one) => one.content !== null && one !== own)
  return (
    <>
      {own === undefined || content === null ? null : (
        <OwnRegistration
          key={own.unitId}
          pact={pact}
          registration={{ ...own, content }}
          document={document}
          placed={placed}
        />
      )}
      <UnitsSection pact={pact} year={season.year} />
      {others.length === 0 ? null : <CompareSection pact={pact} placed={placed} />}
    </>
  )
}

/** The pact of a season: the own unit's registration, who has signed, and what all register side by side. */
export function PactPage({ seasonId }: { seasonId: string }) {
  const t = useWords()
  const format = useFormat()
  const { data: season } = useSuspenseQuery(read(seasons.show, { params: { seasonId } }))
  const { data: pact } = useSuspenseQuery(read(pacts.show, { params: { seasonId } }))
  const signed = pact.registrations.filter(hasSigned).length
  const facts = { year: season.year, signed, all: pact.registrations.length }
  return (
    <div className="reading wide">
      <p className="kicker">
        {t('pacts.kicker', { year: season.year, cluster: format.text(season.clusterName) })}
      </p>
      <Heading title={t('pacts.title', { year: season.year })}>
        {t(`pacts.head.${stateOf(pact)}`, facts)}
      </Heading>
      {pact.hasCriteria ? (
        <Registrations pact={pact} season={season} />
      ) : (
        <Empty>{t('pacts.noCriteria')}</Empty>
      )}
    </div>
  )
}

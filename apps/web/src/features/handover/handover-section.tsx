import { addressOf } from '@bangvang/contract/client'
import { handover } from '@bangvang/contract/handover'
import { seasons } from '@bangvang/contract/seasons'
import { mayTakeOver } from '@bangvang/core/handover/policy'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useActor } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Icon } from '../../ui/icon.tsx'

/** The download of a finalized season, for whoever takes it over. */
export function HandoverSection({ seasonId }: { seasonId: string }) {
  const t = useWords()
  const actor = useActor()
  const { data: season } = useSuspenseQuery(read(seasons.show, { params: { seasonId } }))
  if (!mayTakeOver(actor, season)) return null
  return (
    <section>
      <h2>{t('handover.title')}</h2>
      <p>{t('handover.about')}</p>
      <a className="btn" download href={addressOf(handover.download, { params: { seasonId } })}>
        <Icon of={Download} />
        {t('handover.download')}
      </a>
    </section>
  )
}

import './awards.css'
import { awards } from '@bangvang/contract/awards'
import { seasons } from '@bangvang/contract/seasons'
import { standardAwards } from '@bangvang/core/awards/award-kind'
import { mayProposeAwards } from '@bangvang/core/awards/policy'
import { maySeeRanking } from '@bangvang/core/seasons/policy'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useActor } from '../../lib/actor.tsx'
import { read, useWrite } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { AwardBlock } from './award-block.tsx'
import { KindDialog } from './kind-dialog.tsx'

/** The usual two, in one press: a season without awards begins from them. */
function AddUsual({ seasonId }: { seasonId: string }) {
  const t = useWords()
  const save = useWrite(awards.saveKind)
  const addAll = async () => {
    for (const { code, ...settings } of standardAwards)
      await save
        .mutateAsync({ params: { seasonId, kindCode: code }, body: { ...settings, version: 0 } })
        .catch(() => undefined)
  }
  return (
    <>
      <Button kind="main" isBusy={save.isPending} onClick={() => void addAll()}>
        {t('awards.addUsual')}
      </Button>
      <Refusal error={save.error} />
    </>
  )
}

function Awards({ seasonId }: { seasonId: string }) {
  const t = useWords()
  const actor = useActor()
  const [isAdding, setAdding] = useState(false)
  const { data: view } = useSuspenseQuery(read(awards.show, { params: { seasonId } }))
  const mayChange = view.isOpen && mayProposeAwards(actor, { id: seasonId })
  return (
    <section>
      <h2>{t('awards.title')}</h2>
      <p className="q">{t(view.isFinal ? 'awards.final' : 'awards.draft')}</p>
      {view.kinds.length === 0 ? (
        <Empty act={mayChange ? <AddUsual seasonId={seasonId} /> : null}>{t('awards.none')}</Empty>
      ) : null}
      {view.kinds.map((kind) => (
        <AwardBlock key={kind.code} view={view} kind={kind} mayChange={mayChange} />
      ))}
      {mayChange ? <Button onClick={() => setAdding(true)}>{t('awards.add')}</Button> : null}
      {isAdding ? <KindDialog view={view} kind={null} onClose={() => setAdding(false)} /> : null}
    </section>
  )
}

/** The awards on the season's page, for whoever sees its ranking. */
export function AwardsSection({ seasonId }: { seasonId: string }) {
  const actor = useActor()
  const { data: season } = useSuspenseQuery(read(seasons.show, { params: { seasonId } }))
  const isSeen = maySeeRanking(actor, season) && season.criteriaVersion !== null
  return isSeen ? <Awards seasonId={seasonId} /> : null
}

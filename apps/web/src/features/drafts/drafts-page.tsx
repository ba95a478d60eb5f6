import { drafts } from '@bangvang/contract/drafts'
import { seasons } from '@bangvang/contract/seasons'
import { actsAs } from '@bangvang/core/people/actor'
import { useSuspenseQueries } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import { useActor } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Loading } from '../../ui/loading.tsx'
import { DraftsTable } from './drafts-table.tsx'
import { NewDraftDialog } from './new-draft-dialog.tsx'

/** The drafts of a season: where each stands, whom it waits for, and the way to a new one. */
export function DraftsPage({ seasonId }: { seasonId: string }) {
  const t = useWords()
  const format = useFormat()
  const actor = useActor()
  const [isCreating, setCreating] = useState(false)
  const params = { seasonId }
  const [{ data }, { data: season }] = useSuspenseQueries({
    queries: [read(drafts.list, { params }), read(seasons.show, { params })],
  })
  const title = t('draft-work.list.title', { year: season.year })
  return (
    <div className="reading wide">
      <p className="kicker">{format.text(season.clusterName)}</p>
      <Heading title={title} />
      <section>
        <div className="acts">
          {data.mayCreate ? (
            <Button kind="main" onClick={() => setCreating(true)}>
              {t('draft-work.list.create')}
            </Button>
          ) : null}
          {actsAs(actor, 'reviewer') ? <Link href="/drafts">{t('draft-work.list.desk')}</Link> : null}
        </div>
        {data.items.length === 0 ? (
          <Empty>{t('draft-work.list.none')}</Empty>
        ) : (
          <DraftsTable label={title} drafts={data.items} />
        )}
      </section>
      {isCreating ? (
        <Suspense fallback={<Loading rows={2} />}>
          <NewDraftDialog season={season} onClose={() => setCreating(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}

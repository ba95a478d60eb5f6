import { type ClusterView, units } from '@bangvang/contract/units'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Loading } from '../../ui/loading.tsx'
import { MembersDialog } from './members-dialog.tsx'
import { NewClusterDialog } from './new-cluster-dialog.tsx'

function Cluster({ cluster }: { cluster: ClusterView }) {
  const t = useWords()
  const format = useFormat()
  const [isSetting, setSetting] = useState(false)
  const { data } = useSuspenseQuery(read(units.list, {}))
  const nameOf = (id: string) => data.items.find((unit) => unit.id === id)?.name ?? id
  const years = [...cluster.years].sort((a, b) => b.year - a.year)
  return (
    <section>
      <h2>
        {format.text(cluster.name)} <span className="q sm">{cluster.id}</span>
      </h2>
      {years.length === 0 ? <Empty>{t('units.clusters.noYears')}</Empty> : null}
      <dl className="years">
        {years.map(({ year, unitIds }) => (
          <div key={year}>
            <dt>
              <b>{year}</b> <span className="q">{t('units.clusters.members', { n: unitIds.length })}</span>
            </dt>
            <dd>{unitIds.map(nameOf).join(', ')}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => setSetting(true)}>{t('units.clusters.set')}</Button>
      {isSetting ? (
        <Suspense fallback={<Loading rows={2} />}>
          <MembersDialog cluster={cluster} onClose={() => setSetting(false)} />
        </Suspense>
      ) : null}
    </section>
  )
}

/** Clusters and who belonged to them in which year. */
export function ClustersPage() {
  const t = useWords()
  const [isCreating, setCreating] = useState(false)
  const { data } = useSuspenseQuery(read(units.listClusters, {}))
  return (
    <div className="reading">
      <Heading title={t('units.clusters.title')} />
      <section>
        <Button kind="main" onClick={() => setCreating(true)}>
          {t('units.clusters.create')}
        </Button>
        {data.items.length === 0 ? <Empty>{t('units.clusters.none')}</Empty> : null}
      </section>
      {data.items.map((cluster) => (
        <Cluster key={cluster.id} cluster={cluster} />
      ))}
      {isCreating ? <NewClusterDialog onClose={() => setCreating(false)} /> : null}
    </div>
  )
}

import { seasons } from '@bangvang/contract/seasons'
import { units } from '@bangvang/contract/units'
import { useSuspenseQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useNow } from '../../lib/actor.tsx'
import { read, useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { OfficerFields, officersOf } from './officer-fields.tsx'

function useMembers(clusterId: string, year: number) {
  const [{ data: clusters }, { data: all }] = useSuspenseQueries({
    queries: [read(units.listClusters, {}), read(units.list, {})],
  })
  const cluster = clusters.items.find(({ id }) => id === clusterId) ?? clusters.items[0]
  const ids = cluster?.years.find((one) => one.year === year)?.unitIds ?? []
  const members = ids.map((id) => ({ id, name: all.items.find((unit) => unit.id === id)?.name ?? id }))
  return { clusters: clusters.items, cluster, members }
}

/** Starts a season of a cluster that has its members for that year. */
export function NewSeasonDialog({ onClose }: { onClose: () => void }) {
  const t = useWords()
  const format = useFormat()
  const now = useNow()
  const [clusterId, setClusterId] = useState('')
  const [year, setYear] = useState(now.getFullYear())
  const { clusters, cluster, members } = useMembers(clusterId, year)
  const create = useWrite(seasons.create, ['session', 'tasks'])
  const fault = useFaultWords(create.error)
  return (
    <Dialog title={t('seasons.admin.create')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (create.isPending || cluster === undefined) return
          const body = { clusterId: cluster.id, year, ...officersOf(new FormData(event.currentTarget)) }
          create.mutate({ body }, { onSuccess: onClose })
        }}
      >
        <Field label={t('seasons.admin.cluster')} error={fault('#/clusterId')}>
          {(input) => (
            <select
              {...input}
              value={cluster?.id ?? ''}
              onChange={(event) => setClusterId(event.target.value)}
            >
              {clusters.map(({ id, name }) => (
                <option key={id} value={id}>
                  {format.text(name)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('seasons.admin.year')} error={fault('#/year')}>
          {(input) => (
            <input
              {...input}
              type="number"
              required
              min={1948}
              max={9999}
              value={year}
              onChange={(event) => setYear(Number(event.target.value))}
            />
          )}
        </Field>
        {members.length === 0 ? <p className="notice">{t('seasons.admin.members')}</p> : null}
        <OfficerFields units={members} fault={fault} />
        <Refusal error={create.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={create.isPending}>
            {t('seasons.admin.act')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

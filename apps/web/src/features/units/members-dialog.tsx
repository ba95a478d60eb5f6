import { type ClusterView, type UnitView, units } from '@bangvang/contract/units'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { useNow } from '../../lib/actor.tsx'
import { read, useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Refusal } from '../../ui/refusal.tsx'

/** Whether a unit exists at any time of a year. */
const existsIn = (year: number) => (unit: UnitView) =>
  unit.validFrom <= `${year}-12-31` && (unit.validTo === null || unit.validTo >= `${year}-01-01`)

type MembersProps = {
  existing: readonly UnitView[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** The units that exist in the year, the chosen ones first and in their order. */
function Members({ existing, chosen, onChange }: MembersProps) {
  const t = useWords()
  const format = useFormat()
  const rankOf = (id: string) => (chosen.includes(id) ? chosen.indexOf(id) : chosen.length)
  const ordered = [...existing].sort((a, b) => rankOf(a.id) - rankOf(b.id) || format.compare(a.name, b.name))
  const moveUp = (id: string) => {
    const at = chosen.indexOf(id)
    onChange([...chosen.slice(0, at - 1), id, ...chosen.slice(at - 1).filter((one) => one !== id)])
  }
  return (
    <ul className="members">
      {ordered.map(({ id, name }) => {
        const isChosen = chosen.includes(id)
        return (
          <li key={id}>
            <label className="check">
              <input
                type="checkbox"
                checked={isChosen}
                onChange={() => onChange(isChosen ? chosen.filter((one) => one !== id) : [...chosen, id])}
              />
              <span>
                {name} <span className="q">{id}</span>
              </span>
            </label>
            {isChosen && chosen[0] !== id ? (
              <button
                type="button"
                className="tool"
                aria-label={t('units.clusters.up', { name })}
                onClick={() => moveUp(id)}
              >
                <Icon of={ArrowUp} />
              </button>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** Sets who belongs to the cluster in a year, in the order of the tables. */
export function MembersDialog({ cluster, onClose }: { cluster: ClusterView; onClose: () => void }) {
  const t = useWords()
  const format = useFormat()
  const thisYear = useNow().getFullYear()
  const membersOf = (year: number) => cluster.years.find((one) => one.year === year)?.unitIds ?? []
  const latest = cluster.years.reduce((last, { year }) => Math.max(last, year), 0)
  const [year, setYear] = useState(thisYear)
  const { data } = useSuspenseQuery(read(units.list, {}))
  const existing = data.items.filter(existsIn(year))
  const [picked, setPicked] = useState<string[]>(() =>
    membersOf(membersOf(thisYear).length > 0 ? thisYear : latest),
  )
  // A unit that has ended by that year is not carried into it.
  const chosen = picked.filter((id) => existing.some((unit) => unit.id === id))
  const save = useWrite(units.setMembers, ['clusters', 'seasons'])
  const send = () => {
    const params = { clusterId: cluster.id, year }
    if (!save.isPending) save.mutate({ params, body: { unitIds: chosen } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('units.clusters.setTitle', { cluster: format.text(cluster.name) })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Field label={t('units.clusters.year')}>
          {(input) => (
            <input
              {...input}
              type="number"
              min={1948}
              max={9999}
              required
              value={year}
              onChange={(event) => {
                const next = Number(event.target.value)
                setYear(next)
                if (membersOf(next).length > 0) setPicked(membersOf(next))
              }}
            />
          )}
        </Field>
        <p>
          {t('units.clusters.choose')}{' '}
          <span className="q">({t('units.clusters.chosen', { n: chosen.length })})</span>
        </p>
        <Members existing={existing} chosen={chosen} onChange={setPicked} />
        <Refusal error={save.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={save.isPending}>
            {t('units.clusters.act', { year })}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

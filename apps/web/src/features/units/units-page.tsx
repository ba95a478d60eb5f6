import { type UnitView, units } from '@bangvang/contract/units'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../lib/api.ts'
import { matches, useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { SortHeads, useSorted } from '../../ui/sorted.tsx'
import { EndUnitDialog } from './end-unit-dialog.tsx'
import { NewUnitDialog } from './new-unit-dialog.tsx'

const kinds = ['province', 'city', 'ministry', 'other'] as const

function UnitLine({ unit, all }: { unit: UnitView; all: readonly UnitView[] }) {
  const t = useWords()
  const format = useFormat()
  const [isEnding, setEnding] = useState(false)
  const kind = kinds.find((one) => one === unit.kind) ?? 'other'
  return (
    <tr>
      <td className="q">{unit.id}</td>
      <td>{unit.name}</td>
      <td>{t(`units.kinds.${kind}`)}</td>
      <td>{unit.stateCode}</td>
      <td>{format.day(unit.validFrom)}</td>
      <td>{unit.validTo === null ? '' : format.day(unit.validTo)}</td>
      <td>{all.find(({ id }) => id === unit.successorId)?.name}</td>
      <td>
        {unit.validTo === null ? (
          <Button isSmall onClick={() => setEnding(true)}>
            {t('units.end')}
          </Button>
        ) : null}
        {isEnding ? <EndUnitDialog unit={unit} all={all} onClose={() => setEnding(false)} /> : null}
      </td>
    </tr>
  )
}

const columns = ['code', 'name', 'kind', 'stateCode', 'validFrom', 'validTo', 'successor'] as const
type Column = (typeof columns)[number]

const keyOf = (unit: UnitView, column: Column): string =>
  String((column === 'code' ? unit.id : column === 'successor' ? unit.successorId : unit[column]) ?? '')

/** Units over time, with their successors. */
export function UnitsPage() {
  const t = useWords()
  const format = useFormat()
  const [sought, setSought] = useState('')
  const [isCreating, setCreating] = useState(false)
  const { data } = useSuspenseQuery(read(units.list, {}))
  const found = data.items.filter(({ id, name }) => matches(`${id} ${name}`, sought))
  const { sorted, sorting } = useSorted(found, {
    keyOf,
    compare: format.compare,
    first: { column: 'name', isDown: false },
  })
  return (
    <div className="reading wide">
      <Heading title={t('units.title')} />
      <p>{t('units.note')}</p>
      <section>
        <div className="filters">
          <Field label={t('units.find')} hint={t('units.found', { n: found.length, of: data.items.length })}>
            {(input) => (
              <input
                {...input}
                type="search"
                value={sought}
                onChange={(event) => setSought(event.target.value)}
              />
            )}
          </Field>
          <Button kind="main" onClick={() => setCreating(true)}>
            {t('units.create')}
          </Button>
        </div>
        <Scroll label={t('units.title')}>
          <table className="table">
            <thead>
              <tr>
                <SortHeads columns={columns} sorting={sorting} nameOf={(column) => t(`units.${column}`)} />
                <td />
              </tr>
            </thead>
            <tbody>
              {sorted.map((unit) => (
                <UnitLine key={unit.id} unit={unit} all={data.items} />
              ))}
            </tbody>
          </table>
        </Scroll>
      </section>
      {isCreating ? <NewUnitDialog onClose={() => setCreating(false)} /> : null}
    </div>
  )
}

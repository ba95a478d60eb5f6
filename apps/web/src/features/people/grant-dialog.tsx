import { people as contract, type PersonView } from '@bangvang/contract/people'
import { seasons } from '@bangvang/contract/seasons'
import { type Role, roles } from '@bangvang/core/people/actor'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read, useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { DaysAndPaper, SubstituteField } from './grant-fields.tsx'

const optional = (value: FormDataEntryValue | null) => String(value ?? '').trim() || null

type Fault = (pointer: string) => string | null

function ScopeFields({ fault }: { fault: Fault }) {
  const t = useWords()
  const format = useFormat()
  const { data } = useSuspenseQuery(read(seasons.list, {}))
  const [seasonId, setSeasonId] = useState('')
  const season = data.items.find(({ id }) => id === seasonId)
  return (
    <>
      <Field label={t('people.grant.season')} error={fault('#/seasonId')}>
        {(input) => (
          <select
            {...input}
            name="seasonId"
            value={seasonId}
            onChange={(event) => setSeasonId(event.target.value)}
          >
            <option value="">{t('people.grant.noSeason')}</option>
            {data.items.map(({ id, clusterName, year }) => (
              <option key={id} value={id}>
                {format.text(clusterName)} {year}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('people.grant.unit')} error={fault('#/unitId')}>
        {(input) => (
          <select key={seasonId} {...input} name="unitId">
            <option value="">{t('people.grant.noUnit')}</option>
            {season?.units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}

type Props = { person: PersonView; people: readonly PersonView[]; onClose: () => void }

/** Gives a mandate: role, season, unit, days; or a substitute's, with the number of the paper. */
export function GrantDialog({ person, people, onClose }: Props) {
  const t = useWords()
  const grant = useWrite(contract.grant, ['session'])
  const fault = useFaultWords(grant.error)
  const send = (form: FormData) => {
    const body = {
      role: String(form.get('role')) as Role,
      seasonId: optional(form.get('seasonId')),
      unitId: optional(form.get('unitId')),
      startsOn: String(form.get('startsOn')),
      endsOn: optional(form.get('endsOn')),
      substituteForId: optional(form.get('substituteForId')),
      paperNumber: optional(form.get('paperNumber')),
    }
    if (!grant.isPending) grant.mutate({ params: { personId: person.id }, body }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('people.grant.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send(new FormData(event.currentTarget))
        }}
      >
        <Field label={t('people.grant.role')} error={fault('#/role')}>
          {(input) => (
            <select {...input} name="role">
              {roles.map((role) => (
                <option key={role} value={role}>
                  {t(`shell.role.${role}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <ScopeFields fault={fault} />
        <SubstituteField person={person} people={people} fault={fault} />
        <DaysAndPaper fault={fault} />
        <Refusal error={grant.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={grant.isPending}>
            {t('people.grant.act')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

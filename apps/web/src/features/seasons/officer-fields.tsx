import { useWords } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'

type Props = {
  units: readonly { id: string; name: string }[]
  chairUnitId?: string
  viceChairUnitId?: string | null
  fault: (pointer: string) => string | null
}

/** The chair and vice-chair of a season, among its members; named `chair` and `viceChair`. */
export function OfficerFields({ units, chairUnitId = '', viceChairUnitId, fault }: Props) {
  const t = useWords()
  const options = units.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
  return (
    <>
      <Field label={t('seasons.admin.chair')} error={fault('#/chairUnitId')}>
        {(input) => (
          <select {...input} name="chair" required defaultValue={chairUnitId}>
            <option value="">{t('seasons.admin.choose')}</option>
            {options}
          </select>
        )}
      </Field>
      <Field label={t('seasons.admin.viceChair')} error={fault('#/viceChairUnitId')}>
        {(input) => (
          <select {...input} name="viceChair" defaultValue={viceChairUnitId ?? ''}>
            <option value="">{t('seasons.admin.noViceChair')}</option>
            {options}
          </select>
        )}
      </Field>
    </>
  )
}

/** The officers chosen in a form with these fields. */
export function officersOf(form: FormData): { chairUnitId: string; viceChairUnitId: string | null } {
  return { chairUnitId: String(form.get('chair')), viceChairUnitId: String(form.get('viceChair')) || null }
}

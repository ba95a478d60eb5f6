import { type UnitView, units } from '@bangvang/contract/units'
import { useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

type Props = { unit: UnitView; all: readonly UnitView[]; onClose: () => void }

/** A unit ends on a day, in a successor or in none. */
export function EndUnitDialog({ unit, all, onClose }: Props) {
  const t = useWords()
  const end = useWrite(units.end)
  const fault = useFaultWords(end.error)
  const send = (form: FormData) => {
    const body = {
      validTo: String(form.get('validTo')),
      successorId: String(form.get('successorId')) || null,
    }
    if (!end.isPending) end.mutate({ params: { unitId: unit.id }, body }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('units.endTitle', { name: unit.name })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send(new FormData(event.currentTarget))
        }}
      >
        <Field label={t('units.validTo')} hint={t('units.validToHint')} error={fault('#/validTo')}>
          {(input) => <input {...input} name="validTo" type="date" required min={unit.validFrom} />}
        </Field>
        <Field label={t('units.successor')} error={fault('#/successorId')}>
          {(input) => (
            <select {...input} name="successorId">
              <option value="">{t('units.noSuccessor')}</option>
              {all
                .filter(({ id }) => id !== unit.id)
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name} ({id})
                  </option>
                ))}
            </select>
          )}
        </Field>
        <Refusal error={end.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={end.isPending}>
            {t('units.endAct')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

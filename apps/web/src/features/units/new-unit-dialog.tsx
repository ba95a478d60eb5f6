import { units } from '@bangvang/contract/units'
import { useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

const kinds = ['province', 'city', 'ministry', 'other'] as const

function UnitFields({ fault }: { fault: (pointer: string) => string | null }) {
  const t = useWords()
  return (
    <>
      <Field label={t('units.name')} error={fault('#/name')}>
        {(input) => <input {...input} name="name" required maxLength={80} />}
      </Field>
      <div className="row-2">
        <Field label={t('units.code')} hint={t('units.codeHint')} error={fault('#/id')}>
          {(input) => <input {...input} name="id" required maxLength={20} />}
        </Field>
        <Field label={t('units.stateCode')} hint={t('units.stateHint')} error={fault('#/stateCode')}>
          {(input) => <input {...input} name="stateCode" required maxLength={2} inputMode="numeric" />}
        </Field>
      </div>
      <Field label={t('units.kind')} error={fault('#/kind')}>
        {(input) => (
          <select {...input} name="kind">
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`units.kinds.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('units.validFrom')} error={fault('#/validFrom')}>
        {(input) => <input {...input} name="validFrom" type="date" required />}
      </Field>
    </>
  )
}

/** A unit comes to be on a day. */
export function NewUnitDialog({ onClose }: { onClose: () => void }) {
  const t = useWords()
  const create = useWrite(units.create)
  const fault = useFaultWords(create.error)
  const send = (form: FormData) => {
    const body = {
      id: String(form.get('id')).trim().toUpperCase(),
      name: String(form.get('name')),
      stateCode: String(form.get('stateCode')).trim(),
      kind: kinds.find((kind) => kind === form.get('kind')) ?? 'other',
      validFrom: String(form.get('validFrom')),
    }
    if (!create.isPending) create.mutate({ body }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('units.create')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send(new FormData(event.currentTarget))
        }}
      >
        <UnitFields fault={fault} />
        <Refusal error={create.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={create.isPending}>
            {t('units.createAct')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

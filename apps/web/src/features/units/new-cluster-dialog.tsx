import { units } from '@bangvang/contract/units'
import { useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

/** A cluster comes to be, without members yet. */
export function NewClusterDialog({ onClose }: { onClose: () => void }) {
  const t = useWords()
  const create = useWrite(units.createCluster)
  const fault = useFaultWords(create.error)
  const send = (form: FormData) => {
    const name = { vi: String(form.get('vi')), en: String(form.get('en')) }
    const body = { id: String(form.get('id')).trim().toUpperCase(), name }
    if (!create.isPending) create.mutate({ body }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('units.clusters.create')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send(new FormData(event.currentTarget))
        }}
      >
        <Field label={t('units.code')} hint={t('units.codeHint')} error={fault('#/id')}>
          {(input) => <input {...input} name="id" required maxLength={20} />}
        </Field>
        <Field label={t('units.clusters.nameVi')} error={fault('#/name/vi')}>
          {(input) => <input {...input} name="vi" required maxLength={200} />}
        </Field>
        <Field label={t('units.clusters.nameEn')} error={fault('#/name/en')}>
          {(input) => <input {...input} name="en" required maxLength={200} lang="en" />}
        </Field>
        <Refusal error={create.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={create.isPending}>
            {t('units.clusters.createAct')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

import { type DeadlineKind, type SeasonView, seasons } from '@bangvang/contract/seasons'
import { deadlineKinds } from '@bangvang/core/seasons/season'
import type { z } from 'zod'
import { useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

/** A local date and time as the input writes it, '2020-12-25T17:00', taken as Vietnam's. */
const vietnamTime = (typed: string) => new Date(`${typed}:00+07:00`).toISOString()

type Props = { season: SeasonView; onClose: () => void }

/** Sets a deadline or moves one, for all units or for one, with the reason the units will read. */
export function DeadlineDialog({ season, onClose }: Props) {
  const t = useWords()
  const set = useWrite(seasons.setDeadline, ['tasks', 'assessments'])
  const fault = useFaultWords(set.error)
  const send = (form: FormData) => {
    const reason = String(form.get('reason')).trim()
    set.mutate(
      {
        params: { seasonId: season.id },
        body: {
          kind: String(form.get('kind')) as z.infer<typeof DeadlineKind>,
          unitId: String(form.get('unit')) || null,
          at: vietnamTime(String(form.get('at'))),
          reason: reason === '' ? null : reason,
        },
      },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog title={t('seasons.deadlines.formTitle')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!set.isPending) send(new FormData(event.currentTarget))
        }}
      >
        <Field label={t('seasons.deadlines.what')} error={fault('#/kind')}>
          {(input) => (
            <select {...input} name="kind">
              {deadlineKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`seasons.deadlines.kind.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('seasons.deadlines.who')} error={fault('#/unitId')}>
          {(input) => (
            <select {...input} name="unit">
              <option value="">{t('seasons.deadlines.forAll')}</option>
              {season.units.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('seasons.deadlines.at')} hint={t('seasons.deadlines.atHint')} error={fault('#/at')}>
          {(input) => <input {...input} name="at" type="datetime-local" required />}
        </Field>
        <Field
          label={t('seasons.deadlines.reason')}
          hint={t('seasons.deadlines.reasonHint')}
          error={fault('#/reason')}
        >
          {(input) => <textarea {...input} name="reason" rows={3} maxLength={500} />}
        </Field>
        <Refusal error={set.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={set.isPending}>
            {t('seasons.deadlines.act')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

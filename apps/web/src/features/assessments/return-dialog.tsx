import { assessments } from '@bangvang/contract/assessments'
import { useState } from 'react'
import { useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import type { Entry } from './progress-page.tsx'

type Props = { seasonId: string; entry: Entry; onClose: () => void }

/** Returning a submission for revision, with the reason the unit will read. */
export function ReturnDialog({ seasonId, entry, onClose }: Props) {
  const t = useWords()
  const [reason, setReason] = useState('')
  const giveBack = useWrite(assessments.return, ['tasks'])
  const faultWords = useFaultWords(giveBack.error)
  const title = t('assessments.progress.returnOf', { unit: entry.unitName })
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{t('assessments.progress.returnAbout')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const input = { params: { seasonId, unitId: entry.unitId }, body: { reason } }
          giveBack.mutate(input, { onSuccess: onClose })
        }}
      >
        <Field label={t('assessments.progress.reason')} error={faultWords('#/reason')}>
          {(input) => (
            <textarea
              {...input}
              rows={4}
              maxLength={2000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <Refusal error={giveBack.error} />
        <div className="acts">
          <Button type="submit" kind="main" isBusy={giveBack.isPending}>
            {title}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

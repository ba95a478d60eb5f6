import { type IssuedPaperView, papers } from '@bangvang/contract/papers'
import { useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

/** Takes a published paper back from the public, with the reason the journal keeps. */
export function TakeBackDialog({ paper, onClose }: { paper: IssuedPaperView; onClose: () => void }) {
  const t = useWords()
  const takeBack = useWrite(papers.unpublish, ['seasons', 'public'])
  const fault = useFaultWords(takeBack.error)
  const send = (form: FormData) =>
    takeBack.mutate(
      { params: { paperId: paper.id }, body: { reason: String(form.get('reason')).trim() } },
      { onSuccess: onClose },
    )
  return (
    <Dialog title={t('papers.takeBack.title', { symbol: paper.symbol })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!takeBack.isPending) send(new FormData(event.currentTarget))
        }}
      >
        <p>{t('papers.takeBack.note')}</p>
        <Field label={t('papers.takeBack.reason')} error={fault('#/reason')}>
          {(input) => <textarea {...input} name="reason" rows={3} required maxLength={2000} />}
        </Field>
        <Refusal error={takeBack.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={takeBack.isPending}>
            {t('papers.takeBack.act')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

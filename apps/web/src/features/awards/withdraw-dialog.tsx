import { awards } from '@bangvang/contract/awards'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import type { ProposalProps } from './outcome-dialog.tsx'

/** A proposal is withdrawn with a reason, which stays readable. */
export function WithdrawDialog({ seasonId, kind, proposal, onClose }: ProposalProps) {
  const t = useWords()
  const format = useFormat()
  const withdraw = useWrite(awards.withdraw)
  const params = { seasonId, proposalId: proposal.id }
  const title = t('awards.withdraw.title', { award: format.text(kind.title), unit: proposal.unitName })
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const reason = String(new FormData(event.currentTarget).get('reason'))
          if (!withdraw.isPending) withdraw.mutate({ params, body: { reason } }, { onSuccess: onClose })
        }}
      >
        <Field label={t('awards.withdraw.reason')}>
          {(input) => <textarea {...input} name="reason" rows={3} required maxLength={2000} />}
        </Field>
        <Refusal error={withdraw.error} />
        <div className="acts">
          <Button className="danger" type="submit" isBusy={withdraw.isPending}>
            {t('awards.withdraw.save')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

import { type AwardKindView, type AwardProposalView, awards } from '@bangvang/contract/awards'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

export type ProposalProps = {
  seasonId: string
  kind: AwardKindView
  proposal: AwardProposalView
  onClose: () => void
}

/** What the vote says, or that it was held elsewhere and its outcome is typed. */
function Basis({ ballot }: Pick<AwardProposalView, 'ballot'>) {
  const t = useWords()
  if (ballot === null) return <p>{t('awards.decide.elsewhere')}</p>
  if (ballot.verdict === 'undecided') return <p className="notice">{t('awards.decide.waits')}</p>
  const verdict = t(`awards.verdict.${ballot.verdict}`)
  return <p>{t('awards.decide.byVote', { verdict, votes: ballot.votes ?? 0, of: ballot.of ?? 0 })}</p>
}

/** The chair records what became of a proposal. */
export function OutcomeDialog({ seasonId, kind, proposal, onClose }: ProposalProps) {
  const t = useWords()
  const format = useFormat()
  const decide = useWrite(awards.decide)
  const { ballot } = proposal
  const send = (form: FormData) =>
    decide.mutate(
      {
        params: { seasonId, proposalId: proposal.id },
        body: {
          passed: ballot === null ? form.get('passed') === 'yes' : ballot.verdict === 'passed',
          note: String(form.get('note')),
        },
      },
      { onSuccess: onClose },
    )
  const title = t('awards.decide.title', { award: format.text(kind.title), unit: proposal.unitName })
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!decide.isPending) send(new FormData(event.currentTarget))
        }}
      >
        <Basis ballot={ballot} />
        {ballot === null ? (
          <fieldset className="ticks">
            <legend className="vh">{t('awards.proposals.outcome')}</legend>
            <label className="check">
              <input type="radio" name="passed" value="yes" required />
              {t('awards.decide.passed')}
            </label>
            <label className="check">
              <input type="radio" name="passed" value="no" />
              {t('awards.decide.notPassed')}
            </label>
          </fieldset>
        ) : null}
        <Field label={t('awards.decide.note')}>
          {(input) => (
            <textarea {...input} name="note" rows={2} maxLength={2000} required={ballot === null} />
          )}
        </Field>
        <p className="notice">{t('awards.decide.once')}</p>
        <Refusal error={decide.error} />
        <div className="acts">
          <Button
            kind="main"
            type="submit"
            disabled={ballot?.verdict === 'undecided'}
            isBusy={decide.isPending}
          >
            {t('awards.decide.save')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

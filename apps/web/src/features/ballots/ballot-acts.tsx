import { ballots } from '@bangvang/contract/ballots'
import { useState } from 'react'
import { useWrite } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { HandsForm, OpinionForm } from './entry-forms.tsx'
import { type Ballot, optionsOf, presentRound } from './question-words.ts'
import type { Seat } from './vote-seats.tsx'

function OpenForm({ ballot }: { ballot: Ballot }) {
  const t = useWords()
  const open = useWrite(ballots.open, ['meetings'])
  const remove = useWrite(ballots.remove, ['meetings'])
  const params = { ballotId: ballot.id }
  return (
    <form
      className="ballot-run"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = String(new FormData(event.currentTarget).get('minutes'))
        if (!open.isPending) open.mutate({ params, body: { minutes: typed === '' ? null : Number(typed) } })
      }}
    >
      <Field label={t('ballots.run.minutes')} hint={t('ballots.run.minutesHint')}>
        {(input) => <input {...input} name="minutes" type="number" min={1} max={600} />}
      </Field>
      <Refusal error={open.error ?? remove.error} />
      <div className="acts">
        <Button kind="main" type="submit" isBusy={open.isPending}>
          {t('ballots.run.open')}
        </Button>
        <Button kind="quiet" isBusy={remove.isPending} onClick={() => remove.mutate({ params })}>
          {t('ballots.run.remove')}
        </Button>
      </div>
    </form>
  )
}

type Open = 'cancel' | 'hands' | 'opinion' | null

function CancelDialog({ ballot, onClose }: { ballot: Ballot; onClose: () => void }) {
  const t = useWords()
  const cancel = useWrite(ballots.cancel, ['meetings'])
  return (
    <Dialog title={t('ballots.run.cancel')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const reason = String(new FormData(event.currentTarget).get('reason'))
          cancel.mutate({ params: { ballotId: ballot.id }, body: { reason } }, { onSuccess: onClose })
        }}
      >
        <Field label={t('ballots.run.cancelReason')}>
          {(input) => <textarea {...input} name="reason" rows={3} required maxLength={2000} />}
        </Field>
        <Refusal error={cancel.error} />
        <Button kind="main" type="submit" isBusy={cancel.isPending}>
          {t('ballots.run.cancel')}
        </Button>
      </form>
    </Dialog>
  )
}

function RunningActs({ ballot, seats }: { ballot: Ballot; seats: readonly Seat[] }) {
  const t = useWords()
  const [shown, show] = useState<Open>(null)
  const extend = useWrite(ballots.extend, ['meetings'])
  const close = useWrite(ballots.close, ['meetings'])
  const params = { ballotId: ballot.id }
  const { round, endsAt } = presentRound(ballot)
  const hide = () => show(null)
  return (
    <div className="ballot-run">
      <p className="q">{t('ballots.run.closeHint')}</p>
      <Refusal error={close.error ?? extend.error} />
      <div className="acts">
        <Button
          kind="main"
          isBusy={close.isPending}
          onClick={() => close.mutate({ params, body: { round } })}
        >
          {t('ballots.run.close')}
        </Button>
        {endsAt === null ? null : (
          <Button isBusy={extend.isPending} onClick={() => extend.mutate({ params, body: { minutes: 1 } })}>
            {t('ballots.run.extend')}
          </Button>
        )}
        <Button onClick={() => show('hands')}>{t('ballots.run.enter')}</Button>
        <Button onClick={() => show('opinion')}>{t('ballots.run.opinion')}</Button>
        <Button kind="quiet" onClick={() => show('cancel')}>
          {t('ballots.run.cancel')}
        </Button>
      </div>
      {shown === 'cancel' ? <CancelDialog ballot={ballot} onClose={hide} /> : null}
      {shown === 'hands' ? <HandsForm ballot={ballot} seats={seats} onClose={hide} /> : null}
      {shown === 'opinion' ? <OpinionForm ballot={ballot} seats={seats} onClose={hide} /> : null}
    </div>
  )
}

function ChairDecides({ ballot }: { ballot: Ballot }) {
  const t = useWords()
  const decide = useWrite(ballots.decide, ['meetings'])
  const { result, question } = presentRound(ballot)
  const next = result?.next
  if (!next || next.kind !== 'chairDecides') return null
  const options = next.options.length > 0 ? next.options : optionsOf(question)
  return (
    <form
      className="ballot-run"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        const chosen = form.getAll('option').map(String)
        decide.mutate({
          params: { ballotId: ballot.id },
          body: { options: chosen, reason: String(form.get('reason')) },
        })
      }}
    >
      <div className="ballot-choices">
        {options.map((option) => (
          <label key={option} className="ballot-choice">
            <input type={next.seats === 1 ? 'radio' : 'checkbox'} name="option" value={option} />
            <span>{option}</span>
          </label>
        ))}
      </div>
      <Field label={t('ballots.run.reason')}>
        {(input) => <textarea {...input} name="reason" rows={2} required maxLength={2000} />}
      </Field>
      <Refusal error={decide.error} />
      <Button kind="main" type="submit" isBusy={decide.isPending}>
        {t('ballots.run.decide')}
      </Button>
    </form>
  )
}

/** What chair and secretary do with a vote, by where it stands. */
export function BallotActs({ ballot, seats }: { ballot: Ballot; seats: readonly Seat[] }) {
  const t = useWords()
  const nextRound = useWrite(ballots.nextRound, ['meetings'])
  const round = presentRound(ballot)
  const next = ballot.chairDecision === null ? round.result?.next : null
  if (ballot.may.run && ballot.status === 'prepared') return <OpenForm ballot={ballot} />
  if (ballot.may.run && ballot.status === 'open') return <RunningActs ballot={ballot} seats={seats} />
  if (ballot.may.decide && next?.kind === 'chairDecides') return <ChairDecides ballot={ballot} />
  if (!ballot.may.run || next?.kind !== 'secondRound') return null
  return (
    <div className="ballot-run">
      <Refusal error={nextRound.error} />
      <Button
        isBusy={nextRound.isPending}
        onClick={() => nextRound.mutate({ params: { ballotId: ballot.id }, body: { round: round.round } })}
      >
        {t('ballots.run.nextRound')}
      </Button>
    </div>
  )
}

import { ballots } from '@bangvang/contract/ballots'
import { useState } from 'react'
import { useWrite } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { ChoiceForm } from './choice-form.tsx'
import { type Ballot, type Choice, presentRound } from './question-words.ts'
import type { Seat } from './vote-seats.tsx'

type Props = { ballot: Ballot; seats: readonly Seat[]; onClose: () => void }

/** A show of hands, unit by unit: all that was chosen is recorded at once, or nothing. */
export function HandsForm({ ballot, seats, onClose }: Props) {
  const t = useWords()
  const enter = useWrite(ballots.enter, ['meetings'])
  const round = presentRound(ballot)
  const waiting = seats.filter(({ id }) => round.waiting.some(({ unitId }) => unitId === id))
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  return (
    <Dialog title={t('ballots.run.enter')} onClose={onClose} className="wide">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const votes = Object.entries(choices).map(([unitId, choice]) => ({ unitId, choice }))
          if (votes.length > 0 && !enter.isPending)
            enter.mutate(
              { params: { ballotId: ballot.id }, body: { round: round.round, votes } },
              { onSuccess: onClose },
            )
        }}
      >
        {waiting.map(({ id, name }) => (
          <fieldset key={id} className="ballot-hand">
            <legend>{name}</legend>
            <ChoiceForm
              question={round.question}
              choice={choices[id] ?? null}
              onChoose={(choice) => setChoices((before) => ({ ...before, [id]: choice }))}
              name={`hand-${id}`}
            />
          </fieldset>
        ))}
        <Refusal error={enter.error} />
        <Button kind="main" type="submit" isBusy={enter.isPending}>
          {t('ballots.run.enterAct')}
        </Button>
      </form>
    </Dialog>
  )
}

/** The opinion an absent unit sent on paper. */
export function OpinionForm({ ballot, seats, onClose }: Props) {
  const t = useWords()
  const enter = useWrite(ballots.enterOpinion, ['meetings'])
  const round = presentRound(ballot)
  const [choice, setChoice] = useState<Choice | null>(null)
  const absent = seats.filter(
    ({ id, isThere }) => !isThere && !round.votes.some(({ unitId }) => unitId === id),
  )
  return (
    <Dialog title={t('ballots.run.opinion')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          if (choice === null || enter.isPending) return
          enter.mutate(
            {
              params: { ballotId: ballot.id },
              body: {
                round: round.round,
                unitId: String(form.get('unit')),
                choice,
                paperNumber: String(form.get('paper')),
                fileId: null,
              },
            },
            { onSuccess: onClose },
          )
        }}
      >
        <Field label={t('ballots.run.unit')}>
          {(input) => (
            <select {...input} name="unit" required>
              {absent.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('ballots.run.paper')}>
          {(input) => <input {...input} name="paper" required maxLength={100} />}
        </Field>
        <fieldset className="ballot-hand">
          <legend>{t('ballots.run.choice')}</legend>
          <ChoiceForm question={round.question} choice={choice} onChoose={setChoice} name="opinion" />
        </fieldset>
        <Refusal error={enter.error} />
        <Button kind="main" type="submit" isBusy={enter.isPending}>
          {t('ballots.run.opinionAct')}
        </Button>
      </form>
    </Dialog>
  )
}

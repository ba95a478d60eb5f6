import { ballots } from '@bangvang/contract/ballots'
import { useState } from 'react'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { ChoiceForm } from './choice-form.tsx'
import { type Ballot, type Choice, presentRound, useQuestionWords } from './question-words.ts'

/** The one vote of the reader's unit: chosen, sent, and said to be sent. */
export function VoteForm({ ballot, unitId }: { ballot: Ballot; unitId: string }) {
  const t = useWords()
  const words = useQuestionWords()
  const format = useFormat()
  const cast = useWrite(ballots.cast, ['meetings'])
  const round = presentRound(ballot)
  const { question } = round
  const blank: Choice | null = question.kind === 'choose' ? [] : question.kind === 'approve' ? {} : null
  const [choice, setChoice] = useState<Choice | null>(blank)
  const own = round.votes.find((vote) => vote.unitId === unitId)
  const unitName = own?.unitName ?? round.waiting.find((unit) => unit.unitId === unitId)?.unitName ?? unitId
  if (own !== undefined)
    return (
      <div className="ballot-own" role="status">
        <b>{t('ballots.vote.sent', { at: format.time(own.at) })}</b>
        <span>{words.choice(own.choice)}</span>
      </div>
    )
  return (
    <form
      className="ballot-form"
      aria-label={t('ballots.vote.title', { unit: unitName })}
      onSubmit={(event) => {
        event.preventDefault()
        if (choice !== null && !cast.isPending)
          cast.mutate({ params: { ballotId: ballot.id }, body: { round: round.round, choice } })
      }}
    >
      <h4>{t('ballots.vote.title', { unit: unitName })}</h4>
      {question.kind === 'choose' ? (
        <p className="q">
          {t('ballots.vote.choose', { n: question.maxChoices })} {t('ballots.vote.blankHint')}
        </p>
      ) : null}
      <div className="ballot-choices">
        <ChoiceForm question={question} choice={choice} onChoose={setChoice} name={`vote-${ballot.id}`} />
      </div>
      <Refusal error={cast.error} />
      <div className="acts">
        <Button kind="main" type="submit" isBusy={cast.isPending} aria-disabled={choice === null}>
          {t('ballots.vote.send')}
        </Button>
        <span className="q">{t('ballots.vote.notSent')}</span>
      </div>
    </form>
  )
}

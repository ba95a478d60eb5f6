import { assessments } from '@bangvang/contract/assessments'
import { maySignOff } from '@bangvang/core/assessments/policy'
import { useState } from 'react'
import { useActor } from '../../lib/actor.tsx'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { missingOf } from './submit-missing.tsx'
import type { AssessmentFacts, AssessmentPlace } from './use-assessment.ts'
import type { Sheet } from './use-sheet.ts'

type Props = { place: AssessmentPlace; facts: AssessmentFacts; sheet: Sheet }

function HandOver({ place, sheet }: Props) {
  const t = useWords()
  const send = useWrite(assessments.sendForSignOff, ['tasks'])
  const { unsent, unexplained, unanswered, lacking } = missingOf(sheet)
  const n = unanswered.length + lacking.length
  return (
    <>
      {n > 0 ? <p>{t('assessments.submit.may')}</p> : null}
      <Refusal error={send.error} />
      <div className="acts">
        <Button
          kind="main"
          isBusy={send.isPending}
          disabled={unsent.length + unexplained.length > 0}
          onClick={() => send.mutate({ params: place })}
        >
          {n > 0 ? t('assessments.submit.sendAnyway', { n }) : t('assessments.submit.send')}
        </Button>
      </div>
    </>
  )
}

function SignOff({ place, sheet }: Props) {
  const t = useWords()
  const format = useFormat()
  const actor = useActor()
  const [reason, setReason] = useState('')
  const sign = useWrite(assessments.signOff, ['tasks'])
  const takeBack = useWrite(assessments.takeBack, ['tasks'])
  const isLeader = maySignOff(actor, place)
  return (
    <>
      <p>{t(isLeader ? 'assessments.submit.waitsForYou' : 'assessments.submit.waits')}</p>
      <Refusal error={sign.error ?? takeBack.error} />
      {isLeader ? (
        <div className="acts">
          <Button kind="main" isBusy={sign.isPending} onClick={() => sign.mutate({ params: place })}>
            {t('assessments.submit.sign', { total: format.points(sheet.result.total) })}
          </Button>
        </div>
      ) : null}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          takeBack.mutate({ params: place, body: { reason } })
        }}
      >
        <Field label={t('assessments.submit.reason')} hint={t('assessments.submit.reasonHint')}>
          {(input) => (
            <textarea
              {...input}
              rows={2}
              maxLength={2000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <div className="acts">
          <Button type="submit" isBusy={takeBack.isPending}>
            {t(isLeader ? 'assessments.submit.sendBack' : 'assessments.submit.takeBack')}
          </Button>
        </div>
      </form>
    </>
  )
}

/** The act that the assessment's status allows now: hand over, sign off or take back. */
export function SubmitActs(props: Props) {
  const t = useWords()
  const { status, isEditable } = props.facts.assessment
  const done = t(status === 'submitted' ? 'assessments.submit.done' : 'assessments.submit.closed')
  return (
    <div className="form submit-acts">
      {isEditable ? <HandOver {...props} /> : null}
      {!isEditable && status === 'awaitingSignOff' ? <SignOff {...props} /> : null}
      {!isEditable && status !== 'awaitingSignOff' ? <p>{done}</p> : null}
    </div>
  )
}

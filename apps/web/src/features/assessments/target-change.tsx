import { pacts } from '@bangvang/contract/pacts'
import { useState } from 'react'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import type { RowChange } from './registered.ts'
import type { AssessmentPlace } from './use-assessment.ts'

type Props = { place: AssessmentPlace; change: RowChange; isEditable: boolean }

function ReasonForm({ place, change, onDone }: Omit<Props, 'isEditable'> & { onDone: () => void }) {
  const t = useWords()
  const [reason, setReason] = useState(change.reason?.reason ?? '')
  const explain = useWrite(pacts.explainChange)
  const fault = useFaultWords(explain.error)
  const { criterionCode, target, seen } = change
  const send = () =>
    explain.mutate(
      { params: { ...place, criterionCode }, body: { target, reason, seen } },
      { onSuccess: onDone },
    )
  return (
    <form
      className="target-reason"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <textarea
        rows={2}
        maxLength={2000}
        required
        aria-label={t('assessments.registered.reasonOf', { code: criterionCode })}
        aria-invalid={fault('#/reason') === null ? undefined : true}
        placeholder={t('assessments.registered.placeholder')}
        value={reason}
        onChange={({ target: input }) => setReason(input.value)}
      />
      <Button type="submit" isSmall isBusy={explain.isPending}>
        {t('assessments.registered.save')}
      </Button>
      <Refusal error={explain.error} />
    </form>
  )
}

/** A target that is not the registered one: both values, and the reason, asked for until it is given. */
export function TargetChange({ place: { seasonId, unitId }, change, isEditable }: Props) {
  const t = useWords()
  const format = useFormat()
  const [isChanging, setChanging] = useState(false)
  const { registered, target, reason } = change
  const both = {
    registered: format.points(registered),
    target: target === null ? t('assessments.registered.none') : format.points(target),
  }
  const isAsked = isEditable && (reason === undefined || isChanging)
  return (
    <div className="split">
      <span>
        {t('assessments.registered.both', both)}{' '}
        {reason === undefined
          ? t(isEditable ? 'assessments.registered.needed' : 'assessments.registered.noReason')
          : t('assessments.registered.reason', {
              reason: reason.reason,
              name: reason.byName,
              at: format.dateTime(reason.at),
            })}
      </span>
      {isEditable && reason !== undefined && !isChanging ? (
        <Button isSmall onClick={() => setChanging(true)}>
          {t('assessments.registered.change')}
        </Button>
      ) : null}
      {isAsked ? (
        <ReasonForm
          key={`${target}`}
          place={{ seasonId, unitId }}
          change={change}
          onDone={() => setChanging(false)}
        />
      ) : null}
    </div>
  )
}

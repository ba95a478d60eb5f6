import { appraisals } from '@bangvang/contract/appraisals'
import { ApiProblem } from '@bangvang/contract/client'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWrite } from '../../lib/api.ts'
import { focusFirstField } from '../../lib/focus.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { ReasonField } from './reason-field.tsx'

type Unit = { unitId: string; unitName: string }
type Props = {
  seasonId: string
  gateCode: string
  applies: boolean
  /** The units it may be decided for: one to lift, several to choose from. */
  units: readonly Unit[]
  /** The number of the last decision seen of a unit, 0 for none. */
  seenOf: (unitId: string) => number
  onDone: () => void
}

/** Applying or lifting a gate, with the reason the unit will read. */
export function GateForm({ seasonId, gateCode, applies, units, seenOf, onDone }: Props) {
  const t = useWords()
  const cache = useQueryClient()
  const [unitId, setUnitId] = useState(units.length === 1 ? (units[0]?.unitId ?? '') : '')
  const [reason, setReason] = useState('')
  const [isPressed, setPressed] = useState(false)
  const decide = useWrite(appraisals.decideGate, ['tasks'])
  const isChanged = decide.error instanceof ApiProblem && decide.error.code === 'gate-changed'
  const unit = units.find((one) => one.unitId === unitId)
  const name = { code: gateCode, unit: unit?.unitName ?? '' }
  const save = () => {
    setPressed(true)
    if (unitId === '') return
    const body = { applies, reason, seen: seenOf(unitId) }
    decide.mutate(
      { params: { seasonId, unitId, gateCode }, body },
      { onSuccess: onDone, onError: () => void cache.invalidateQueries({ queryKey: ['seasons'] }) },
    )
  }
  const saveWords = applies
    ? t(unit === undefined ? 'appraisals.gates.applyTitle' : 'appraisals.gates.applyTo', name)
    : t('appraisals.gates.liftTitle', name)
  return (
    <form
      ref={focusFirstField}
      className="form gate-form"
      aria-label={saveWords}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {applies ? (
        <Field
          label={t('appraisals.gates.unit')}
          error={isPressed && unitId === '' ? t('appraisals.gates.unitNeeded') : null}
        >
          {(input) => (
            <select {...input} value={unitId} onChange={({ target }) => setUnitId(target.value)}>
              <option value="">{t('appraisals.gates.choose')}</option>
              {units.map((one) => (
                <option key={one.unitId} value={one.unitId}>
                  {one.unitName}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <ReasonField reason={reason} onChange={setReason} error={decide.error} />
      {isChanged ? (
        <p className="notice" role="alert">
          {t('appraisals.gates.changed')}
        </p>
      ) : (
        <Refusal error={decide.error} />
      )}
      <div className="acts">
        <Button type="submit" kind="main" isSmall isBusy={decide.isPending}>
          {saveWords}
        </Button>
        <Button isSmall onClick={onDone}>
          {t('shell.cancel')}
        </Button>
      </div>
    </form>
  )
}

import { appraisals, CellView } from '@bangvang/contract/appraisals'
import { ApiProblem } from '@bangvang/contract/client'
import type { AppraisalDecision } from '@bangvang/core/appraisals/effective'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { read, useWrite } from '../../lib/api.ts'
import { focusFirstField } from '../../lib/focus.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { ReasonField } from './reason-field.tsx'

type Props = {
  seasonId: string
  cell: CellView
  title: string
  saveWords: string
  /** What the fields say; null while they do not say it whole. */
  decision: AppraisalDecision | null
  /** Pressed with fields that say nothing whole: the caller shows what is missing. */
  onIncomplete: () => void
  onSaved: () => void
  onClose: () => void
  children?: ReactNode
}

/** What stands in the cell after a race lost: the server sends it with its refusal. */
function currentOf(error: unknown): CellView | null {
  if (!(error instanceof ApiProblem) || error.code !== 'appraisal-changed') return null
  const current = CellView.safeParse(error.problem.current)
  return current.success ? current.data : null
}

function WhatStands({ error }: { error: unknown }) {
  const t = useWords()
  const format = useFormat()
  const last = currentOf(error)?.appraisals.at(-1)
  if (last === undefined) return <Refusal error={error} />
  return (
    <p className="notice" role="alert">
      {t('appraisals.decide.changed', {
        name: last.byName,
        points: format.points(last.points),
        reason: last.reason,
      })}
    </p>
  )
}

/** A decision with its reason, sent with the number of the last decision seen; a race lost keeps what is typed. */
export function DecisionForm(props: Props) {
  const { seasonId, cell, title, saveWords, decision, children } = props
  const t = useWords()
  const cache = useQueryClient()
  const [reason, setReason] = useState('')
  const decide = useWrite(appraisals.decide, ['tasks'])
  const params = { seasonId, unitId: cell.unitId, criterionCode: cell.criterionCode }
  const save = () => {
    if (decision === null) {
      props.onIncomplete()
      return
    }
    const seen = cell.appraisals.at(-1)?.number ?? 0
    decide.mutate(
      { params, body: { decision, reason, seen } },
      {
        onSuccess: props.onSaved,
        onError: (error) => {
          const current = currentOf(error)
          if (current === null) return
          cache.setQueryData(read(appraisals.cell, { params }).queryKey, current)
          void cache.invalidateQueries({ queryKey: ['seasons'] })
        },
      },
    )
  }
  return (
    <form
      ref={focusFirstField}
      className="form"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h3>{title}</h3>
      {children}
      <ReasonField reason={reason} onChange={setReason} error={decide.error} />
      <WhatStands error={decide.error} />
      <div className="acts">
        <Button type="submit" kind="main" isBusy={decide.isPending}>
          {saveWords}
        </Button>
        <Button onClick={props.onClose}>{t('shell.cancel')}</Button>
      </div>
    </form>
  )
}

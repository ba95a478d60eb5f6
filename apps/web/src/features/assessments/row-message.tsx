import type { Criterion } from '@bangvang/core/criteria/document'
import { useFormat } from '../../lib/format.ts'
import { useLocale } from '../../lib/locale.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import type { RowActs } from './criterion-row.tsx'
import { type CellFault, type TextField, type Typed, typedOf } from './grid-model.ts'
import { said } from './said.ts'
import type { SheetRow } from './use-sheet.ts'

type Props = { row: SheetRow; acts: RowActs }

/** What is wrong with a row, an example, a repair in one press; or the two values of a conflict. */
export function RowMessage({ row, acts }: Props) {
  const t = useWords()
  const { criterion } = row.placed
  const { pending, reading } = row
  if (pending === null) return null
  if (pending.state === 'conflict') return <Conflict row={row} acts={acts} />
  if (pending.state === 'signedOut') {
    return <div className="split">{t('assessments.message.signedOut')}</div>
  }
  if (pending.state === 'refused') {
    return (
      <div className="split e" role="alert">
        <span>
          {pending.problem === null ? null : t(`problem.${pending.problem}`)} {t('assessments.message.kept')}
        </span>
        <Button isSmall onClick={() => acts.onRetry(criterion.code)}>
          {t('assessments.message.retry')}
        </Button>
      </div>
    )
  }
  if (reading.kind === 'incomplete') {
    const missing = reading.missing.map((field) => t(`assessments.field.${field}`)).join(', ')
    return <div className="split">{t('assessments.message.incomplete', { missing })}</div>
  }
  if (reading.kind !== 'faults') return null
  return reading.faults.map((fault) => (
    <Fault key={`${fault.field} ${fault.code}`} row={row} fault={fault} acts={acts} />
  ))
}

function Fault({ row, fault, acts }: { row: SheetRow; fault: CellFault; acts: RowActs }) {
  const t = useWords()
  const format = useFormat()
  const { criterion } = row.placed
  const { field } = fault
  const words = t(`assessments.fault.${fault.code}`, {
    text: fault.text,
    field: field === '' ? '' : t(`assessments.field.${field}`),
    most: format.points(criterion.maxPoints),
    step: format.points(stepOf(criterion)),
  })
  return (
    <div className="split e">
      <span>
        {words} {t('assessments.message.kept')}
      </span>
      {field === '' || field === 'checked'
        ? null
        : fault.repairs.map((repair) => (
            <Button
              key={repair}
              isSmall
              onClick={() => acts.onChange(criterion.code, withText(row.typed, field, repair), true)}
            >
              {t('assessments.message.repair', { text: repair })}
            </Button>
          ))}
    </div>
  )
}

function stepOf({ measure }: Criterion): string {
  return measure.kind === 'judgement' ? (measure.step ?? '') : ''
}

function withText(typed: Typed, field: TextField, text: string): Typed {
  return { ...typed, texts: { ...typed.texts, [field]: text } }
}

function Conflict({ row, acts }: { row: SheetRow; acts: RowActs }) {
  const t = useWords()
  const format = useFormat()
  const locale = useLocale()
  const { criterion } = row.placed
  const { pending } = row
  if (pending === null) return null
  const { theirs, typed, typedAt } = pending
  const other = typedOf(criterion, theirs ?? undefined, locale)
  const values = { t, locale }
  return (
    <div className="split" role="alert">
      <span>{t('assessments.conflict.head')}</span>
      <span className="v">
        <b>{said(criterion, typed, values)}</b>
        <span className="q">{t('assessments.conflict.own', { at: format.time(typedAt) })}</span>
      </span>
      <Button isSmall onClick={() => acts.onSettle(criterion.code, 'own')}>
        {t('assessments.conflict.keep')}
      </Button>
      <span className="v">
        <b>{said(criterion, other, values)}</b>
        <span className="q">
          {theirs === null
            ? null
            : t('assessments.conflict.theirs', {
                name: theirs.updatedBy,
                at: format.dateTime(theirs.updatedAt),
              })}
        </span>
      </span>
      <Button isSmall onClick={() => acts.onSettle(criterion.code, 'theirs')}>
        {t('assessments.conflict.take')}
      </Button>
    </div>
  )
}

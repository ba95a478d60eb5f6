import type { Option } from '@bangvang/core/criteria/document'
import { useLayoutEffect, useRef, useState } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useLocale } from '../../lib/locale.ts'
import { useWords } from '../../lib/words.ts'
import { optionsOf, shownText, type TextField, type Typed, textFields } from './grid-model.ts'
import { statusOf } from './row-status.ts'
import type { SheetRow } from './use-sheet.ts'

/** How a row's cells change it: `isNewStep` where undo should stop before this keystroke. */
export type ChangeRow = (code: string, typed: Typed, isNewStep: boolean) => void
type CellProps = {
  row: SheetRow
  isReadOnly: boolean
  onChange: ChangeRow
  /** The cell was left: send what stands in it. */
  onLeave: (code: string) => void
}

/** Which look a cell has: unread, two values, waiting for the network. */
function lookOf(row: SheetRow, field: TextField): string {
  const status = statusOf(row)
  const { reading, typed, stored } = row
  if (status === 'unread' && reading.kind === 'faults') {
    return reading.faults.some((fault) => fault.field === field) ? 'bad' : ''
  }
  if (status === 'incomplete' && reading.kind === 'incomplete') {
    return reading.missing.includes(field) ? 'off' : ''
  }
  if (status === 'refused') return 'bad'
  if (status === 'conflict') return 'two'
  const isChanged = (typed.texts[field] ?? '') !== '' || stored !== undefined
  return (status === 'offline' || status === 'signedOut') && isChanged ? 'off' : ''
}

function TextCell({
  row,
  field,
  column,
  isReadOnly,
  onChange,
  onLeave,
}: CellProps & { field: TextField; column: number }) {
  const t = useWords()
  const locale = useLocale()
  const [isActive, setActive] = useState(false)
  const [isTouched, setTouched] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  // Entering the cell rewrites its number as one types it, which would lose the selection Tab and Enter made.
  useLayoutEffect(() => {
    if (isActive) input.current?.select()
  }, [isActive])
  const { code } = row.placed.criterion
  const text = row.typed.texts[field] ?? ''
  const look = lookOf(row, field)
  return (
    <span className={`cell ${look}`}>
      <input
        ref={input}
        inputMode={field === 'count' ? 'numeric' : 'decimal'}
        autoComplete="off"
        data-column={column}
        aria-label={t('assessments.grid.cell', { field: t(`assessments.field.${field}`), code })}
        aria-invalid={look === 'bad' || undefined}
        aria-describedby={look === '' ? undefined : `message-${code}`}
        readOnly={isReadOnly}
        // The column's head says another name than these cells have.
        placeholder={field === 'whole' || field === 'part' ? t(`assessments.field.${field}`) : undefined}
        value={isActive ? text : shownText(text, field, locale)}
        onFocus={() => {
          setActive(true)
          setTouched(false)
        }}
        onChange={({ target }) => {
          const texts = { ...row.typed.texts, [field]: target.value }
          onChange(code, { ...row.typed, texts, isNotApplicable: false }, !isTouched)
          setTouched(true)
        }}
        onBlur={() => {
          setActive(false)
          if (isTouched) onLeave(code)
        }}
      />
    </span>
  )
}

function ChoiceCell({ row, options, isReadOnly, onChange, onLeave }: CellProps & { options: Option[] }) {
  const t = useWords()
  const format = useFormat()
  const { code } = row.placed.criterion
  const chosen = row.typed.texts.option ?? ''
  const isKnown = chosen === '' || options.some(({ key }) => key === chosen)
  return (
    <span className={`cell ${lookOf(row, 'option')}`}>
      <select
        data-column={1}
        aria-label={t('assessments.grid.cell', { field: t('assessments.field.option'), code })}
        aria-invalid={!isKnown || undefined}
        disabled={isReadOnly}
        value={chosen}
        onChange={({ target }) => {
          const texts = { option: target.value }
          onChange(code, { ...row.typed, texts, isNotApplicable: false }, true)
        }}
        onBlur={() => onLeave(code)}
      >
        <option value="">{t('assessments.grid.choose')}</option>
        {isKnown ? null : <option value={chosen}>{t('assessments.grid.notListed', { text: chosen })}</option>}
        {options.map(({ key, title }) => (
          <option key={key} value={key}>
            {format.text(title)}
          </option>
        ))}
      </select>
    </span>
  )
}

/** A checklist's ticks; "none of these" is an answer of its own, so that an untouched list is not taken for one. */
export function Checklist({ row, options, isReadOnly, onChange }: CellProps & { options: Option[] }) {
  const t = useWords()
  const format = useFormat()
  const { criterion } = row.placed
  const { checked } = row.typed
  const tick = (next: string[] | null) =>
    onChange(criterion.code, { ...row.typed, checked: next, isNotApplicable: false }, true)
  return (
    <fieldset className="ticks" disabled={isReadOnly}>
      <legend className="vh">{format.text(criterion.title)}</legend>
      {options.map(({ key, title, points }) => (
        <label key={key}>
          <input
            type="checkbox"
            checked={checked?.includes(key) ?? false}
            onChange={({ target }) => {
              const keys = options.map((option) => option.key)
              tick(keys.filter((one) => (one === key ? target.checked : (checked?.includes(one) ?? false))))
            }}
          />
          <span>{format.text(title)}</span>{' '}
          <small>{t('assessments.points', { points: format.points(points) })}</small>
        </label>
      ))}
      <label>
        <input
          type="checkbox"
          checked={checked !== null && checked.length === 0}
          onChange={({ target }) => tick(target.checked ? [] : null)}
        />
        <span>{t('assessments.grid.none')}</span>
      </label>
    </fieldset>
  )
}

/** The cells one types an answer into: two beside each other, or one across both columns. */
export function AnswerCells({
  isOpen,
  onToggle,
  ...props
}: CellProps & { isOpen: boolean; onToggle: () => void }) {
  const t = useWords()
  const { criterion } = props.row.placed
  const { checked, isNotApplicable } = props.row.typed
  const options = optionsOf(criterion)
  if (isNotApplicable) {
    return (
      <td className="in one q" colSpan={2} data-l={t('assessments.field.actual')}>
        {t('assessments.grid.notApplicable')}
      </td>
    )
  }
  if (criterion.measure.kind === 'checklist') {
    return (
      <td className="in one" colSpan={2} data-l={t('assessments.grid.ticked')}>
        <button type="button" className="tick-sum" data-column={1} aria-expanded={isOpen} onClick={onToggle}>
          {checked === null
            ? t('assessments.grid.tick')
            : t('assessments.grid.tickedOf', { n: checked.length, all: options.length })}
          <span className="vh">, {criterion.code}</span>
        </button>
      </td>
    )
  }
  if (criterion.measure.kind === 'choice') {
    return (
      <td className="in one" colSpan={2} data-l={t('assessments.field.option')}>
        <ChoiceCell {...props} options={options} />
      </td>
    )
  }
  const fields = textFields(criterion)
  return fields.map((field, index) => (
    <td
      key={field}
      className={fields.length === 1 ? 'in one' : 'in'}
      colSpan={fields.length === 1 ? 2 : 1}
      data-l={t(`assessments.field.${field}`)}
    >
      <TextCell {...props} field={field} column={fields.length === 1 ? 1 : index} />
    </td>
  ))
}

import { readDecimal } from '@bangvang/core/numbers/read-decimal'
import { type ReactNode, useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { typedNumber } from '../../lib/typed-answer.ts'
import { Field } from '../../ui/field.tsx'
import type { Form } from './form.ts'
import { listValue } from './list-value.ts'
import { useFaultName } from './read-file.tsx'

type Props = { form: Form; path: string; label: ReactNode; hint?: ReactNode }

/** What is wrong at a field, in words. */
export function useFieldFault(form: Form): (path: string) => string | null {
  const nameOf = useFaultName()
  return (path) => {
    const code = form.faultAt(path)
    return code === null ? null : nameOf(code)
  }
}

/** Words at a path; `isOptional`: an empty field leaves it out. */
export function TextField({
  form,
  path,
  label,
  hint,
  isLong = false,
  isOptional = false,
}: Props & { isLong?: boolean; isOptional?: boolean }) {
  const fault = useFieldFault(form)
  const value = listValue(form.content, path)
  const Input = isLong ? 'textarea' : 'input'
  return (
    <Field label={label} hint={hint} error={fault(path)}>
      {(input) => (
        <Input
          {...input}
          {...(isLong ? { rows: 2 } : {})}
          maxLength={10_000}
          readOnly={form.isLocked}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }: { target: { value: string } }) =>
            form.set(path, target.value === '' && isOptional ? undefined : target.value)
          }
        />
      )}
    </Field>
  )
}

/** A decimal at a path, typed as the language writes it; what is no number stays as typed and is named. */
export function AmountField({
  form,
  path,
  label,
  hint,
  isOptional = false,
}: Props & { isOptional?: boolean }) {
  const language = useLocale()
  const nameOf = useFaultName()
  const fault = useFieldFault(form)
  const value = listValue(form.content, path)
  const told = typeof value === 'string' ? typedNumber(value, language) : ''
  // While it is typed the field shows what was typed, not how the value is written.
  const [typed, setTyped] = useState<string | null>(null)
  const isAmbiguous = typed !== null && isReadTwoWays(typed)
  const take = (text: string) => {
    setTyped(text)
    const read = readDecimal(text)
    if (read.ok) form.set(path, read.decimal)
    else if (!isReadTwoWays(text)) form.set(path, text.trim() === '' && isOptional ? undefined : text.trim())
  }
  return (
    <Field
      label={label}
      hint={hint}
      error={isAmbiguous ? nameOf('ambiguous_number') : fault(path)}
      className="amount"
    >
      {(input) => (
        <input
          {...input}
          inputMode="decimal"
          autoComplete="off"
          readOnly={form.isLocked}
          value={typed ?? told}
          onChange={({ target }) => take(target.value)}
          onBlur={() => {
            if (!isAmbiguous) setTyped(null)
          }}
        />
      )}
    </Field>
  )
}

function isReadTwoWays(text: string): boolean {
  const read = readDecimal(text)
  return !read.ok && read.reason === 'ambiguous_number'
}

/** A whole number at a path, which the document keeps as a number. */
export function IntegerField({ form, path, label }: Props) {
  const fault = useFieldFault(form)
  const value = listValue(form.content, path)
  return (
    <Field label={label} error={fault(path)} className="amount">
      {(input) => (
        <input
          {...input}
          inputMode="numeric"
          autoComplete="off"
          readOnly={form.isLocked}
          value={typeof value === 'number' || typeof value === 'string' ? String(value) : ''}
          onChange={({ target }) =>
            form.set(path, /^\d{1,9}$/.test(target.value.trim()) ? Number(target.value) : target.value)
          }
        />
      )}
    </Field>
  )
}

type ChoiceProps = Props & {
  options: readonly { value: string; words: string }[]
  /** The words of leaving it out; absent: it must be one of the options. */
  none?: string
  /** What a choice changes beside its own field. */
  onChoose?: (value: string | undefined) => void
}

/** One of some words at a path. */
export function ChoiceField({ form, path, label, hint, options, none, onChoose }: ChoiceProps) {
  const fault = useFieldFault(form)
  const value = listValue(form.content, path)
  const known = options.some((option) => option.value === value)
  const choose = (chosen: string) => {
    const next = chosen === '' ? undefined : chosen
    if (onChoose === undefined) form.set(path, next)
    else onChoose(next)
  }
  return (
    <Field label={label} hint={hint} error={fault(path)}>
      {(input) => (
        <select
          {...input}
          disabled={form.isLocked}
          value={known ? String(value) : ''}
          onChange={({ target }) => choose(target.value)}
        >
          {none !== undefined || !known ? <option value="">{none ?? ''}</option> : null}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

import { type ReactNode, useId } from 'react'

/** What an input takes over to belong to its label, its hint and what is wrong with it. */
export type FieldInput = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}
type Props = {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong, in words; absent or null: nothing. */
  error?: string | null | undefined
  className?: string
  children: (input: FieldInput) => ReactNode
}

/** A labelled input with its hint and its fault, whatever the input is. */
export function Field({ label, hint, error, className = '', children }: Props) {
  const id = useId()
  const told = [hint === undefined ? '' : `${id}-hint`, error ? `${id}-error` : ''].filter(Boolean)
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': told.length > 0 ? told.join(' ') : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint === undefined ? null : <small id={`${id}-hint`}>{hint}</small>}
      {error ? (
        <small id={`${id}-error`} className="err">
          {error}
        </small>
      ) : null}
    </div>
  )
}

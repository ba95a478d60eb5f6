import type { ComponentProps } from 'react'

type Props = ComponentProps<'button'> & {
  kind?: 'plain' | 'main' | 'quiet'
  isSmall?: boolean
  /** An act under way: pressing again does nothing, and it says so. */
  isBusy?: boolean
}

/** A button; verbs with their object stand in it. */
export function Button({ kind = 'plain', isSmall, isBusy = false, className = '', onClick, ...rest }: Props) {
  const look = [kind === 'plain' ? '' : kind, isSmall ? 'sm' : '', className].filter(Boolean).join(' ')
  return (
    <button
      type="button"
      {...rest}
      className={`btn ${look}`}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || rest['aria-disabled']}
      onClick={(event) => {
        if (isBusy) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}

import type { ReactNode } from 'react'

type Props<V extends string> = {
  label: string
  value: V
  options: readonly { value: V; words: ReactNode }[]
  onChange: (value: V) => void
}

/** A switch between a few views; exactly one is pressed. */
export function Segmented<V extends string>({ label, value, options, onChange }: Props<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its buttons
    <div className="seg" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.words}
        </button>
      ))}
    </div>
  )
}

import type { ReactNode } from 'react'

/** What may be wider or longer than the page scrolls by itself, by keyboard too. */
export function Scroll({
  label,
  className = '',
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
    <section className={`table-wrap ${className}`} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

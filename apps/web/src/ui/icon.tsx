import type { LucideIcon } from 'lucide-react'

/** A lucide icon as the design draws it: 16 px, stroke 1.75, beside words and silent to screen readers. */
export function Icon({ of: Shape, className = '' }: { of: LucideIcon; className?: string }) {
  return <Shape className={`i ${className}`} strokeWidth={1.75} aria-hidden="true" focusable="false" />
}

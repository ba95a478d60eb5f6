import type { ReactNode } from 'react'

/** Nothing here yet: one sentence, and the act that fills it. */
export function Empty({ children, act }: { children: ReactNode; act?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {act}
    </div>
  )
}

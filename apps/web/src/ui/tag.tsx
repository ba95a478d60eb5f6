import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type Tone = 'ok' | 'warn' | 'err' | 'pen' | 'sealed' | 'gold' | 'q'

/** A state: icon, words and colour, always all three. */
export function Tag({ icon, tone, children }: { icon: LucideIcon; tone: Tone; children: ReactNode }) {
  return (
    <span className={`tag ${tone}`}>
      <Icon of={icon} />
      {children}
    </span>
  )
}

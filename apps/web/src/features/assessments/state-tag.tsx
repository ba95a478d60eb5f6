import {
  ArrowLeftRight,
  Check,
  CircleAlert,
  CircleDashed,
  GitCompareArrows,
  type LucideIcon,
  RefreshCw,
  SquareDashed,
  WifiOff,
} from 'lucide-react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { type RowStatus, statusOf } from './row-status.ts'
import type { SheetRow } from './use-sheet.ts'

const LOOKS: Record<RowStatus, { icon: LucideIcon; tone: string; isStrong?: true }> = {
  saved: { icon: Check, tone: 'saved' },
  saving: { icon: RefreshCw, tone: 'pen' },
  offline: { icon: WifiOff, tone: '' },
  signedOut: { icon: ArrowLeftRight, tone: 'warn', isStrong: true },
  incomplete: { icon: CircleDashed, tone: 'warn', isStrong: true },
  unread: { icon: CircleAlert, tone: 'err', isStrong: true },
  refused: { icon: CircleAlert, tone: 'err', isStrong: true },
  conflict: { icon: GitCompareArrows, tone: 'warn', isStrong: true },
  empty: { icon: SquareDashed, tone: 'q' },
}

/** How far a row is saved: icon, words and colour; when it was saved is told on hover. */
export function StateTag({ row }: { row: SheetRow }) {
  const t = useWords()
  const format = useFormat()
  const status = statusOf(row)
  const { icon, tone, isStrong } = LOOKS[status]
  const words = t(`assessments.state.${status}`)
  const { stored } = row
  const saved =
    status === 'saved' && stored !== undefined
      ? t('assessments.state.savedBy', { name: stored.updatedBy, at: format.dateTime(stored.updatedAt) })
      : undefined
  return (
    <span className={`tag ${tone}`} title={saved}>
      <Icon of={icon} />
      {isStrong ? <b>{words}</b> : words}
    </span>
  )
}

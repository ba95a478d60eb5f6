import './basis.css'
import type { BasisView } from '@bangvang/contract/laws'
import { BookX, CalendarClock, CalendarX, Check, CircleHelp, Replace } from 'lucide-react'
import { useWords } from '../lib/words.ts'
import { Tag } from './tag.tsx'

type Props = Pick<BasisView, 'state' | 'replacedBy' | 'isUncertain'>

const looks = {
  inForce: { icon: Check, tone: 'ok' },
  notYet: { icon: CalendarClock, tone: 'warn' },
  ended: { icon: CalendarX, tone: 'err' },
  unknown: { icon: CircleHelp, tone: 'q' },
} as const

/** Where a law stands: in force or not, replaced by what, and whether something of it is not confirmed. Speaks with the words of laws. */
export function LawFlags({ state, replacedBy, isUncertain }: Props) {
  const t = useWords()
  const isReplaced = replacedBy.some(({ isInPart }) => !isInPart)
  return (
    <span className="law-flags">
      {isReplaced ? null : <Tag {...looks[state]}>{t(`laws.state.${state}`)}</Tag>}
      {replacedBy.map(({ lawId, number, isInPart }) => (
        <Tag key={lawId} icon={isInPart ? Replace : BookX} tone={isInPart ? 'warn' : 'err'}>
          {t(isInPart ? 'laws.replacedInPart' : 'laws.replaced', { number })}
        </Tag>
      ))}
      {isUncertain ? (
        <Tag icon={CircleHelp} tone="q">
          {t('laws.uncertain')}
        </Tag>
      ) : null}
    </span>
  )
}

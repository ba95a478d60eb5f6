import type { MandateView } from '@bangvang/contract/session'
import { dayInVietnam, isInForce } from '@bangvang/core/people/actor'
import { useNow } from '../../lib/actor.tsx'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'

/** The sentences of a mandate: role with unit and season, its days, and whether it is over. */
export function useMandateWords() {
  const t = useWords()
  const format = useFormat()
  const today = dayInVietnam(useNow())
  return {
    scope: ({ unitName, seasonId }: MandateView) => [unitName, seasonId].filter(Boolean).join(', '),
    role: ({ role }: MandateView) => t(`shell.role.${role}`),
    time: ({ startsOn, endsOn }: MandateView) =>
      `${format.day(startsOn)} – ${endsOn === null ? t('people.mandate.open') : format.day(endsOn)}`,
    isOver: (mandate: MandateView) =>
      mandate.endsOn !== null && !isInForce(mandate, today) && mandate.endsOn < today,
  }
}

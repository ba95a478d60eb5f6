import { useQuery } from '@tanstack/react-query'
import { useSession } from '../../lib/actor.tsx'
import { useWords } from '../../lib/words.ts'
import { browserOutbox } from './outbox.ts'
import type { AssessmentPlace } from './use-assessment.ts'

/** What the person typed here and the lock overtook: it is kept, and said so; nothing where there is none. */
export function LeftTyping({ seasonId, unitId }: AssessmentPlace) {
  const t = useWords()
  const personId = useSession().person?.id ?? ''
  const { data = [] } = useQuery({
    queryKey: ['outbox', personId, seasonId, unitId],
    // A browser that keeps nothing has nothing left.
    queryFn: () =>
      browserOutbox({ personId, seasonId, unitId })
        .list()
        .catch(() => []),
  })
  if (data.length === 0) return null
  const codes = data.map(({ criterionCode }) => criterionCode).join(', ')
  return <p className="notice">{t('assessments.grid.left', { n: data.length, codes })}</p>
}

import { seasons } from '@bangvang/contract/seasons'
import { deadlineFor, hasReached, type Phase, phases } from '@bangvang/core/seasons/season'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useSession } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'

const deadlineOf: Partial<Record<Phase, 'assessment' | 'appraisal' | 'comments'>> = {
  open: 'assessment',
  appraisal: 'appraisal',
  deliberation: 'comments',
}

/** The year's phases: which are past, which it is in, until when. */
export function SeasonSide({ seasonId }: { seasonId: string }) {
  const t = useWords()
  const format = useFormat()
  const { mandate } = useSession()
  const { data: season } = useSuspenseQuery(read(seasons.show, { params: { seasonId } }))
  const chair = season.units.find(({ id }) => id === season.chairUnitId)?.name ?? season.chairUnitId
  const about = (phase: Phase): string => {
    const opened = season.phases.find((one) => one.phase === phase)
    const kind = deadlineOf[phase]
    const due = kind === undefined ? null : deadlineFor(season.deadlines, kind, mandate?.unitId ?? null)
    if (phase === season.phase)
      return due === null ? t('notices.season.now') : t('notices.season.openDue', { date: format.date(due) })
    if (opened !== undefined) return t('notices.season.opened', { date: format.date(opened.at) })
    return hasReached(season.phase, phase) ? t('notices.season.done') : t('notices.season.later')
  }
  return (
    <section>
      <h2>{t('notices.season.title', { year: season.year })}</h2>
      <ol className="phases">
        {phases.map((phase) => {
          const isNow = phase === season.phase
          const look = isNow ? 'now' : hasReached(season.phase, phase) ? 'done' : ''
          return (
            <li key={phase} className={look} aria-current={isNow ? 'step' : undefined}>
              <div>
                <b>{t(`shell.phase.${phase}`)}</b>
                <span className="sm">{about(phase)}</span>
              </div>
            </li>
          )
        })}
      </ol>
      <p className="sm q">{t('notices.season.chair', { unit: chair })}</p>
      <p>
        <Link href={`/seasons/${season.id}`}>{t('notices.season.page')}</Link>
      </p>
    </section>
  )
}

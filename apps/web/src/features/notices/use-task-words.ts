import type { TaskView } from '@bangvang/contract/notices'
import { dayInVietnam } from '@bangvang/core/people/actor'
import { useNow, useSession } from '../../lib/actor.tsx'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { daysLeft } from './owed.ts'

/** The sentences of a task: what it is, when it is due, how long that is. */
export function useTaskWords() {
  const t = useWords()
  const format = useFormat()
  const now = useNow()
  const { seasons, mandate } = useSession()
  const unitOf = (task: TaskView) =>
    task.unitId === mandate?.unitId ? (mandate?.unitName ?? '') : (task.unitId ?? '')
  const yearOf = (task: TaskView) =>
    seasons.find(({ id }) => id === task.seasonId)?.year ?? task.seasonId.slice(-4)
  const dayOf = (at: Date) =>
    dayInVietnam(at).slice(0, 4) === dayInVietnam(now).slice(0, 4) ? format.dayMonth(at) : format.date(at)
  const due = (at: Date) =>
    t('notices.due', { time: format.time(at), weekday: format.weekday(at), day: dayOf(at) })
  const title = (task: TaskView) =>
    t(`notices.kind.${task.kind}`, {
      year: yearOf(task),
      unit: unitOf(task),
      draft: task.draft?.title ?? '',
      n: task.draft?.comment ?? '',
    })
  const left = (at: Date) => {
    const days = daysLeft(at, now)
    if (at < now) return days === 0 ? t('notices.left.lateToday') : t('notices.left.late', { n: -days })
    if (days === 0) return t('notices.left.today')
    return days === 1 ? t('notices.left.day') : t('notices.left.days', { n: days })
  }
  const head = (task: TaskView): string => {
    if (task.due !== null && task.due < now)
      return t('notices.head.overdue', { what: title(task), due: due(task.due) })
    if (task.kind === 'fillIn' && task.left !== null && task.of !== null) {
      const facts = { unit: unitOf(task), left: task.left, of: task.of }
      if (task.left === 0) return t('notices.head.fillInDone', facts)
      return task.due === null
        ? t('notices.head.fillInNoDue', facts)
        : t('notices.head.fillIn', { ...facts, due: due(task.due) })
    }
    return task.due === null
      ? t('notices.head.noDue', { what: title(task) })
      : t('notices.head.due', { what: title(task), due: due(task.due) })
  }
  return { title, dayOf, left, head }
}

import type { TaskView } from '@bangvang/contract/notices'
import { dayInVietnam } from '@bangvang/core/people/actor'

/** Where a task stands among the others: overdue, within a week, in a month, without a deadline, done. */
export type TaskGroup = { kind: 'overdue' | 'week' | 'undated' | 'done' } | { kind: 'month'; at: Date }

/** Whole calendar days in Vietnam from now to a deadline; negative once it is past. */
export function daysLeft(due: Date, now: Date): number {
  return (Date.parse(dayInVietnam(due)) - Date.parse(dayInVietnam(now))) / 86_400_000
}

/** The group a task stands in. */
export function groupOf(task: Pick<TaskView, 'due' | 'isDone'>, now: Date): TaskGroup {
  if (task.isDone) return { kind: 'done' }
  if (task.due === null) return { kind: 'undated' }
  if (task.due < now) return { kind: 'overdue' }
  return daysLeft(task.due, now) <= 7 ? { kind: 'week' } : { kind: 'month', at: task.due }
}

const order = { overdue: 0, week: 1, month: 2, undated: 3, done: 4 } as const
const keyOf = (group: TaskGroup) =>
  group.kind === 'month' ? `month ${dayInVietnam(group.at).slice(0, 7)}` : group.kind

/** Tasks by when they are due: the most pressing group first, within it the nearest deadline. */
export function groupTasks(
  tasks: readonly TaskView[],
  now: Date,
): { key: string; group: TaskGroup; tasks: TaskView[] }[] {
  const groups = new Map<string, { key: string; group: TaskGroup; tasks: TaskView[] }>()
  const byDue = [...tasks].sort((a, b) => (a.due?.getTime() ?? Infinity) - (b.due?.getTime() ?? Infinity))
  for (const task of byDue) {
    const group = groupOf(task, now)
    const key = keyOf(group)
    const held = groups.get(key)
    if (held === undefined) groups.set(key, { key, group, tasks: [task] })
    else held.tasks.push(task)
  }
  return [...groups.values()].sort(
    (a, b) => order[a.group.kind] - order[b.group.kind] || (a.key < b.key ? -1 : 1),
  )
}

/** The page a task is done on. */
export function addressOf(task: Pick<TaskView, 'kind' | 'seasonId' | 'unitId' | 'draft'>): string {
  const season = `/seasons/${task.seasonId}`
  switch (task.kind) {
    case 'fillIn':
    case 'revise':
      return `${season}/assessments/${task.unitId ?? ''}`
    case 'signOff':
      return `${season}/assessments/${task.unitId ?? ''}/submit`
    case 'appraise':
    case 'settleGates':
      return `${season}/board`
    case 'comment':
    case 'answerComments':
    case 'finalize':
    case 'readRanking':
      return `${season}/ranking`
    case 'readCorrection':
      return `${season}/criteria/corrections`
    case 'consult':
    case 'answerDraft':
    case 'mentioned':
      return `${season}/drafts/${task.draft?.id ?? ''}${task.draft?.comment ? `#comment-${task.draft.comment}` : ''}`
    case 'openPhase':
    case 'adoptCriteria':
      return season
  }
}

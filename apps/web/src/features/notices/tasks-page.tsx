import { notices, type TaskView } from '@bangvang/contract/notices'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { Suspense } from 'react'
import { Link } from 'wouter'
import { useNow, useSession } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useSeason } from '../../lib/season.ts'
import { useWords } from '../../lib/words.ts'
import { Heading } from '../../ui/heading.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loading } from '../../ui/loading.tsx'
import { addressOf, groupTasks, type TaskGroup } from './owed.ts'
import { SeasonSide } from './season-side.tsx'
import { TaskRow } from './task-row.tsx'
import { useTaskWords } from './use-task-words.ts'

function Lead({ task }: { task: TaskView }) {
  const t = useWords()
  const isSheet = task.kind === 'fillIn' || task.kind === 'revise'
  const first = task.missing[0]
  const row = isSheet && first !== undefined ? `#${first.criterionCode}` : ''
  return (
    <p className="lead">
      <Link className="btn main" href={addressOf(task) + row}>
        {isSheet ? t('notices.go.fillIn') : t('notices.go.other')}
        <Icon of={ArrowRight} />
      </Link>
      {isSheet ? (
        <Link className="btn" href={`${addressOf(task)}/submit`}>
          {t('notices.go.submitPage')}
        </Link>
      ) : null}
    </p>
  )
}

function GroupTitle({ group }: { group: TaskGroup }) {
  const t = useWords()
  const format = useFormat()
  return (
    <h2>
      {group.kind === 'month'
        ? t('notices.group.month', { month: format.month(group.at) })
        : t(`notices.group.${group.kind}`)}
    </h2>
  )
}

function Kicker() {
  const t = useWords()
  const format = useFormat()
  const now = useNow()
  const season = useSeason()
  return (
    <p className="kicker">
      {t('notices.kicker', { weekday: format.weekday(now), date: format.date(now) }).replace(/^./u, (first) =>
        first.toUpperCase(),
      )}
      {season === null ? null : (
        <>
          {' · '}
          {t(`notices.phaseNow.${season.phase}`, { year: season.year })}
        </>
      )}
    </p>
  )
}

/** The first screen: what I owe, by when, each a link to the very place; and where the year stands. */
export function TasksPage() {
  const t = useWords()
  const now = useNow()
  const { mandate } = useSession()
  const season = useSeason()
  const words = useTaskWords()
  const { data } = useSuspenseQuery(read(notices.tasks, {}))
  const groups = groupTasks(data.items, now)
  const [pressing] = groups.flatMap(({ tasks }) => tasks).filter(({ isDone }) => !isDone)
  const nothing = mandate === null ? t('notices.head.noMandate') : t('notices.head.none')
  return (
    <div className="home">
      <div>
        <Kicker />
        <Heading title={t('notices.title')}>
          {pressing === undefined ? nothing : words.head(pressing)}
        </Heading>
        {mandate === null ? <p>{t('notices.head.noMandateBody')}</p> : null}
        {pressing === undefined ? null : <Lead task={pressing} />}
        {groups.map(({ key, group, tasks }) => (
          <section key={key} className="due">
            <GroupTitle group={group} />
            {tasks.map((task) => (
              <TaskRow key={`${task.kind} ${task.seasonId} ${task.unitId}`} task={task} />
            ))}
          </section>
        ))}
      </div>
      <aside className="side" aria-label={t('shell.nav.season')}>
        {season === null ? null : (
          <Suspense fallback={<Loading rows={5} />}>
            <SeasonSide seasonId={season.id} />
          </Suspense>
        )}
      </aside>
    </div>
  )
}

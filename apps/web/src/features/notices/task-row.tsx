import type { TaskView } from '@bangvang/contract/notices'
import { seasons } from '@bangvang/contract/seasons'
import { findCriterion } from '@bangvang/core/criteria/list'
import { useQuery } from '@tanstack/react-query'
import { Check, Clock, ListTodo, Paperclip, SquareDashed } from 'lucide-react'
import { Link } from 'wouter'
import { useNow } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { Tag } from '../../ui/tag.tsx'
import { addressOf, daysLeft } from './owed.ts'
import { SectionProgress } from './section-progress.tsx'
import { useTaskWords } from './use-task-words.ts'

const shown = 5

function Left({ task }: { task: TaskView }) {
  const t = useWords()
  const words = useTaskWords()
  const now = useNow()
  if (task.isDone)
    return (
      <Tag icon={Check} tone="ok">
        {t('notices.left.done')}
      </Tag>
    )
  if (task.due === null) return <>{t('notices.left.noDue')}</>
  if (daysLeft(task.due, now) > 7) return <>{words.left(task.due)}</>
  return (
    <Tag icon={Clock} tone={task.due < now ? 'err' : 'warn'}>
      {words.left(task.due)}
    </Tag>
  )
}

function Missing({ task }: { task: TaskView }) {
  const t = useWords()
  const format = useFormat()
  const { data } = useQuery(read(seasons.criteria, { params: { seasonId: task.seasonId } }))
  const address = addressOf(task)
  const more = task.missing.length - shown
  return (
    <>
      {data === undefined ? null : <SectionProgress task={task} document={data.document} />}
      <ul className="rows">
        {task.missing.slice(0, shown).map(({ criterionCode, what }) => {
          const criterion =
            data === undefined ? undefined : findCriterion(data.document, criterionCode)?.criterion
          return (
            <li key={`${criterionCode} ${what}`}>
              <Link href={`${address}#${criterionCode}`}>
                <Icon
                  of={what === 'answer' ? SquareDashed : Paperclip}
                  className={what === 'answer' ? '' : 'warn'}
                />
                <span className="q">{criterionCode}</span>
                <span>{criterion === undefined ? '' : format.text(criterion.title)}</span>
                <span className="why">{t(`notices.missing.${what}`)}</span>
              </Link>
            </li>
          )
        })}
        {more > 0 ? (
          <li>
            <Link href={address}>
              <Icon of={ListTodo} />
              <span />
              <span className="pen">{t('notices.missing.more', { n: more })}</span>
              <span />
            </Link>
          </li>
        ) : null}
      </ul>
    </>
  )
}

/** One thing owed: by when, what, what is still missing, how long there is. */
export function TaskRow({ task }: { task: TaskView }) {
  const t = useWords()
  const format = useFormat()
  const words = useTaskWords()
  const hasRows = !task.isDone && task.missing.length > 0
  return (
    <article className="task">
      <div className="when">
        {task.due === null ? null : (
          <>
            <b>{words.dayOf(task.due)}</b>
            <span>
              {format.weekday(task.due)}, {format.time(task.due)}
            </span>
          </>
        )}
      </div>
      <div className="body">
        <h3>
          <Link href={addressOf(task)}>{words.title(task)}</Link>
        </h3>
        {task.isDone ? null : <p className="q">{t(`notices.about.${task.kind}`)}</p>}
        {task.left !== null && task.of !== null && !hasRows && !task.isDone ? (
          <p>{t('notices.left.counted', { left: task.left, of: task.of })}</p>
        ) : null}
        {hasRows ? <Missing task={task} /> : null}
      </div>
      <p className="left">
        <Left task={task} />
      </p>
    </article>
  )
}

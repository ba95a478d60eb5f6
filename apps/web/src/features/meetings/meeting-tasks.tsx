import { type MeetingTaskView, proceedings } from '@bangvang/contract/proceedings'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import type { Room } from './meeting-page.tsx'

function Task({ room, task }: { room: Room; task: MeetingTaskView }) {
  const t = useWords()
  const format = useFormat()
  const change = useWrite(proceedings.changeTask, ['tasks'])
  const { itemId, title, ownerUnitId, ownerName, dueOn, version } = task
  const owner = [task.ownerUnitName, ownerName].filter(Boolean).join(', ')
  return (
    <li>
      <label className="check">
        <input
          type="checkbox"
          checked={task.doneAt !== null}
          disabled={!room.meeting.may.run || change.isPending}
          onChange={({ target }) =>
            change.mutate({
              params: { meetingId: room.meeting.id, taskId: task.id },
              body: { itemId, title, ownerUnitId, ownerName, dueOn, version, isDone: target.checked },
            })
          }
        />
        <span>{title}</span>
      </label>
      <span className="q">
        {[
          owner === '' ? t('meetings.tasks.noOwner') : owner,
          dueOn === null ? null : t('meetings.tasks.dueBy', { day: format.day(dueOn) }),
          task.doneAt === null ? null : t('meetings.tasks.done'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <Refusal error={change.error} />
    </li>
  )
}

function NewTask({ room: { meeting, going } }: { room: Room }) {
  const t = useWords()
  const add = useWrite(proceedings.addTask, ['tasks'])
  const fault = useFaultWords(add.error)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        const element = event.currentTarget
        const text = (name: string) => String(new FormData(element).get(name))
        if (add.isPending) return
        add.mutate(
          {
            params: { meetingId: meeting.id },
            body: {
              itemId: going.currentItemId,
              title: text('title'),
              ownerUnitId: text('unit') || null,
              ownerName: text('person'),
              dueOn: text('due') || null,
            },
          },
          { onSuccess: () => element.reset() },
        )
      }}
    >
      <Field label={t('meetings.tasks.what')} error={fault('#/title')}>
        {(input) => <input {...input} name="title" required maxLength={1000} />}
      </Field>
      <div className="row-2">
        <Field label={t('meetings.tasks.owner')}>
          {(input) => (
            <select {...input} name="unit">
              <option value="">{t('meetings.tasks.noOwner')}</option>
              {meeting.attendance.map(({ unitId, unitName }) => (
                <option key={unitId} value={unitId}>
                  {unitName}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('meetings.tasks.due')} error={fault('#/dueOn')}>
          {(input) => <input {...input} name="due" type="date" />}
        </Field>
      </div>
      <Field label={t('meetings.tasks.person')}>
        {(input) => <input {...input} name="person" maxLength={200} />}
      </Field>
      <Refusal error={add.error} />
      <div className="acts">
        <Button type="submit" isBusy={add.isPending}>
          {t('meetings.tasks.save')}
        </Button>
      </div>
    </form>
  )
}

/** What was given to do, by whom and by when. */
export function MeetingTasks({ room }: { room: Room }) {
  const t = useWords()
  const { meeting, going } = room
  if (going.status === 'planned') return null
  return (
    <section className="meeting-part">
      <h2>{t('meetings.tasks.title')}</h2>
      {going.tasks.length === 0 ? <p className="q">{t('meetings.tasks.none')}</p> : null}
      <ul className="plain-list">
        {going.tasks.map((task) => (
          <Task key={task.id} room={room} task={task} />
        ))}
      </ul>
      {meeting.may.run && going.status === 'running' ? <NewTask room={room} /> : null}
    </section>
  )
}

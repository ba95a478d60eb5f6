import { type ContributionView, proceedings } from '@bangvang/contract/proceedings'
import { Gavel, MessageSquare } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Room } from './meeting-page.tsx'

type Kind = ContributionView['kind']

function Change({ room, said, onDone }: { room: Room; said: ContributionView; onDone: () => void }) {
  const t = useWords()
  const change = useWrite(proceedings.changeContribution)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        const body = { body: String(new FormData(event.currentTarget).get('body')), version: said.version }
        if (!change.isPending)
          change.mutate(
            { params: { meetingId: room.meeting.id, contributionId: said.id }, body },
            { onSuccess: onDone },
          )
      }}
    >
      <Field label={t('meetings.said.editOf', { n: said.number })}>
        {(input) => <textarea {...input} name="body" rows={3} required defaultValue={said.body} />}
      </Field>
      <Refusal error={change.error} />
      <div className="acts">
        <Button type="submit" isSmall kind="main" isBusy={change.isPending}>
          {t('meetings.said.save')}
        </Button>
        <Button isSmall onClick={onDone}>
          {t('shell.cancel')}
        </Button>
      </div>
    </form>
  )
}

function Contribution({ room, said }: { room: Room; said: ContributionView }) {
  const t = useWords()
  const format = useFormat()
  const [isChanging, setChanging] = useState(false)
  const about = room.meeting.agenda.find(({ id }) => id === said.itemId)
  return (
    <li className={`said ${said.kind}`}>
      <p className="said-head">
        <b>{[said.byName, said.byUnitName].filter(Boolean).join(', ')}</b>
        {said.kind === 'conclusion' ? (
          <Tag icon={Gavel} tone="pen">
            {t('meetings.said.conclusion')}
          </Tag>
        ) : null}
        <span className="q">
          {[
            about === undefined ? null : `${about.position}. ${about.title}`,
            format.time(said.at),
            said.enteredBy === said.byName ? null : t('meetings.said.entered', { by: said.enteredBy }),
            said.editedAt === null ? null : t('meetings.said.edited', { at: format.time(said.editedAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {said.mayEdit && !isChanging ? (
          <Button
            isSmall
            kind="quiet"
            aria-label={t('meetings.said.editOf', { n: said.number })}
            onClick={() => setChanging(true)}
          >
            {t('meetings.said.edit')}
          </Button>
        ) : null}
      </p>
      {isChanging ? (
        <Change room={room} said={said} onDone={() => setChanging(false)} />
      ) : (
        <p className="said-body">{said.body}</p>
      )}
    </li>
  )
}

function SpeakerField({ room: { meeting } }: { room: Room }) {
  const t = useWords()
  return (
    <Field label={t('meetings.said.by')}>
      {(input) => (
        <select {...input} name="unit">
          <option value="">{t('meetings.said.self')}</option>
          {meeting.attendance.map(({ unitId, unitName }) => (
            <option key={unitId} value={unitId}>
              {unitName}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function Write({ room }: { room: Room }) {
  const t = useWords()
  const { meeting, going } = room
  const contribute = useWrite(proceedings.contribute)
  const send = (element: HTMLFormElement, kind: Kind) => {
    const form = new FormData(element)
    const unit = meeting.attendance.find(({ unitId }) => unitId === String(form.get('unit')))
    const speaker =
      unit === undefined ? null : { name: unit.people[0]?.name ?? unit.unitName, unitId: unit.unitId }
    contribute.mutate(
      {
        params: { meetingId: meeting.id },
        body: { itemId: going.currentItemId, kind, body: String(form.get('body')), speaker },
      },
      { onSuccess: () => element.reset() },
    )
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        const kind: Kind =
          (submitter as HTMLButtonElement | null)?.value === 'conclusion' ? 'conclusion' : 'comment'
        if (!contribute.isPending) send(event.currentTarget, kind)
      }}
    >
      <Field label={t('meetings.said.write')}>
        {(input) => <textarea {...input} name="body" rows={3} required maxLength={8000} />}
      </Field>
      {meeting.may.run ? <SpeakerField room={room} /> : null}
      <Refusal error={contribute.error} />
      <div className="acts">
        <Button type="submit" value="comment" isBusy={contribute.isPending}>
          {t('meetings.said.add')}
        </Button>
        {meeting.may.run ? (
          <Button type="submit" value="conclusion" kind="main" isBusy={contribute.isPending}>
            {t('meetings.said.conclude')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

/** What was said, as it is typed, with the conclusions of the chair. */
export function Said({ room }: { room: Room }) {
  const t = useWords()
  const { meeting, going } = room
  const mayWrite = going.status === 'running' && (meeting.may.run || meeting.may.commentFor !== null)
  if (going.status === 'planned') return null
  return (
    <section className="meeting-part">
      <h2>{t('meetings.said.title')}</h2>
      {going.contributions.length === 0 ? (
        <Tag icon={MessageSquare} tone="q">
          {t('meetings.said.none')}
        </Tag>
      ) : null}
      <ol className="said-list">
        {going.contributions.map((said) => (
          <Contribution key={said.id} room={room} said={said} />
        ))}
      </ol>
      {mayWrite ? <Write room={room} /> : null}
    </section>
  )
}

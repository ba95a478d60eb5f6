import { type MeetingView, meetings } from '@bangvang/contract/meetings'
import { type ProceedingsView, proceedings } from '@bangvang/contract/proceedings'
import { useSuspenseQueries } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { read, useWrite } from '../../lib/api.ts'
import { useSeasonEvents } from '../../lib/events.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Agenda } from './agenda.tsx'
import { Attendance } from './attendance.tsx'
import { MeetingFiles } from './meeting-files.tsx'
import { ChangeMeetingDialog } from './meeting-form.tsx'
import { MeetingTasks } from './meeting-tasks.tsx'
import { MeetingStatusTag } from './meetings-page.tsx'
import { Quorum } from './quorum.tsx'
import type { VotesOf } from './routes.tsx'
import { Said } from './said.tsx'
import { Speakers } from './speakers.tsx'

function Facts({ meeting }: { meeting: MeetingView }) {
  const t = useWords()
  const format = useFormat()
  const { startsAt, endsAt, startedAt, endedAt } = meeting
  const officer = (name: string, unitId: string | null) =>
    [name, meeting.attendance.find((unit) => unit.unitId === unitId)?.unitName].filter(Boolean).join(', ')
  return (
    <dl className="facts">
      <dt>{t('meetings.facts.time')}</dt>
      <dd>
        {`${format.weekday(startsAt)}, ${format.dateTime(startsAt)}`}
        {endsAt === null ? '' : ` – ${format.time(endsAt)}`}
        {startedAt === null ? '' : ` · ${t('meetings.facts.began', { at: format.time(startedAt) })}`}
        {endedAt === null ? '' : ` · ${t('meetings.facts.ended', { at: format.time(endedAt) })}`}
      </dd>
      <dt>{t('meetings.facts.place')}</dt>
      <dd>
        {meeting.place}
        {meeting.onlineLink === '' ? null : (
          <>
            {' '}
            <a href={meeting.onlineLink} rel="noreferrer" target="_blank">
              {t('meetings.facts.online')}
            </a>
          </>
        )}
      </dd>
      <dt>{t('meetings.facts.chair')}</dt>
      <dd>{officer(meeting.chair.name, meeting.chair.unitId)}</dd>
      <dt>{t('meetings.facts.secretary')}</dt>
      <dd>{meeting.secretary.name}</dd>
    </dl>
  )
}

function Acts({ meeting }: { meeting: MeetingView }) {
  const t = useWords()
  const [, go] = useLocation()
  const [isChanging, setChanging] = useState(false)
  const start = useWrite(meetings.start)
  const end = useWrite(meetings.end)
  const remove = useWrite(meetings.remove)
  const params = { meetingId: meeting.id }
  const base = `/seasons/${meeting.seasonId}/meetings`
  const { run } = meeting.may
  return (
    <>
      <div className="acts no-print">
        {run && meeting.status === 'planned' ? (
          <Button kind="main" isBusy={start.isPending} onClick={() => start.mutate({ params })}>
            {t('meetings.facts.start')}
          </Button>
        ) : null}
        {run && meeting.status === 'running' ? (
          <Button kind="main" isBusy={end.isPending} onClick={() => end.mutate({ params })}>
            {t('meetings.facts.end')}
          </Button>
        ) : null}
        <Link className="btn" href={`${base}/${meeting.id}/projector`}>
          {t('meetings.facts.projector')}
        </Link>
        {meeting.status === 'closed' ? (
          <Link className="btn" href={`${base}/${meeting.id}/minutes`}>
            {t('meetings.facts.minutes')}
          </Link>
        ) : null}
        <a className="btn quiet" href={`/api/meetings/${meeting.id}/invitation.ics`} download>
          {t('meetings.facts.calendar')}
        </a>
        {run && meeting.status !== 'closed' ? (
          <Button onClick={() => setChanging(true)}>{t('meetings.facts.edit')}</Button>
        ) : null}
        {run && meeting.status === 'planned' ? (
          <Button
            kind="quiet"
            isBusy={remove.isPending}
            onClick={() => remove.mutate({ params }, { onSuccess: () => go(base) })}
          >
            {t('meetings.facts.remove')}
          </Button>
        ) : null}
      </div>
      <Refusal error={start.error ?? end.error ?? remove.error} />
      {isChanging ? (
        <Suspense fallback={<Loading rows={3} />}>
          <ChangeMeetingDialog meeting={meeting} onClose={() => setChanging(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** What the parts of the page are about: the meeting as it is planned, and what goes on. */
export type Room = { meeting: MeetingView; going: ProceedingsView }

type Props = { seasonId: string; meetingId: string; votesOf: VotesOf }

/** A meeting: prepared, run and followed on one page, live for everyone. */
export function MeetingPage({ seasonId, meetingId, votesOf }: Props) {
  const t = useWords()
  useSeasonEvents(seasonId)
  const params = { meetingId }
  const [meeting, going] = useSuspenseQueries({
    queries: [read(meetings.show, { params }), read(proceedings.show, { params })],
  })
  const room: Room = { meeting: meeting.data, going: going.data }
  const { quorum } = going.data
  return (
    <div className="reading wide meeting-page">
      <p className="kicker">
        <Link href={`/seasons/${seasonId}/meetings`}>{t('meetings.title')}</Link>
        {' · '}
        {t(`meetings.kind.${meeting.data.kind}`)}
      </p>
      <Heading title={meeting.data.title} />
      <p className="meeting-state">
        <MeetingStatusTag status={meeting.data.status} />
        <Quorum quorum={quorum} />
      </p>
      <Facts meeting={meeting.data} />
      <Acts meeting={meeting.data} />
      <div className="meeting-grid">
        <div>
          <Agenda room={room} votesOf={votesOf} />
          <Said room={room} />
          <MeetingTasks room={room} />
        </div>
        <div>
          <Speakers room={room} />
          <Attendance meeting={meeting.data} />
          <MeetingFiles meeting={meeting.data} />
        </div>
      </div>
    </div>
  )
}

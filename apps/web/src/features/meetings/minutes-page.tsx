import { ApiProblem } from '@bangvang/contract/client'
import { meetings } from '@bangvang/contract/meetings'
import { type MinutesView, minutes } from '@bangvang/contract/minutes'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { read, useWrite } from '../../lib/api.ts'
import { useSeasonEvents } from '../../lib/events.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Addenda } from './addenda.tsx'
import { MinutesText } from './minutes-text.tsx'
import { Signing } from './signing.tsx'

type Props = { seasonId: string; meetingId: string }

function Written({ seasonId, view }: { seasonId: string; view: MinutesView }) {
  const t = useWords()
  const format = useFormat()
  const write = useWrite(minutes.write)
  const approve = useWrite(minutes.approve)
  const sendOut = useWrite(minutes.sendOut, ['drafts', 'seasons'])
  const [, go] = useLocation()
  const params = { meetingId: view.meetingId }
  const addressOf = (draftId: string) => `/seasons/${seasonId}/drafts/${draftId}`
  const { may, approved } = view
  return (
    <>
      <p className="meeting-state">
        <b>{t(`meetings.minutes.status.${view.status}`)}</b>
        {approved === null ? null : (
          <span className="q">
            {t('meetings.minutes.approved', { by: approved.byName, at: format.dateTime(approved.at) })}
          </span>
        )}
      </p>
      <div className="acts no-print">
        {may.rewrite ? (
          <Button isBusy={write.isPending} onClick={() => write.mutate({ params })}>
            {t('meetings.minutes.rewrite')}
          </Button>
        ) : null}
        {may.approve ? (
          <Button
            kind="main"
            isBusy={approve.isPending}
            onClick={() => approve.mutate({ params, body: { revision: view.revision, ballotId: null } })}
          >
            {t('meetings.minutes.approve')}
          </Button>
        ) : null}
        {may.sendOut && view.draftId === null ? (
          <Button
            isBusy={sendOut.isPending}
            onClick={() =>
              sendOut.mutate(
                { params },
                { onSuccess: ({ draftId }) => (draftId === null ? undefined : go(addressOf(draftId))) },
              )
            }
          >
            {t('meetings.minutes.sendOut')}
          </Button>
        ) : null}
        {(['docx', 'pdf'] as const).map((format) => (
          <a
            key={format}
            className="btn quiet"
            href={`/api/seasons/${seasonId}/papers/minutes?format=${format}&meetingId=${view.meetingId}`}
            download
          >
            {t(`meetings.minutes.paper.${format}`)}
          </a>
        ))}
        {view.draftId === null ? null : (
          <Link className="btn" href={addressOf(view.draftId)}>
            {t('meetings.minutes.draft')}
          </Link>
        )}
      </div>
      <Refusal error={write.error ?? approve.error ?? sendOut.error} />
      <MinutesText view={view} />
      <Signing view={view} />
      <Addenda view={view} />
    </>
  )
}

function Unwritten({ meetingId }: { meetingId: string }) {
  const t = useWords()
  const write = useWrite(minutes.write)
  const { data: meeting } = useSuspenseQuery(read(meetings.show, { params: { meetingId } }))
  return (
    <>
      <Empty
        act={
          meeting.may.run && meeting.status === 'closed' ? (
            <Button
              kind="main"
              isBusy={write.isPending}
              onClick={() => write.mutate({ params: { meetingId } })}
            >
              {t('meetings.minutes.write')}
            </Button>
          ) : undefined
        }
      >
        {t('meetings.minutes.none')}
      </Empty>
      <Refusal error={write.error} />
    </>
  )
}

/** The minutes: written from the meeting, edited, approved, signed by chair and secretary, locked. */
export function MinutesPage({ seasonId, meetingId }: Props) {
  const t = useWords()
  useSeasonEvents(seasonId)
  const { data: meeting } = useSuspenseQuery(read(meetings.show, { params: { meetingId } }))
  const written = useQuery({ ...read(minutes.show, { params: { meetingId } }), retry: false })
  const isMissing = written.error instanceof ApiProblem && written.error.code === 'not-found'
  if (written.error !== null && !isMissing) throw written.error
  return (
    <div className="reading minutes-page">
      <p className="kicker">
        <Link href={`/seasons/${seasonId}/meetings/${meetingId}`}>{t('meetings.minutes.back')}</Link>
      </p>
      <Heading title={t('meetings.minutes.titleOf', { title: meeting.title })} />
      {isMissing ? <Unwritten meetingId={meetingId} /> : null}
      {written.data === undefined ? (
        isMissing ? null : (
          <Loading rows={6} />
        )
      ) : (
        <Written seasonId={seasonId} view={written.data} />
      )}
    </div>
  )
}

import { type MeetingSummary, meetings } from '@bangvang/contract/meetings'
import { meetingStatuses } from '@bangvang/core/meetings/meeting'
import { useSuspenseQuery } from '@tanstack/react-query'
import { CalendarClock, Check, Radio } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import type { z } from 'zod'
import { read } from '../../lib/api.ts'
import { useSeasonEvents } from '../../lib/events.ts'
import { matches, useFormat } from '../../lib/format.ts'
import { useSeason } from '../../lib/season.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Field } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { SortHeads, type SortValue, useSorted } from '../../ui/sorted.tsx'
import { Tag } from '../../ui/tag.tsx'
import { NewMeetingDialog } from './meeting-form.tsx'

type Summary = z.infer<typeof MeetingSummary>
const columns = ['title', 'startsAt', 'place', 'status', 'items'] as const
type Column = (typeof columns)[number]

const keyOf = (meeting: Summary, column: Column): SortValue => {
  switch (column) {
    case 'title':
      return meeting.title
    case 'place':
      return meeting.place
    case 'startsAt':
      return meeting.startsAt.getTime()
    case 'status':
      return meetingStatuses.indexOf(meeting.status)
    case 'items':
      return meeting.itemCount
  }
}

const looks = {
  planned: { icon: CalendarClock, tone: 'q' },
  running: { icon: Radio, tone: 'pen' },
  closed: { icon: Check, tone: 'ok' },
} as const

/** Where a meeting stands: planned, under way or ended. */
export function MeetingStatusTag({ status }: { status: Summary['status'] }) {
  const t = useWords()
  return <Tag {...looks[status]}>{t(`meetings.status.${status}`)}</Tag>
}

function Line({ meeting }: { meeting: Summary }) {
  const t = useWords()
  const format = useFormat()
  return (
    <tr>
      <td className="meeting-name">
        <Link href={`/seasons/${meeting.seasonId}/meetings/${meeting.id}`}>{meeting.title}</Link>
        <br />
        <small className="q">{t(`meetings.kind.${meeting.kind}`)}</small>
      </td>
      <td>{format.dateTime(meeting.startsAt)}</td>
      <td>{meeting.place}</td>
      <td>
        <MeetingStatusTag status={meeting.status} />
      </td>
      <td className="r">{meeting.itemCount}</td>
    </tr>
  )
}

/** The meetings of a season, newest first; chair and secretary plan another. */
export function MeetingsPage({ seasonId }: { seasonId: string }) {
  const t = useWords()
  const format = useFormat()
  const season = useSeason()
  useSeasonEvents(seasonId)
  const [sought, setSought] = useState('')
  const [isPlanning, setPlanning] = useState(false)
  const { data } = useSuspenseQuery(read(meetings.list, { query: { seasonId } }))
  const found = data.items.filter(({ title, place }) => matches(`${title} ${place}`, sought))
  const { sorted, sorting } = useSorted(found, {
    keyOf,
    compare: format.compare,
    first: { column: 'startsAt', isDown: true },
  })
  return (
    <div className="reading wide">
      <p className="kicker">{t('meetings.kicker', { year: season?.year ?? '' })}</p>
      <Heading title={t('meetings.title')} />
      <section>
        <div className="filters">
          <Field label={t('meetings.find')}>
            {(input) => (
              <input
                {...input}
                type="search"
                value={sought}
                onChange={({ target }) => setSought(target.value)}
              />
            )}
          </Field>
          {data.mayPrepare ? (
            <Button kind="main" onClick={() => setPlanning(true)}>
              {t('meetings.new.act')}
            </Button>
          ) : null}
        </div>
        {sorted.length === 0 ? <Empty>{t('meetings.none')}</Empty> : null}
        <Scroll label={t('meetings.title')}>
          <table className="table">
            <thead>
              <tr>
                <SortHeads
                  columns={columns}
                  sorting={sorting}
                  nameOf={(column) => t(`meetings.column.${column}`)}
                />
              </tr>
            </thead>
            <tbody>
              {sorted.map((meeting) => (
                <Line key={meeting.id} meeting={meeting} />
              ))}
            </tbody>
          </table>
        </Scroll>
      </section>
      {isPlanning ? (
        <Suspense fallback={<Loading rows={3} />}>
          <NewMeetingDialog seasonId={seasonId} onClose={() => setPlanning(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}

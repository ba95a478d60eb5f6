import { type ProjectorView, proceedings } from '@bangvang/contract/proceedings'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useNow } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { useSeasonEvents } from '../../lib/events.ts'
import { useFormat } from '../../lib/format.ts'
import { useTick } from '../../lib/use-tick.ts'
import { useWords } from '../../lib/words.ts'
import { Heading } from '../../ui/heading.tsx'
import { Icon } from '../../ui/icon.tsx'
import './projector.css'
import { Quorum } from './quorum.tsx'
import { SpeechTimer } from './speakers.tsx'

function Clock() {
  useTick()
  return <span>{useFormat().time(useNow())}</span>
}

function WallItem({ item, isNow }: { item: ProjectorView['agenda'][number]; isNow: boolean }) {
  const t = useWords()
  const format = useFormat()
  const { position, title, kind, endedAt, minutes } = item
  const isDone = !isNow && endedAt !== null
  const planned =
    minutes === null ? t(`meetings.agenda.kinds.${kind}`) : t('meetings.agenda.minutes', { n: minutes })
  const past = endedAt === null ? planned : t('meetings.agenda.done', { at: format.time(endedAt) })
  return (
    <li className={isNow ? 'now' : isDone ? 'done' : ''} aria-current={isNow ? 'step' : undefined}>
      <span>{isDone ? <Icon of={Check} /> : position}</span>
      <span>
        {title}
        <small>{isNow ? t('meetings.agenda.current') : past}</small>
      </span>
    </li>
  )
}

function AgendaSide({ wall }: { wall: ProjectorView }) {
  const t = useWords()
  return (
    <aside className="agenda">
      <h2>{t('meetings.projector.agenda')}</h2>
      <ol>
        {wall.agenda.map((item) => (
          <WallItem key={item.id} item={item} isNow={item.id === wall.currentItemId} />
        ))}
      </ol>
    </aside>
  )
}

function Speaking({ wall }: { wall: ProjectorView }) {
  const t = useWords()
  if (wall.speaking === null && wall.waiting.length === 0) return null
  const nameOf = ({ name, unitName }: { name: string; unitName: string | null }) =>
    [name, unitName].filter(Boolean).join(', ')
  return (
    <section className="wall-speaker">
      {wall.speaking === null ? null : (
        <p>
          <small>{t('meetings.projector.speaking')}</small>
          <b>{nameOf(wall.speaking)}</b>
          <SpeechTimer speech={wall.speaking} />
        </p>
      )}
      {wall.waiting.length === 0 ? null : (
        <p className="q">{t('meetings.projector.next', { names: wall.waiting.map(nameOf).join('; ') })}</p>
      )}
    </section>
  )
}

function Conclusions({ wall }: { wall: ProjectorView }) {
  const t = useWords()
  return wall.conclusions.map(({ id, body }) => (
    <blockquote key={id} className="wall-conclusion">
      <small>{t('meetings.said.conclusion')}</small>
      {body}
    </blockquote>
  ))
}

function Floor({ wall, voteOf }: { wall: ProjectorView; voteOf: Props['voteOf'] }) {
  const t = useWords()
  const current = wall.agenda.find(({ id }) => id === wall.currentItemId)
  const waiting =
    wall.status === 'planned'
      ? t('meetings.projector.waiting')
      : wall.status === 'closed'
        ? t('meetings.projector.closed')
        : t('meetings.projector.between')
  if (wall.ballot !== null && (wall.ballot.status === 'open' || wall.ballot.itemId === wall.currentItemId))
    return (
      <>
        {voteOf(wall)}
        <Conclusions wall={wall} />
        <Speaking wall={wall} />
      </>
    )
  return (
    <>
      <p className="base">{current === undefined ? '' : t(`meetings.agenda.kinds.${current.kind}`)}</p>
      <p className="ask">{current?.title ?? waiting}</p>
      <Speaking wall={wall} />
      <Conclusions wall={wall} />
    </>
  )
}

type Props = { seasonId: string; meetingId: string; voteOf: (wall: ProjectorView) => ReactNode }

/** The meeting on a wall: large type, one thing at a time, following the chair. */
export function ProjectorPage({ seasonId, meetingId, voteOf }: Props) {
  const t = useWords()
  const format = useFormat()
  const { isLost } = useSeasonEvents(seasonId)
  const { data: wall } = useSuspenseQuery(read(proceedings.projector, { params: { meetingId } }))
  return (
    <div className="hall">
      <header className="hall-top">
        <Heading title={t('meetings.projector.title', { title: wall.title })}>
          {[wall.title, wall.place, `${format.weekday(wall.startsAt)} ${format.date(wall.startsAt)}`]
            .filter(Boolean)
            .join(', ')}
        </Heading>
        <div className="clock">
          <Quorum quorum={wall.quorum} />
          <Clock />
        </div>
      </header>
      <div className="hall-mid">
        <AgendaSide wall={wall} />
        <section className="floor" aria-live="polite">
          <Floor wall={wall} voteOf={voteOf} />
        </section>
      </div>
      <footer className="hall-bot no-print">
        <span role="status">{isLost ? t('meetings.projector.lost') : ''}</span>
        <Link href={`/seasons/${seasonId}/meetings/${meetingId}`}>{t('meetings.projector.back')}</Link>
      </footer>
    </div>
  )
}

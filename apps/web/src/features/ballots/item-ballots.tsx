import { ballots } from '@bangvang/contract/ballots'
import type { MeetingView } from '@bangvang/contract/meetings'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { BallotCard } from './ballot-card.tsx'
import './ballots.css'
import { PrepareDialog } from './prepare-dialog.tsx'
import type { Seat } from './vote-seats.tsx'

type Props = { meeting: MeetingView; itemId: string }

/** The units of a meeting as seats, with what was noted of a substitute. */
export function seatsOf({ attendance }: Pick<MeetingView, 'attendance'>): Seat[] {
  return attendance.map(({ unitId, unitName, state, authorization }) => ({
    id: unitId,
    name: unitName,
    note: authorization === null ? null : `${authorization.name} (${authorization.paperNumber})`,
    isThere: state !== 'absent',
  }))
}

/** The votes on one item of the agenda; chair and secretary prepare another. */
export function ItemBallots({ meeting, itemId }: Props) {
  const t = useWords()
  const [isPreparing, setPreparing] = useState(false)
  const { data } = useSuspenseQuery(read(ballots.list, { query: { meetingId: meeting.id } }))
  const shown = data.items.filter((ballot) => ballot.itemId === itemId)
  const mayPrepare = meeting.may.run && meeting.status !== 'closed'
  if (shown.length === 0 && !mayPrepare) return null
  return (
    <section className="item-ballots">
      <h3>{t('ballots.title')}</h3>
      {shown.length === 0 ? <p className="q">{t('ballots.none')}</p> : null}
      {shown.map((ballot) => (
        <BallotCard key={ballot.id} ballot={ballot} seats={seatsOf(meeting)} />
      ))}
      {mayPrepare ? <Button onClick={() => setPreparing(true)}>{t('ballots.prepare.act')}</Button> : null}
      {isPreparing ? (
        <PrepareDialog meeting={meeting} itemId={itemId} onClose={() => setPreparing(false)} />
      ) : null}
    </section>
  )
}

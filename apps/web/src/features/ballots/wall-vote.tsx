import type { ProjectorView } from '@bangvang/contract/proceedings'
import { useWords } from '../../lib/words.ts'
import { VoteCount, VoteTimer } from './ballot-card.tsx'
import { RoundResult } from './ballot-result.tsx'
import { presentRound, useQuestionWords } from './question-words.ts'
import { VoteSeats } from './vote-seats.tsx'

/** A vote on the wall: the question in large type, the clock, the hands, and what it decided. */
export function WallVote({ wall }: { wall: ProjectorView }) {
  const t = useWords()
  const words = useQuestionWords()
  const { ballot } = wall
  if (ballot === null) return null
  const round = presentRound(ballot)
  const seats = wall.units.map(({ id, name, isChair, state, paperNumber }) => ({
    id,
    name,
    note: isChair
      ? t('meetings.projector.chair')
      : paperNumber === null
        ? null
        : t('meetings.attendance.by', { number: paperNumber }),
    isThere: state !== 'absent',
  }))
  return (
    <>
      <div className="q-row">
        <div>
          <p className="base">
            {[t('ballots.open'), words.seats(round.question)].filter(Boolean).join('. ')}
          </p>
          <p className="ask">{ballot.title}</p>
        </div>
        {ballot.status === 'open' && round.endsAt !== null ? <VoteTimer endsAt={round.endsAt} /> : null}
      </div>
      {ballot.showsVotes || ballot.status === 'closed' ? <VoteCount round={round} /> : null}
      <RoundResult ballot={ballot} round={round} />
      {ballot.status === 'prepared' ? null : <VoteSeats round={round} seats={seats} />}
    </>
  )
}

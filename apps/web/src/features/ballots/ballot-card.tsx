import { memberUnitOf } from '@bangvang/core/meetings/policy'
import { Check, Ellipsis, Slash, Vote, X } from 'lucide-react'
import { useActor, useNow } from '../../lib/actor.tsx'
import { spanText, useTick } from '../../lib/use-tick.ts'
import { useWords } from '../../lib/words.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { BallotActs } from './ballot-acts.tsx'
import { RoundResult } from './ballot-result.tsx'
import { type Ballot, presentRound, type Round, useQuestionWords } from './question-words.ts'
import { VoteForm } from './vote-form.tsx'
import { type Seat, VoteSeats } from './vote-seats.tsx'

/** The clock of a vote with a time given: it warns, and closes nothing. */
export function VoteTimer({ endsAt }: { endsAt: Date }) {
  useTick()
  const t = useWords()
  const left = endsAt.getTime() - useNow().getTime()
  return (
    <p className="timer" role="timer">
      <b>{spanText(left)}</b>
      <span>{left > 0 ? t('ballots.left') : t('ballots.over')}</span>
    </p>
  )
}

/** How many said what so far, and what is needed; only where votes are shown as hands are. */
export function VoteCount({ round }: { round: Round }) {
  const t = useWords()
  const words = useQuestionWords()
  if (round.question.kind !== 'yesNo') return null
  const of = (say: string) => round.votes.filter(({ choice }) => choice === say).length
  const cells = [
    { key: 'yes', icon: Check, tone: 'ok', n: of('yes'), label: t('ballots.choice.yes') },
    { key: 'no', icon: X, tone: 'err', n: of('no'), label: t('ballots.choice.no') },
    { key: 'abstain', icon: Slash, tone: 'q', n: of('abstain'), label: t('ballots.choice.abstain') },
    { key: 'waiting', icon: Ellipsis, tone: 'q', n: round.waiting.length, label: t('ballots.waiting') },
  ] as const
  return (
    <div className="count" role="status">
      {cells.map(({ key, icon, tone, n, label }) => (
        <div key={key}>
          <b>{n}</b>
          <Tag icon={icon} tone={tone}>
            {label}
          </Tag>
          {key === 'yes' ? (
            <small className="need">{words.needed(round.question, round.quorum)}</small>
          ) : null}
        </div>
      ))}
    </div>
  )
}

const tones: Record<Ballot['status'], Tone> = { prepared: 'q', open: 'pen', closed: 'ok', cancelled: 'err' }

/** One open vote: what is asked, who voted how, what it decided, and what the reader may do. */
export function BallotCard({ ballot, seats }: { ballot: Ballot; seats: readonly Seat[] }) {
  const t = useWords()
  const words = useQuestionWords()
  const actor = useActor()
  const round = presentRound(ballot)
  const voteFor = ballot.may.voteFor
  const isOpen = ballot.status === 'open'
  // Once its vote is in, the unit may vote no more, and reads what it sent.
  const own = voteFor ?? memberUnitOf(actor, ballot.seasonId)
  const isMine = own !== null && (voteFor !== null || round.votes.some(({ unitId }) => unitId === own))
  return (
    <article className="ballot" id={`ballot-${ballot.id}`}>
      <header>
        <div>
          <p className="q">
            {t('ballots.open')}
            {ballot.rounds.length > 1 ? ` · ${t('ballots.round', { n: round.round })}` : ''}
          </p>
          <h4>{ballot.title}</h4>
        </div>
        <Tag icon={Vote} tone={tones[ballot.status]}>
          {t(`ballots.status.${ballot.status}`)}
        </Tag>
        {isOpen && round.endsAt !== null ? <VoteTimer endsAt={round.endsAt} /> : null}
      </header>
      <p className="q">
        {[words.seats(round.question), `${words.needed(round.question, round.quorum)}`]
          .filter(Boolean)
          .join(' ')}
      </p>
      {isOpen && ballot.showsVotes ? <VoteCount round={round} /> : null}
      {isOpen && isMine ? <VoteForm ballot={ballot} unitId={own} /> : null}
      {ballot.rounds.map((one) => (
        <RoundResult key={one.round} ballot={ballot} round={one} />
      ))}
      {ballot.chairDecision === null ? null : (
        <p>
          {t('ballots.result.chair', {
            names: ballot.chairDecision.options.join(', '),
            reason: ballot.chairDecision.reason,
          })}
        </p>
      )}
      {ballot.cancelled === null ? null : (
        <p>{t('ballots.result.cancelled', { reason: ballot.cancelled.reason })}</p>
      )}
      {round.status === 'prepared' ? null : <VoteSeats round={round} seats={seats} />}
      <BallotActs ballot={ballot} seats={seats} />
    </article>
  )
}

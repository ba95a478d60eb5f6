import type { LucideIcon } from 'lucide-react'
import { Check, Ellipsis, Minus, Slash, X } from 'lucide-react'
import { useWords } from '../../lib/words.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { type Round, useQuestionWords } from './question-words.ts'

export type Seat = { id: string; name: string; note: string | null; isThere: boolean }

const looks: Record<string, { icon: LucideIcon; tone: Tone }> = {
  yes: { icon: Check, tone: 'ok' },
  no: { icon: X, tone: 'err' },
  abstain: { icon: Slash, tone: 'q' },
}

/** How each unit voted, as in a show of hands: beside its name, in the cluster's order. */
export function VoteSeats({ round, seats }: { round: Round; seats: readonly Seat[] }) {
  const t = useWords()
  const words = useQuestionWords()
  const stateOf = ({ id, isThere }: Seat) => {
    const vote = round.votes.find(({ unitId }) => unitId === id)
    if (vote === undefined)
      return isThere
        ? { icon: Ellipsis, tone: 'q' as const, words: t('ballots.waiting') }
        : { icon: Minus, tone: 'q' as const, words: t('ballots.absent') }
    if (vote.isHidden) return { icon: Check, tone: 'pen' as const, words: t('ballots.hidden') }
    const look = (typeof vote.choice === 'string' ? looks[vote.choice] : undefined) ?? {
      icon: vote.choice === null ? X : Check,
      tone: vote.choice === null ? ('err' as const) : ('pen' as const),
    }
    return { ...look, words: words.choice(vote.choice) }
  }
  return (
    <ul className="seats">
      {seats.map((seat) => {
        const { icon, tone, words: said } = stateOf(seat)
        return (
          <li key={seat.id}>
            <span>
              {seat.name}
              {seat.note === null ? null : <small>{seat.note}</small>}
            </span>
            <Tag icon={icon} tone={tone}>
              {said}
            </Tag>
          </li>
        )
      })}
    </ul>
  )
}

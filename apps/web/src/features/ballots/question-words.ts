import type { BallotView, RoundView } from '@bangvang/contract/ballots'
import type { QuorumView } from '@bangvang/contract/meetings'
import { type Base, parseShare, type Question, type Threshold } from '@bangvang/core/ballots/question'
import type { z } from 'zod'
import { useWords } from '../../lib/words.ts'

export type Ballot = z.infer<typeof BallotView>
export type Round = z.infer<typeof RoundView>
export type Choice = NonNullable<Round['votes'][number]['choice']>

/** The present round: the last one. */
export function presentRound({ rounds }: Ballot): Round {
  const round = rounds.at(-1)
  if (round === undefined) throw new Error('a ballot has a round')
  return round
}

/** The least number of votes that meets a threshold over a base (tally.md "The question"). */
export function neededVotes({ share, test }: Pick<Threshold, 'share' | 'test'>, base: number): number {
  const [part, whole] = parseShare(share) ?? [1, 1]
  const product = part * base
  return test === 'atLeast' ? Math.ceil(product / whole) : Math.floor(product / whole) + 1
}

/** The names that can be chosen; none where the answer is yes or no. */
export const optionsOf = (question: Question): readonly string[] =>
  question.kind === 'yesNo' ? [] : question.options

/** The sentences of a question: how it is decided, and what a choice says. */
export function useQuestionWords() {
  const t = useWords()
  const rule = ({ share, test, of }: { share: string; test: Threshold['test']; of: Base }) =>
    t(`ballots.rule.${test}`, { share, base: t(`ballots.base.${of}`) })
  const needed = (question: Question, { base }: QuorumView): string => {
    const { threshold } = question
    if (threshold.of !== 'members') return t('ballots.rule.threshold', { rule: rule(threshold) })
    return t('ballots.rule.needed', {
      needed: neededVotes(threshold, base),
      of: base,
      rule: rule(threshold),
    })
  }
  const seats = (question: Question): string | null => {
    if (question.kind === 'yesNo') return null
    const of = question.options.length
    return question.kind === 'choose'
      ? t('ballots.rule.seats', { seats: question.seats, of, most: question.maxChoices })
      : t('ballots.rule.approve', { seats: question.seats, of })
  }
  const choice = (made: Choice | null): string => {
    if (made === null) return t('ballots.choice.invalid')
    if (typeof made === 'string') return t(`ballots.choice.${made}`)
    if (Array.isArray(made)) return made.length === 0 ? t('ballots.choice.blank') : made.join(', ')
    const said = Object.entries(made).map(([name, say]) => `${name}: ${t(`ballots.choice.${say}`)}`)
    return said.length === 0 ? t('ballots.choice.blank') : said.join('; ')
  }
  const quorum = (view: QuorumView): string =>
    t(view.holds ? 'ballots.quorum.holds' : 'ballots.quorum.fails', {
      part: view.part,
      base: view.base,
      needed: view.needed,
    })
  return { rule, needed, seats, choice, quorum }
}

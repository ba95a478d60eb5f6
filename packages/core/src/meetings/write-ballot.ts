import type { Ballot, Question } from '../ballots/question.ts'
import type { TallyResult } from '../ballots/tally.ts'
import { entryOf } from '../criteria/by-code.ts'
import type { MinutesParagraph, ParagraphKind } from './minutes.ts'
import { minutesWords as words } from './minutes-words.ts'
import type { BallotFact } from './write-minutes.ts'

const of = (kind: ParagraphKind, text: string): MinutesParagraph => ({ kind, text })
type Round = BallotFact['rounds'][number]

/** An open vote in the minutes: the question, its rule, every count, who voted how, and what was decided by it. */
export function ballotParagraphs(ballot: BallotFact): MinutesParagraph[] {
  const { rounds, chairDecision, cancelledReason } = ballot
  if (rounds.length === 0 && cancelledReason === null) return []
  return [
    of('paragraph', words.asked(ballot.title)),
    ...(ballot.legalBasis === '' ? [] : [of('paragraph', words.basis(ballot.legalBasis))]),
    ...rounds.flatMap((round) => [
      ...(rounds.length > 1 ? [of('paragraph', words.round(round.round))] : []),
      ...roundParagraphs(round),
    ]),
    ...(chairDecision === null
      ? []
      : [of('paragraph', words.decided(chairDecision.options, chairDecision.reason))]),
    ...(cancelledReason === null ? [] : [of('paragraph', words.cancelled(cancelledReason))]),
  ]
}

function roundParagraphs(round: Round): MinutesParagraph[] {
  const { question, result } = round
  return [
    of('paragraph', words.rule(question)),
    of('paragraph', words.counts(result.counts)),
    ...result.options.map((option) =>
      of(
        'bullet',
        question.kind === 'yesNo' ? words.yesNo(option) : words.option(option, question.kind === 'approve'),
      ),
    ),
    ...voterParagraphs(round),
    ...decisionOf(question, result).map((text) => of('paragraph', text)),
  ]
}

function decisionOf(
  question: Question,
  { outcome, passed, elected, tied, seatsLeft, next }: TallyResult,
): string[] {
  if (outcome === 'noQuorum') return [words.noQuorum]
  if (question.kind === 'yesNo') return [passed ? words.passed : words.failed]
  return [
    elected.length > 0 ? words.elected(elected) : words.nobody,
    ...(outcome === 'tie' ? [words.tied(tied, seatsLeft)] : []),
    ...(outcome === 'notEnough' ? [words.seatsLeft(seatsLeft)] : []),
    ...(next?.kind === 'secondRound' ? [words.again(next.options)] : []),
    ...(next?.kind === 'chairDecides' ? [words.toChair] : []),
  ]
}

/** What one ballot says, as the group it is listed under. */
function choiceOf(question: Question, choice: Ballot | null): string {
  if (choice === null) return words.choices.invalid
  if (typeof choice === 'string') return words.choices[choice]
  if (Array.isArray(choice)) return choice.length === 0 ? words.choices.blank : choice.join(' + ')
  const options = question.kind === 'yesNo' ? [] : question.options
  const marks = options.flatMap((option) => {
    const mark = entryOf(choice, option)
    if (mark === undefined) return []
    return [mark === 'yes' ? option : words.optionNo(option)]
  })
  return marks.length === 0 ? words.choices.blank : marks.join(' + ')
}

/** An open vote shows who voted how (domain.md "Votes"): units by what they chose, in the order of their votes. */
function voterParagraphs({ question, votes }: Round): MinutesParagraph[] {
  const groups = new Map<string, string[]>()
  for (const { unitName, choice, paperNumber } of votes) {
    const group = choiceOf(question, choice)
    const unit = paperNumber === null ? unitName : words.byWriting(unitName, paperNumber)
    groups.set(group, [...(groups.get(group) ?? []), unit])
  }
  return [...groups].map(([choice, units]) => of('bullet', words.votersOf(choice, units)))
}

import type { Question } from '@bangvang/core/ballots/question'
import type { TallyResult } from '@bangvang/core/ballots/tally'
import { over, roundHalfUp, whole } from '@bangvang/core/numbers/fraction'
import { basisLines } from '@bangvang/papers/basis-lines'
import { submissionLetter } from '@bangvang/papers/builders/submission-letter'
import { letterWords as words } from '@bangvang/papers/words'
import { number } from '@bangvang/papers/written'
import { lastRounds, listProposals, type PaperProposal } from './award-store.ts'
import { unitWords } from './issue-words.ts'
import { legalBasisOf } from './pact-store.ts'
import { hasBundle } from './ranking-store.ts'
import type { Reading, Source } from './source.ts'
import { unitNames } from './store.ts'

type Round = { question: Question; result: TallyResult }

/** "8 trên 9 phiếu (88,89 %)", of the threshold's base; "" where the unit was in no vote. */
function votesFor(round: Round | undefined, unitName: string): string {
  const tally = round?.result.options.find(({ option }) => option === unitName || option === 'yes')
  if (round === undefined || tally === undefined) return ''
  const of = round.result.counts[round.question.threshold.of]
  if (of === 0) return ''
  return words.votesOf(tally.votes, of, number(roundHalfUp(over(whole(tally.votes * 100), whole(of)), 2)))
}

const isGiven = ({ status }: PaperProposal): boolean => status === 'passed'
const isOpen = ({ status }: PaperProposal): boolean => status === 'proposed'

/** Final once the ranking is, every proposal has its outcome and one at least has passed. */
async function isSettled({ db, season }: Reading, proposals: readonly PaperProposal[]): Promise<boolean> {
  return proposals.some(isGiven) && !proposals.some(isOpen) && (await hasBundle(db, season.id))
}

/** The letter that submits the awards: those voted for, and in a draft those still put to the vote. */
export const letterSource: Source = {
  matters: async (reading) => {
    const proposals = await listProposals(reading.db, reading.season.id)
    if (!proposals.some((one) => isGiven(one) || isOpen(one))) return []
    const isFinal = await isSettled(reading, proposals)
    return [{ aboutId: '', title: null, facts: { of: 'ranking' }, isFinal }]
  },
  build: async ({ db, season }, _matter, issue) => {
    if (season.criteriaVersionId === null) return null
    const proposals = (await listProposals(db, season.id)).filter((one) => isGiven(one) || isOpen(one))
    const units = await unitNames(
      db,
      proposals.map(({ unitId }) => unitId),
    )
    const ballots = proposals.flatMap(({ ballotId }) => (ballotId === null ? [] : [ballotId]))
    const rounds = await lastRounds(db, ballots)
    const facts = {
      clusterName: season.clusterName.vi,
      year: season.year,
      addressees: [...words.addressees],
      legalBasis: basisLines(await legalBasisOf(db, season.criteriaVersionId)),
      proposals: proposals.map(({ unitId, award, standing, note, ballotId }) => {
        const unit = units.get(unitId)
        const counted = votesFor(rounds.get(ballotId ?? ''), unit?.name ?? unitId)
        const { rank, total } = standing
        const name = unit === undefined ? unitId : unitWords(unit)
        return {
          unit: name,
          award: award.title.vi,
          total,
          rank,
          votes: counted === '' ? (note ?? '') : counted,
        }
      }),
    }
    return submissionLetter(facts, issue)
  },
}

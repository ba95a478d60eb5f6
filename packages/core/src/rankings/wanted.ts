import type { Answer, Submission } from '../assessments/answer.ts'
import {
  type CompiledCriteria,
  type CompiledCriterion,
  clusterOf,
  resultOf,
  type Scored,
  scoreAnswer,
  scoreCriteria,
  scoreUnits,
} from '../assessments/score.ts'
import type { SectionRole } from '../criteria/document.ts'
import { type Integer, subtract } from '../numbers/integer.ts'
import { rankUnits } from './rank.ts'
import { rowAbove } from './row-above.ts'
import { basesOf, compareSortKeys, sortKeyOf } from './sort-key.ts'

/** A unit that wants to stand higher. */
export type Climber = {
  compiled: CompiledCriteria
  submissions: readonly Submission[]
  submission: Submission
  rank: number
  /** The unit's submission and results as scored with these submissions: its rank, null where it is not ranked. */
  rankWith: (changed: Submission) => number | null
}

/** What a changed criterion would make; `answer` is null where points alone are changed. */
export type Outcome = { answer: Answer | null; points: Integer; bonus: Integer }

/** One criterion of a climber that may be changed. */
export type Wanted = {
  climber: Climber
  criterion: CompiledCriterion
  role: SectionRole
  now: Scored
  /** Whether the unit would stand higher with these points and this bonus in the criterion, all else as it is. */
  isEnough: (outcome: Pick<Outcome, 'points' | 'bonus'>) => boolean
  /** What an answer would make, the cluster's other answers being as they are. */
  outcomeOf: (answer: Answer) => Outcome
}

/** The climber, or undefined for the first, the unranked, and a unit that is not there. */
export function climberOf(
  compiled: CompiledCriteria,
  submissions: readonly Submission[],
  unit: string,
): Climber | undefined {
  const rankIn = (all: readonly Submission[]) =>
    rankUnits(compiled.document, scoreUnits(compiled, all)).find((row) => row.unit === unit)?.rank ?? null
  const submission = submissions.find((each) => each.unit === unit)
  const rank = rankIn(submissions)
  if (submission === undefined || rank === null || rank === 1) return undefined
  const rankWith = (changed: Submission) =>
    rankIn(submissions.map((each) => (each === submission ? changed : each)))
  return { compiled, submissions, submission, rank, rankWith }
}

/** Every criterion that may be changed, in document order; one that is not applicable may not. */
export function wantedOf(climber: Climber): Wanted[] {
  const { compiled, submissions, submission } = climber
  const { document, sections } = compiled
  const cluster = clusterOf(compiled, submissions)
  const scored = scoreCriteria(compiled, submission, cluster)
  const bases = basesOf(document)
  const keyOf = (outcome: readonly Scored[]) =>
    sortKeyOf(bases, resultOf(compiled, submission, outcome), document.decimals)
  const target = sortKeyAbove(climber)
  return compiled.criteria.flatMap((criterion, index) => {
    const now = scored[index]
    if (now === undefined || now.status === 'notApplicable') return []
    const isEnough = ({ points, bonus }: Pick<Outcome, 'points' | 'bonus'>) =>
      compareSortKeys(bases, keyOf(scored.with(index, { ...now, points, bonus })), target) <= 0
    const outcomeOf = (answer: Answer) => {
      const { points, bonus } = scoreAnswer(criterion, answer, cluster.get(criterion))
      return { answer, points, bonus }
    }
    const role = sections[criterion.section]?.section.role ?? 'scored'
    return [{ climber, criterion, role, now, isEnough, outcomeOf }]
  })
}

/** The key of the unit directly above: to reach it is to share its rank. */
function sortKeyAbove({ compiled, submissions, submission }: Climber) {
  const { document } = compiled
  const results = scoreUnits(compiled, submissions)
  const ranking = rankUnits(document, results)
  const row = ranking.find(({ unit }) => unit === submission.unit)
  const above = row && rowAbove(ranking, row)
  const result = results.find(({ unit }) => unit === above?.unit)
  return result === undefined ? [] : sortKeyOf(basesOf(document), result, document.decimals)
}

/** What the unit's total has of an outcome: points and bonus more, in a penalty section points fewer. */
export function gainOf({ role, now }: Wanted, { points, bonus }: Outcome): Integer {
  const gained = role === 'penalty' ? subtract(now.points, points) : subtract(points, now.points)
  return subtract(gained, subtract(now.bonus, bonus))
}

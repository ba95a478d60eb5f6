import type { Answer, Override, Submission } from '../assessments/answer.ts'
import { compileCriteria } from '../assessments/score.ts'
import { putEntry } from '../criteria/by-code.ts'
import type { CriteriaDocument } from '../criteria/document.ts'
import { toUnits } from '../numbers/decimal.ts'
import { formatUnits } from '../numbers/fraction.ts'
import { add, compareIntegers, type Integer, subtract } from '../numbers/integer.ts'
import { betterAnswer } from './better-answer.ts'
import { firstEnough } from './ladder.ts'
import { climberOf, gainOf, type Outcome, type Wanted, wantedOf } from './wanted.ts'

/** A change of one criterion that moves the unit up; `answer` is null where the rule cannot be turned around. */
export type PlaceChange = {
  criterion: string
  /** Points (bonus included, penalty avoided) that the unit gains in the criterion. */
  gain: string
  /** The criterion's points and bonus as they are and as they would be. */
  from: { points: string; bonus: string }
  to: { points: string; bonus: string }
  /** The least answer that is enough, written as finely as the present one. */
  answer: Answer | null
  newRank: number
}

const MOST = 5

/**
 * The smallest changes of a single criterion that move the unit up at least a place, smallest gain first, at most 5, each verified
 * by scoring and ranking again (screens.md 5, "why am I fourth"). A criterion that is not applicable is left as it is; where
 * points are overridden only other points are proposed. [] for the first and the unranked.
 */
export function smallestChanges(
  document: CriteriaDocument,
  submissions: readonly Submission[],
  unit: string,
): PlaceChange[] {
  const climber = climberOf(compileCriteria(document), submissions, unit)
  if (climber === undefined) return []
  const found = wantedOf(climber).flatMap((wanted) => {
    const outcome = smallestOutcome(wanted)
    return outcome === null ? [] : [{ wanted, outcome, gain: gainOf(wanted, outcome) }]
  })
  const changes: PlaceChange[] = []
  for (const { wanted, outcome } of found.sort((a, b) => compareIntegers(a.gain, b.gain))) {
    const change = verified(wanted, outcome)
    if (change !== null) changes.push(change)
    if (changes.length === MOST) break
  }
  return changes
}

/** By an answer where answers can be searched, else by points, or by the bonus where points cannot do it. */
function smallestOutcome(wanted: Wanted): Outcome | null {
  const isSearchable = wanted.now.status !== 'overridden'
  const answered = isSearchable ? betterAnswer(wanted) : undefined
  return answered === undefined ? leastPoints(wanted) : answered
}

function leastPoints({ climber, criterion, role, now, isEnough }: Wanted): Outcome | null {
  const { points, bonus } = now
  const isDown = role === 'penalty'
  const pointsAt = (rung: Integer): Outcome => ({
    answer: null,
    points: isDown ? subtract(points, rung) : add(points, rung),
    bonus,
  })
  const room = isDown ? points : subtract(criterion.max, points)
  const rung = firstEnough(room, (each) => isEnough(pointsAt(each)))
  if (rung !== null) return pointsAt(rung)
  const cap = criterion.criterion.bonus?.cap
  if (cap === undefined) return null
  const bonusAt = (each: Integer): Outcome => ({ answer: null, points, bonus: add(bonus, each) })
  const bonusRoom = subtract(toUnits(cap, climber.compiled.document.decimals), bonus)
  const more = firstEnough(bonusRoom, (each) => isEnough(bonusAt(each)))
  return more === null ? null : bonusAt(more)
}

/** The change with the rank it leads to, or null where scoring it again does not move the unit up. */
function verified(wanted: Wanted, outcome: Outcome): PlaceChange | null {
  const { climber, criterion, now } = wanted
  const newRank = climber.rankWith(changedSubmission(wanted, outcome))
  if (newRank === null || newRank >= climber.rank) return null
  const { decimals } = climber.compiled.document
  const written = ({ points, bonus }: { points: Integer; bonus: Integer }) => ({
    points: formatUnits(points, decimals),
    bonus: formatUnits(bonus, decimals),
  })
  return {
    criterion: criterion.code,
    gain: formatUnits(gainOf(wanted, outcome), decimals),
    from: written(now),
    to: written(outcome),
    answer: outcome.answer,
    newRank,
  }
}

function changedSubmission({ climber, criterion }: Wanted, { answer, points, bonus }: Outcome): Submission {
  const { compiled, submission } = climber
  const { decimals } = compiled.document
  if (answer !== null) {
    const answers = { ...submission.answers }
    putEntry(answers, criterion.code, answer)
    return { ...submission, answers }
  }
  const overrides: Record<string, Override> = { ...submission.overrides }
  const override = { points: formatUnits(points, decimals), bonus: formatUnits(bonus, decimals) }
  putEntry<Override>(overrides, criterion.code, override)
  return { ...submission, overrides }
}

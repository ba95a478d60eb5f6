import type { Answer, Submission } from '../assessments/answer.ts'
import { isUnranked, reportedValue } from '../assessments/rank-places.ts'
import { clusterOf, scoreAnswer } from '../assessments/score.ts'
import { entryOf, putEntry } from '../criteria/by-code.ts'
import type { Option, SectionRole } from '../criteria/document.ts'
import { compareDecimals } from '../numbers/decimal.ts'
import { compareIntegers } from '../numbers/integer.ts'
import { firstEnough, ladderOf } from './ladder.ts'
import { gainOf, type Outcome, type Wanted } from './wanted.ts'

/** So many options of a checklist are tried in every combination. */
const MOST_OPTIONS = 10
/** In a greater cluster another value in a rank measure is not searched: every try scores all units again. */
const MOST_UNITS = 200

/**
 * The answer with the least gain that moves the unit up, with what it makes: null where no answer does, undefined where the
 * criterion's answers cannot be searched (then points alone are proposed).
 */
export function betterAnswer(wanted: Wanted): Outcome | null | undefined {
  const { climber, criterion, role } = wanted
  const { measure } = criterion.criterion
  const present = entryOf(climber.submission.answers, criterion.code)
  switch (measure.kind) {
    case 'choice':
      return leastOf(
        wanted,
        measure.options.map(({ key }) => ({ option: key })),
      )
    case 'checklist':
      if (measure.options.length > MOST_OPTIONS) return undefined
      return leastOf(wanted, combinations(measure.options, present, role))
    case 'rank':
      return betterValue(wanted)
    case 'value':
    case 'achievement':
    case 'gap':
    case 'share':
    case 'count':
    case 'judgement':
      return alongLadder(wanted, present)
  }
}

function alongLadder(wanted: Wanted, answer: Answer | undefined): Outcome | null | undefined {
  const { climber, criterion, role, isEnough, outcomeOf } = wanted
  const { decimals } = climber.compiled.document
  const ladder = ladderOf(criterion.criterion, role, { answer, decimals })
  if (ladder === null) return undefined
  const rung = firstEnough(ladder.last, (each) => isEnough(outcomeOf(ladder.answerAt(each))))
  return rung === null ? null : outcomeOf(ladder.answerAt(rung))
}

/** The one of these answers that is enough with the least gain; of equals the first. */
function leastOf(wanted: Wanted, answers: readonly Answer[]): Outcome | null {
  const better = answers
    .map(wanted.outcomeOf)
    .map((outcome) => ({ outcome, gain: gainOf(wanted, outcome) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => compareIntegers(a.gain, b.gain))
  const at = (rung: number | bigint) => better[Number(rung) - 1]?.outcome ?? null
  const rung = firstEnough(better.length, (each) => {
    const outcome = at(each)
    return outcome !== null && wanted.isEnough(outcome)
  })
  return rung === null ? null : at(rung)
}

/** Every way to check more options than now (in a penalty section: fewer), the fewest changes first. */
function combinations(options: readonly Option[], present: Answer | undefined, role: SectionRole): Answer[] {
  const now = present !== undefined && 'checked' in present ? present.checked : []
  const isFree = ({ key }: Option) => now.includes(key) === (role === 'penalty')
  const free = options.filter(isFree).map(({ key }) => key)
  const turned = Array.from({ length: 2 ** free.length }, (_, bits) =>
    free.filter((_key, index) => (bits >> index) & 1),
  )
  return turned
    .sort((a, b) => a.length - b.length)
    .map((set) => ({
      checked: options.map(({ key }) => key).filter((key) => now.includes(key) !== set.includes(key)),
    }))
}

/** Another unit's value that would do, the nearest first: equal values share the best place, and others move down. */
function betterValue(wanted: Wanted): Outcome | null | undefined {
  const { climber, criterion, role } = wanted
  const { submissions, submission, rank, rankWith } = climber
  if (role === 'penalty' || submissions.length > MOST_UNITS) return undefined
  const values = valuesAbove(wanted)
  const changedTo = (rung: number | bigint): Submission => {
    const answers = { ...submission.answers }
    putEntry(answers, criterion.code, { value: values[Number(rung) - 1] ?? '0' })
    return { ...submission, answers }
  }
  const rung = firstEnough(values.length, (each) => (rankWith(changedTo(each)) ?? rank) < rank)
  return rung === null ? null : placedOutcome(wanted, changedTo(rung))
}

/** The better values of units that count, each once, nearest to the unit's own first. */
function valuesAbove({ climber, criterion }: Wanted): string[] {
  const { compiled, submissions, submission } = climber
  const { code, scoring } = criterion
  const sign = scoring.by === 'place' && scoring.isHigherBetter ? 1 : -1
  const own = reportedValue(submission, code)
  const values = submissions
    .filter((other) => other !== submission && !isUnranked(compiled, other))
    .flatMap((other) => reportedValue(other, code) ?? [])
    .filter((value) => own === undefined || compareDecimals(value, own) === sign)
    .sort((a, b) => compareDecimals(a, b) * sign)
  return values.filter((value, index) => index === 0 || compareDecimals(value, values[index - 1] ?? '') !== 0)
}

function placedOutcome({ climber, criterion }: Wanted, changed: Submission): Outcome {
  const { compiled, submissions, submission } = climber
  const all = submissions.map((each) => (each === submission ? changed : each))
  const answer = entryOf(changed.answers, criterion.code)
  const { points, bonus } = scoreAnswer(criterion, answer, clusterOf(compiled, all).get(criterion))
  return { answer: answer ?? null, points, bonus }
}

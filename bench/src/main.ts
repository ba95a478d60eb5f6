import { readFileSync } from 'node:fs'
import type { Answer, Submission } from '@bangvang/core/assessments/answer'
import { compileCriteria, scoreUnits } from '@bangvang/core/assessments/score'
import type { CriteriaDocument, Criterion } from '@bangvang/core/criteria/document'
import { listCriteria } from '@bangvang/core/criteria/list'

const criteria: CriteriaDocument = JSON.parse(
  readFileSync(new URL('../../data/criteria-dbsh-2020.json', import.meta.url), 'utf8'),
)
const compiled = compileCriteria(criteria)

function answerOf({ measure, maxPoints }: Criterion, n: number): Answer {
  switch (measure.kind) {
    case 'value':
    case 'rank':
      return { value: String(80 + (n % 20)) }
    case 'achievement':
    case 'gap':
      return { target: '100', actual: `${90 + (n % 15)}.5` }
    case 'share':
      return { part: String(40 + (n % 20)), whole: '63' }
    case 'count':
      return { count: n % 5 }
    case 'choice':
      return { option: measure.options[n % measure.options.length]?.key ?? '' }
    case 'checklist':
      return { checked: measure.options.map(({ key }) => key) }
    case 'judgement':
      return { points: maxPoints }
  }
}

const submission = (n: number): Submission => ({
  unit: `U${n}`,
  answers: Object.fromEntries(
    listCriteria(criteria).map(({ criterion }) => [criterion.code, answerOf(criterion, n)]),
  ),
})

/** The median of five runs, in milliseconds a unit. */
function measure(units: number): number {
  const submissions = Array.from({ length: units }, (_, n) => submission(n))
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now()
    scoreUnits(compiled, submissions)
    return performance.now() - began
  }).sort((a, b) => a - b)
  return (times[2] ?? 0) / units
}

measure(1000)
const sizes = [9, 1000, 10_000]
const each = sizes.map(measure)
const lines = sizes.map(
  (units, index) =>
    `${units} units x 54: ${((each[index] ?? 0) * units).toFixed(1)} ms, ${((each[index] ?? 0) / (each[1] ?? 1)).toFixed(2)} x a unit of 1,000`,
)
process.stdout.write(`${lines.join('\n')}\n`)

import { compileCriteria, scoreUnits } from '@bangvang/core/assessments/score'
import { answersOf, criteria } from './answers.ts'

const compiled = compileCriteria(criteria)

/** The median of five runs, in milliseconds a unit. */
function measure(units: number): number {
  const submissions = Array.from({ length: units }, (_, n) => ({ unit: `U${n}`, answers: answersOf(n) }))
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now()
    scoreUnits(compiled, submissions)
    return performance.now() - began
  }).sort((a, b) => a - b)
  return (times[2] ?? 0) / units
}

/** Scoring in process of 9, 1,000 and 10,000 units: a line for each. */
export function measureScoring(): string[] {
  measure(1000)
  const sizes = [9, 1000, 10_000]
  const each = sizes.map(measure)
  return sizes.map((units, index) => {
    const one = each[index] ?? 0
    return `${units} units x 54: ${(one * units).toFixed(1)} ms, ${(one / (each[1] ?? 1)).toFixed(2)} x a unit of 1,000`
  })
}

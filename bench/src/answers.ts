import { readFileSync } from 'node:fs'
import type { Answer } from '@bangvang/core/assessments/answer'
import type { CriteriaDocument, Criterion } from '@bangvang/core/criteria/document'
import { listCriteria } from '@bangvang/core/criteria/list'

/** The cluster's criteria of 2020: 54 of them. */
export const criteria: CriteriaDocument = JSON.parse(
  readFileSync(new URL('../../data/criteria-dbsh-2020.json', import.meta.url), 'utf8'),
)

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

/** The n-th unit's answers to every criterion. */
export const answersOf = (n: number): Record<string, Answer> =>
  Object.fromEntries(listCriteria(criteria).map(({ criterion }) => [criterion.code, answerOf(criterion, n)]))

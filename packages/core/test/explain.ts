import type { Answer, Override } from '../src/assessments/answer.ts'
import { type Explanation, explainCriterion } from '../src/assessments/explain.ts'
import { compileCriteria, scoreAlone, scoreUnits } from '../src/assessments/score.ts'
import type { Bonus, Criterion, Measure, Option, Rule } from '../src/criteria/document.ts'
import { makeCriterion, makeDocument, makeSection, text } from './make.ts'

export type ExplainCase = {
  criterion: Partial<Criterion>
  answer?: Answer
  override?: Override
  place?: number
  isAlone?: boolean
}

/** The trace of a unit that answers the only criterion of a document. */
export function explain({ criterion, answer, override, place, isAlone }: ExplainCase): Explanation {
  const document = makeDocument({ sections: [makeSection({ criteria: [makeCriterion(criterion)] })] })
  const submission = {
    unit: 'HDU',
    answers: answer === undefined ? {} : { 'A.1': answer },
    ...(override === undefined ? {} : { overrides: { 'A.1': override } }),
  }
  const compiled = compileCriteria(document)
  const scored = isAlone ? scoreAlone(compiled, submission) : scoreUnits(compiled, [submission])[0]
  const result = scored?.criteria['A.1']
  if (!result) throw new Error('no result')
  const placed = place === undefined ? {} : { place }
  return explainCriterion(document, { criterionCode: 'A.1', answer, override, result, ...placed })
}

export const achievement: Measure = { kind: 'achievement', better: 'higher' }
export const steps = (changes: object): Rule =>
  ({ kind: 'steps', from: '100', side: 'below', per: '1', points: '2', count: 'exact', ...changes }) as Rule
export const bonus: Bonus = {
  from: '100',
  side: 'above',
  per: '2',
  points: '1',
  count: 'completed',
  cap: '10',
}
export const rate = (actual: string): Answer => ({ target: '100', actual })

export const options: Option[] = [
  { key: 'a', title: { vi: 'Đạt', en: 'Met' }, points: '20' },
  { key: 'b', title: { vi: 'Có báo cáo', en: 'Reported' }, points: '1.5' },
  { key: 'c', title: text('C'), points: '1' },
]

import type { Answer, Submission } from '../src/assessments/answer.ts'
import type { Criterion, Option, Section } from '../src/criteria/document.ts'
import { type PlaceChange, smallestChanges } from '../src/rankings/smallest-changes.ts'
import { makeCriterion, makeDocument, makeSection, text } from './make.ts'

export const judged = (code: string): Criterion => makeCriterion({ code, measure: { kind: 'judgement' } })

export const options: Option[] = [
  { key: 'none', title: text('0'), points: '0' },
  { key: 'half', title: text('5'), points: '5' },
  { key: 'all', title: text('20'), points: '20' },
]

/**
 * A unit "low" of 0 points in a base criterion under a unit "high" of `lead` there; both give the same answer to the
 * criterion that is asked about, `A.1`.
 */
export function changesOf(
  criterion: Partial<Criterion>,
  answer: Answer | undefined,
  given: Given = {},
): PlaceChange[] {
  const { lead = '10', section = {}, low = {}, decimals = 2 } = given
  const asked = makeCriterion(criterion)
  const sections = [
    makeSection({ code: 'B', criteria: [judged('B.1')] }),
    makeSection({ criteria: [asked], ...section }),
  ]
  const document = makeDocument({ decimals, sections })
  const answers = answer === undefined ? {} : { 'A.1': answer }
  const high = { unit: 'high', answers: { ...answers, 'B.1': { points: lead } } }
  const lower = { unit: 'low', answers: { ...answers, 'B.1': { points: '0' } }, ...low }
  return smallestChanges(document, [high, lower], 'low').filter((change) => change.criterion === 'A.1')
}

type Given = { lead?: string; section?: Partial<Section>; low?: Partial<Submission>; decimals?: number }

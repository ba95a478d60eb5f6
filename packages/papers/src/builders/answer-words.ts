import type { Answer } from '@bangvang/core/assessments/answer'
import type { Criterion, Option } from '@bangvang/core/criteria/document'
import { selfScoringWords as words } from '../words.ts'
import { number } from '../written.ts'

/** What a unit reported, in words: what it was given to reach or count among, and what it reached. */
export type AnswerWords = { target: string; actual: string }

const optionsOf = ({ measure }: Criterion): readonly Option[] =>
  measure.kind === 'choice' || measure.kind === 'checklist' ? measure.options : []

function titles(criterion: Criterion, keys: readonly string[]): string {
  const chosen = optionsOf(criterion).filter(({ key }) => keys.includes(key))
  return chosen.length === 0 ? words.nothingChecked : chosen.map(({ title }) => title.vi).join('; ')
}

/** An answer as the self-scoring sheet writes it; null is one that was not given. Choices stand with their titles. */
export function answerWords(criterion: Criterion, answer: Answer | null): AnswerWords {
  const unit = criterion.unit === undefined ? '' : ` ${criterion.unit}`
  const amount = (decimal: string) => `${number(decimal)}${unit}`
  if (answer === null) return { target: '', actual: words.missing }
  if ('notApplicable' in answer) return { target: '', actual: words.notApplicable }
  if ('target' in answer) return { target: amount(answer.target), actual: amount(answer.actual) }
  if ('part' in answer) return { target: number(answer.whole), actual: number(answer.part) }
  if ('value' in answer) return { target: '', actual: amount(answer.value) }
  if ('count' in answer) return { target: '', actual: amount(String(answer.count)) }
  if ('option' in answer) return { target: '', actual: titles(criterion, [answer.option]) }
  if ('checked' in answer) return { target: '', actual: titles(criterion, answer.checked) }
  return { target: '', actual: '' }
}

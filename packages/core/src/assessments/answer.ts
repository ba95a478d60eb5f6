import type { Measure } from '../criteria/document.ts'

export type ValueAnswer = { value: string }
export type TargetAnswer = { target: string; actual: string }
export type ShareAnswer = { part: string; whole: string }
export type CountAnswer = { count: number }
export type ChoiceAnswer = { option: string }
export type ChecklistAnswer = { checked: string[] }
export type JudgementAnswer = { points: string }
export type NotApplicableAnswer = { notApplicable: true }

/** What a unit reports for one criterion; its fields follow the criterion's measure (scoring.md "Measure"). */
export type Answer =
  | ValueAnswer
  | TargetAnswer
  | ShareAnswer
  | CountAnswer
  | ChoiceAnswer
  | ChecklistAnswer
  | JudgementAnswer
  | NotApplicableAnswer

/** An appraiser's decision on one criterion: replaces the computed points, and the bonus where it is given. */
export type Override = { points: string; bonus?: string }

/** One unit's answers by criterion code, with the appraisers' overrides and the codes of the gates that apply. */
export type Submission = {
  unit: string
  answers: Record<string, Answer>
  overrides?: Record<string, Override>
  gates?: string[]
}

export type AnswerField =
  | 'value'
  | 'target'
  | 'actual'
  | 'part'
  | 'whole'
  | 'count'
  | 'option'
  | 'checked'
  | 'points'

/** The fields that an answer to this measure has, in the order they are shown. */
export function answerFields(measure: Measure): AnswerField[] {
  switch (measure.kind) {
    case 'value':
    case 'rank':
      return ['value']
    case 'achievement':
    case 'gap':
      return ['target', 'actual']
    case 'share':
      return ['part', 'whole']
    case 'count':
      return ['count']
    case 'choice':
      return ['option']
    case 'checklist':
      return ['checked']
    case 'judgement':
      return ['points']
  }
}

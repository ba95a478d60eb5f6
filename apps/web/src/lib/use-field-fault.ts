import type { Criterion } from '@bangvang/core/criteria/document'
import { useFormat } from './format.ts'
import type { FieldFault } from './typed-answer.ts'
import { useWords } from './words.ts'

/** What is wrong with a field of a correction, in words; null where nothing is. */
export function useFieldFault(criterion: Criterion) {
  const t = useWords()
  const format = useFormat()
  const { measure, maxPoints, bonus } = criterion
  return (faults: readonly FieldFault[], field: string): string | null => {
    const fault = faults.find((one) => one.field === field)
    if (fault === undefined) return null
    const isField = field === 'value' || field === 'target' || field === 'actual'
    const isPart = field === 'part' || field === 'whole' || field === 'count'
    return t(`assessments.fault.${fault.code}`, {
      text: fault.text,
      field: isField || isPart ? t(`assessments.field.${field}`) : '',
      most: format.points(field === 'bonus' ? (bonus?.cap ?? '0') : maxPoints),
      step: format.points(measure.kind === 'judgement' ? (measure.step ?? '') : ''),
    })
  }
}

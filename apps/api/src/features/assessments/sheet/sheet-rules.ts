import type { AnswerField } from '@bangvang/core/assessments/answer'
import type { Criterion } from '@bangvang/core/criteria/document'
import { columnLetter, type Rule, type WrittenSheet } from '../../../workbook/workbook.ts'
import {
  columnOf,
  type Language,
  optionLabel,
  type SheetColumn,
  sheetColumns,
  sheetWords,
} from './sheet-words.ts'

/** The hidden sheet: what the sheet was made for, each answer as it stood, and the options of the lists. */
export const hiddenSheet = 'bangvang'
/** The column of the hidden sheet that holds the lists' options, from 0. */
export const listColumn = 5

/** What a cell of a line takes: one of some options, or a number within bounds. */
export type LineRule =
  | { column: SheetColumn; options: string[] }
  | { column: SheetColumn; rule: Rule; message: string }

/** What the cell of an answer's field takes. */
export function fieldRule(criterion: Criterion, field: AnswerField, language: Language): LineRule {
  const column = columnOf(field)
  const { measure, maxPoints } = criterion
  if (measure.kind === 'choice')
    return {
      column,
      options: measure.options.map((option) => optionLabel(measure.options, option, language)),
    }
  if (field === 'count')
    return {
      column,
      rule: { kind: 'whole', least: '0', most: '999999999999' },
      message: sheetWords.whole[language],
    }
  const least = field === 'actual' || field === 'value' || field === 'target' ? '-999999999999' : '0'
  const most = field === 'points' ? maxPoints : '999999999999'
  return { column, rule: { kind: 'decimal', least, most }, message: sheetWords.number[language] }
}

/** The two words of a tick. */
export const yesNo = (language: Language) => [sheetWords.yes[language], sheetWords.no[language]]

/** The rules of the lines by cell; the options of lists go to the hidden sheet, where commas and length are free. */
export function rulesOf(
  lines: readonly (readonly LineRule[])[],
  { firstRow, language }: { firstRow: number; language: Language },
) {
  const listed: string[] = []
  const rules: NonNullable<WrittenSheet['rules']> = []
  const letter = columnLetter(listColumn)
  lines.forEach((line, index) => {
    for (const rule of line) {
      const cell = `${columnLetter(sheetColumns.indexOf(rule.column))}${index + firstRow}`
      if ('rule' in rule) {
        rules.push({ cell, rule: rule.rule, message: rule.message })
        continue
      }
      const from = `${hiddenSheet}!$${letter}$${listed.length + 1}:$${letter}$${listed.length + rule.options.length}`
      listed.push(...rule.options)
      rules.push({ cell, rule: { kind: 'list', from }, message: sheetWords.fromList[language] })
    }
  })
  return { rules, listed }
}

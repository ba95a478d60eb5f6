import type { AnswerView } from '@bangvang/contract/assessments'
import type { Answer } from '@bangvang/core/assessments/answer'
import { scoreAlone } from '@bangvang/core/assessments/score'
import type { PlacedCriterion } from '@bangvang/core/criteria/list'
import { useCallback, useMemo, useState } from 'react'
import { type Locale, useLocale } from '../../lib/locale.ts'
import { type Reading, type Typed, typedOf } from './grid-model.ts'
import type { PendingRow } from './pending.ts'
import { prefilled, type RowChange, readRow, rowChange } from './registered.ts'
import type { AssessmentFacts, AssessmentPlace } from './use-assessment.ts'
import { useSaver } from './use-saver.ts'

/** One criterion's row: what stands in its cells, what it reads as, how far it is on its way to the server. */
export type SheetRow = {
  placed: PlacedCriterion
  stored: AnswerView | undefined
  typed: Typed
  reading: Reading
  pending: PendingRow | null
  /** Files that are evidence for it. */
  files: number
  isAnswered: boolean
  lacksEvidence: boolean
  /** How it differs from the registered target; null where it does not. */
  change: RowChange | null
}
type Step = Map<string, Typed>

const LONGEST_HISTORY = 200

type RowFacts = Pick<AssessmentFacts, 'assessment' | 'document' | 'registered'>
type Over = { stored: AnswerView | undefined; pending: PendingRow | null; locale: Locale }

/** A row with what is typed over what is stored, or over the registered target where nothing is. */
function rowOver(facts: RowFacts, placed: PlacedCriterion, over: Over): SheetRow {
  const { assessment, registered } = facts
  const { criterion } = placed
  const { stored, pending, locale } = over
  const isUntouched = assessment.isEditable && (stored?.answer ?? null) === null
  const fresh = isUntouched
    ? { ...prefilled(registered.get(criterion.code), locale), note: stored?.note ?? '' }
    : typedOf(criterion, stored, locale)
  const typed = pending?.typed ?? fresh
  const reading = readRow(facts, criterion, typed)
  const isAnswered = reading.kind === 'answer' && reading.answer !== null
  const files = assessment.evidence.filter(({ criterionCodes }) =>
    criterionCodes.includes(criterion.code),
  ).length
  const lacksEvidence =
    criterion.evidence === 'required' && files === 0 && isAnswered && !typed.isNotApplicable
  const change = rowChange(assessment, criterion.code, reading)
  return { placed, stored, typed, reading, pending, files, isAnswered, lacksEvidence, change }
}

/** The sheet of one unit: rows with what is typed over what is stored, the points they make, and how to change them. */
export function useSheet(place: AssessmentPlace, facts: AssessmentFacts) {
  const locale = useLocale()
  const { saver, pending } = useSaver(place, facts)
  const { assessment, document, compiled, placed, registered } = facts
  const [history, setHistory] = useState<Step[]>([])

  const rows = useMemo(() => {
    const stored = new Map(assessment.answers.map((answer) => [answer.criterionCode, answer]))
    return placed.map((one): SheetRow => {
      const { code } = one.criterion
      return rowOver({ assessment, document, registered }, one, {
        stored: stored.get(code),
        pending: pending.rows.get(code) ?? null,
        locale,
      })
    })
  }, [assessment, document, registered, placed, pending, locale])

  const result = useMemo(() => {
    const answers: Record<string, Answer> = {}
    for (const { placed: one, reading } of rows) {
      if (reading.kind === 'answer' && reading.answer !== null) answers[one.criterion.code] = reading.answer
    }
    return scoreAlone(compiled, { unit: place.unitId, answers })
  }, [compiled, rows, place.unitId])

  const rowOf = useCallback(
    (code: string) => rows.find(({ placed: one }) => one.criterion.code === code),
    [rows],
  )

  /** Puts what was typed into rows; `isNewStep` makes it one step of undo, else it continues the last. */
  const change = useCallback(
    (changes: ReadonlyMap<string, Typed>, isNewStep: boolean) => {
      const before: Step = new Map()
      for (const [code, typed] of changes) {
        const row = rowOf(code)
        if (row === undefined) continue
        before.set(code, row.typed)
        saver.type(code, typed, row.stored?.version ?? 0)
      }
      if (isNewStep && before.size > 0) setHistory((steps) => [...steps.slice(1 - LONGEST_HISTORY), before])
    },
    [rowOf, saver],
  )

  const undo = useCallback(() => {
    const last = history.at(-1)
    if (last === undefined) return
    setHistory(history.slice(0, -1))
    change(last, false)
  }, [history, change])

  return { rows, rowOf, result, pending, saver, change, undo, canUndo: history.length > 0 }
}
export type Sheet = ReturnType<typeof useSheet>

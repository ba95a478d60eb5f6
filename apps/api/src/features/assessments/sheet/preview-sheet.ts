import type { Readable } from 'node:stream'
import { assessments } from '@bangvang/contract/assessments'
import type { Answer } from '@bangvang/core/assessments/answer'
import { mayFillIn } from '@bangvang/core/assessments/policy'
import { criteriaInForce } from '../../../criteria-in-force.ts'
import { inTransaction } from '../../../db.ts'
import { collect } from '../../../files/collect.ts'
import type { Call } from '../../../http/mount.ts'
import { refusals } from '../../../http/problem.ts'
import { readWorkbook } from '../../../workbook/workbook.ts'
import { loadEditable } from '../upload-evidence.ts'
import { compareSheet, type SheetPreview } from './compare-sheet.ts'
import { filledSheet } from './sheet-rows.ts'

const refuse = refusals(assessments.previewSheet)
const mostBytes = 5 * 1024 * 1024

const otherSheet = (code: string, value: string): SheetPreview => ({
  changes: [],
  faults: [{ cell: 'A1', criterionCode: null, code, value }],
  unchanged: 0,
})

/** Reads a filled-in sheet (screens 2) and says what it would change; saveAnswers applies it, or nothing does. */
export async function previewSheet({
  params,
  actor,
  deps,
  request,
}: Call<typeof assessments.previewSheet>): Promise<SheetPreview> {
  if (!mayFillIn(actor, params)) throw refuse('not-found')
  const { season, assessment } = await inTransaction(deps.database, (tx) => loadEditable(tx, params))
  if (season.criteriaVersionId === null) throw refuse('not-found')
  const sheets = await readWorkbook(await collect(request.body as Readable, mostBytes))
  const sheet = sheets === null ? null : filledSheet(sheets)
  if (sheet === null) throw refuse('unreadable-workbook')
  const { madeFor } = sheet
  if (madeFor !== null && madeFor.seasonId !== params.seasonId)
    return otherSheet('other_season', madeFor.seasonId)
  if (madeFor !== null && madeFor.unitId !== params.unitId) return otherSheet('other_unit', madeFor.unitId)

  const criteria = await criteriaInForce(deps.database, season.criteriaVersionId)
  const current = new Map(
    assessment.answers.map(({ criterionCode, answer, note, version }) => [
      criterionCode,
      { answer: answer as Answer | null, note, version },
    ]),
  )
  return compareSheet(sheet, criteria, current)
}

import type { assessments } from '@bangvang/contract/assessments'
import type { Output } from '@bangvang/contract/endpoint'
import type { CriteriaDocument, Heading } from '@bangvang/core/criteria/document'
import { listCriteria, type PlacedCriterion } from '@bangvang/core/criteria/list'
import { readCriterion, type SheetFault, type Told } from './read-sheet.ts'
import { isSameAnswer } from './same-answer.ts'
import type { Noted } from './sheet-lines.ts'
import type { FilledSheet, SheetLine } from './sheet-rows.ts'

export type SheetPreview = Output<typeof assessments.previewSheet>
type Criteria = { document: CriteriaDocument; byCode: ReadonlyMap<string, PlacedCriterion> }
type Grouped = { line: SheetLine; options: Map<string, SheetLine> }

const codeOf = ({ cells }: SheetLine) => cells.code?.value.normalize('NFC').trim() ?? ''
const nothing: Noted = { answer: null, note: '', version: 0 }

function faultAt(line: SheetLine, code: string, isKnown: boolean): SheetFault {
  const value = [...codeOf(line)].slice(0, 200).join('')
  return { cell: line.addressOf('code'), criterionCode: isKnown ? value : null, code, value }
}

/** The codes of sections and headings: their lines carry nothing. */
function groupCodes(document: CriteriaDocument): Set<string> {
  const headings = listCriteria(document).flatMap((placed): Pick<Heading, 'code'>[] => placed.headings)
  return new Set([...document.sections, ...headings].map(({ code }) => code))
}

/** Gathers the lines of each criterion; a line of no criterion, and a second line of one, is a fault. */
function grouped(lines: readonly SheetLine[], { document, byCode }: Criteria) {
  const groups = groupCodes(document)
  const found = new Map<string, Grouped>()
  const options: SheetLine[] = []
  const faults: SheetFault[] = []
  for (const line of lines) {
    const code = codeOf(line)
    if (code === '' || groups.has(code)) continue
    if (!byCode.has(code)) faults.push(faultAt(line, 'unknown_criterion', false))
    else if (line.cells.option !== undefined) options.push(line)
    else if (found.has(code)) faults.push(faultAt(line, 'duplicate_criterion', true))
    else found.set(code, { line, options: new Map() })
  }
  faults.push(...options.flatMap((line) => placeOption(line, found.get(codeOf(line)))))
  return { found, faults }
}

function placeOption(line: SheetLine, group: Grouped | undefined): SheetFault[] {
  const key = line.cells.option?.value ?? ''
  if (group === undefined) return [faultAt(line, 'option_without_criterion', true)]
  if (group.options.has(key)) return [faultAt(line, 'duplicate_option', true)]
  group.options.set(key, line)
  return []
}

const isSameNoted = (told: Told, noted: Pick<Noted, 'answer' | 'note'>) =>
  isSameAnswer(told.answer, noted.answer) && told.note === noted.note.replaceAll('\r\n', '\n')

// Nobody touched the line since the sheet was made, or it says what stands now anyway.
function isUntouched(told: Told, stood: Noted | undefined, current: Noted): boolean {
  return isSameNoted(told, current) || (stood !== undefined && isSameNoted(told, stood))
}

/**
 * What a filled-in sheet would change and every fault in it. A line that nobody touched since the sheet was made is
 * unchanged, though the answer changed elsewhere meanwhile; a criterion without a line is left alone.
 */
export function compareSheet(
  sheet: FilledSheet,
  criteria: Criteria,
  current: ReadonlyMap<string, Noted>,
): SheetPreview {
  const { found, faults } = grouped(sheet.lines, criteria)
  const preview: SheetPreview = { changes: [], faults, unchanged: 0 }
  for (const [code, { line, options }] of found) {
    const placed = criteria.byCode.get(code)
    if (placed === undefined) continue
    const { criterion } = placed
    const told = readCriterion(criteria.document, { criterion, line, options: [...options.values()] })
    const now = current.get(code) ?? nothing
    faults.push(...told.faults)
    if (told.faults.length > 0) continue
    if (isUntouched(told, sheet.stood.get(code), now)) {
      preview.unchanged += 1
      continue
    }
    preview.changes.push({
      criterionCode: code,
      before: now.answer,
      after: told.answer,
      noteBefore: now.note,
      noteAfter: told.note,
      version: now.version,
    })
  }
  return preview
}

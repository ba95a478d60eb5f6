import type { TargetView } from '@bangvang/contract/pacts'
import type { CriteriaDocument, Criterion, Text } from '@bangvang/core/criteria/document'
import { readDecimal } from '@bangvang/core/numbers/read-decimal'
import { targetFault } from '@bangvang/core/pacts/registration'
import { typedNumber } from '../../lib/typed-answer.ts'

/** What stands in a row's cells as typed over the stored `version`, readable or not. */
export type TypedTarget = { text: string; note: string; version: number }
export type TargetFaultCode = NonNullable<ReturnType<typeof targetFault>> | 'ambiguous_number'
export type TargetReading = { ok: true; target: string | null } | { ok: false; code: TargetFaultCode }

/** What a cell says: a target its criterion takes (null: none), or what is wrong with it. */
export function readTarget(document: CriteriaDocument, criterion: Criterion, text: string): TargetReading {
  if (text.trim() === '') return { ok: true, target: null }
  const reading = readDecimal(text)
  if (!reading.ok) return { ok: false, code: reading.reason }
  const code = targetFault(document, criterion, reading.decimal)
  return code === null ? { ok: true, target: reading.decimal } : { ok: false, code }
}

/** The cells as the stored target fills them. */
export function typedOf(stored: TargetView | undefined, language: keyof Text): TypedTarget {
  const target = stored?.target ?? null
  return {
    text: target === null ? '' : typedNumber(target, language),
    note: stored?.note ?? '',
    version: stored?.version ?? 0,
  }
}

/** What was typed and not acknowledged, as this device keeps it; nothing where it keeps something else. */
export function typedFrom(text: string | null): Map<string, TypedTarget> {
  try {
    return new Map(Object.entries(JSON.parse(text ?? '{}') as Record<string, TypedTarget>))
  } catch {
    return new Map()
  }
}

/** The lines of a column copied from a spreadsheet; null where the text is one cell. */
export function columnOf(text: string): string[] | null {
  const lines = text.replace(/[\r\n]+$/, '').split(/\r\n|\n|\r/)
  if (lines.length < 2) return null
  return lines.map((line) => (line.split('\t')[0] ?? '').trim())
}

import { digitsAfterPoint, isDecimal } from './decimal.ts'

export type DecimalReading =
  | { ok: true; decimal: string }
  | { ok: false; reason: 'not_a_decimal' | 'ambiguous_number' | 'too_precise' }

const WRITINGS = [
  { shape: /^-?\d+(?:[.,]\d+)?$/, grouping: /\s/g },
  { shape: /^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/, grouping: /\./g },
  { shape: /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/, grouping: /,/g },
  { shape: /^-?[1-9]\d{0,2}(?:\s\d{3})+(?:[.,]\d+)?$/, grouping: /\s/g },
]

/**
 * A number as people write it, as a decimal: `1.234,5`, `1,234.5`, `1 234,5`, `1234.5`. What two countries read
 * differently (`1.234`) is refused as ambiguous, never guessed (scoring.md "Numbers").
 */
export function readDecimal(text: string): DecimalReading {
  const written = text.trim().replace('−', '-')
  const readings = WRITINGS.filter(({ shape }) => shape.test(written)).map(({ grouping }) =>
    shortest(written.replace(grouping, '').replace(',', '.')),
  )
  const [first] = readings
  if (first === undefined) return { ok: false, reason: 'not_a_decimal' }
  if (readings.length > 1) return { ok: false, reason: 'ambiguous_number' }
  return asDecimal(first)
}

/**
 * A spreadsheet's number as the decimal it shows: 15 significant digits, as spreadsheets keep them, so that 0.1 + 0.2
 * is `0.3` (scoring.md "Numbers": at most 12 digits before the point and 6 after).
 */
export function decimalOfNumber(number: number): DecimalReading {
  if (number === 0) return { ok: true, decimal: '0' }
  if (!Number.isFinite(number) || Math.abs(number) >= 1e12) return { ok: false, reason: 'not_a_decimal' }
  if (Math.abs(number) < 1e-6) return { ok: false, reason: 'too_precise' }
  return asDecimal(shortest(number.toPrecision(15)))
}

function asDecimal(decimal: string): DecimalReading {
  if (isDecimal(decimal)) return { ok: true, decimal }
  return { ok: false, reason: digitsAfterPoint(decimal) > 6 ? 'too_precise' : 'not_a_decimal' }
}

// Without the zeros that begin or end it, nor a sign before 0.
function shortest(written: string): string {
  const short = written.replace(/^(-?)0+(?=\d)/, '$1')
  const trimmed = short.includes('.') ? short.replace(/\.?0+$/, '') : short
  return trimmed === '-0' ? '0' : trimmed
}

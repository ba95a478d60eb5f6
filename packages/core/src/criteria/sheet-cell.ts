import { isDecimal } from '../numbers/decimal.ts'
import { decimalOfNumber, readDecimal } from '../numbers/read-decimal.ts'
import type { Text } from './document.ts'
import { keyOfWord, type SheetLanguage, type WordSet, wordSets } from './sheet-words.ts'

/** A cell as a sheet keeps it: text, a number, or nothing. */
export type CellValue = string | number | null
/** A cell as it was read; a number's text is as JavaScript writes it. */
export type ReadCell = { isNumber: boolean; text: string } | null

/**
 * What a cell says of a field. `text`: words; `code`: a name, whole numbers included; `amount`: a decimal; `integer`: a
 * JSON number; a set of words. `isOptional`: a blank cell leaves the field out, else the field is empty. `orNone`: may be null.
 */
export type CellKind = {
  as: 'text' | 'code' | 'amount' | 'integer' | WordSet
  isOptional?: true
  orNone?: true
}

// What a sheet would not keep is written as JSON: blanks at an end, controls, digits it rounds, and _x0041_, which is A to it.
const literal = 'json:'
const awkward = /^\s|\s$|[^\P{Cc}\n\t]|[\u2028\u2029\ufeff\ufffe\uffff]|_x[\da-f]{4}_/iu

const asLiteral = (value: unknown): string =>
  literal +
  JSON.stringify(value).replaceAll(
    /_(?=x)|[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

function readLiteral(text: string): { value: unknown } | null {
  if (!text.startsWith(literal)) return null
  try {
    return { value: JSON.parse(text.slice(literal.length)) }
  } catch {
    return null
  }
}

function wordOf(set: WordSet, value: string, language: SheetLanguage): string {
  const words: Readonly<Record<string, Text>> = wordSets[set]
  return Object.hasOwn(words, value) ? (words[value]?.[language] ?? value) : value
}

function plainText(value: string, as: CellKind['as'], language: SheetLanguage): CellValue {
  if (value === '' || awkward.test(value)) return null
  if (as === 'amount') return isDecimal(value) && String(Number(value)) === value ? Number(value) : value
  return as === 'integer' || as === 'text' || as === 'code' ? value : wordOf(as, value, language)
}

function plainly(value: unknown, { as, orNone }: CellKind, language: SheetLanguage): CellValue {
  if (value === null) return orNone ? wordSets.nothing.none[language] : null
  if (typeof value === 'number') return as === 'integer' ? value : null
  return typeof value === 'string' ? plainText(value, as, language) : null
}

/** A field's value as a cell that readCell reads back as the very same; undefined is a blank cell. */
export function writeCell(value: unknown, kind: CellKind, language: SheetLanguage): CellValue {
  if (value === undefined || (value === '' && !kind.isOptional)) return null
  const plain = plainly(value, kind, language)
  if (plain === null) return asLiteral(value)
  const read = readCell({ isNumber: typeof plain === 'number', text: String(plain) }, kind)
  return read.fault === null && Object.is(read.value, value) ? plain : asLiteral(value)
}

/** A field's value as its cell says it; undefined where it leaves the field out. `fault`: it can be read two ways. */
export type CellReading = { value: unknown; fault: 'ambiguous_number' | null }

const sound = (value: unknown): CellReading => ({ value, fault: null })

function readAmount({ isNumber, text }: NonNullable<ReadCell>): CellReading {
  const written = text.trim()
  const read = isNumber ? decimalOfNumber(Number(text)) : readDecimal(written)
  if (!read.ok)
    return { value: written, fault: read.reason === 'ambiguous_number' ? 'ambiguous_number' : null }
  // With the digits it was written with, where they are a decimal's.
  return sound(!isNumber && isDecimal(written) ? written : read.decimal)
}

/**
 * Reads a cell of this kind. What is not of the kind is given as it stands, so that checkCriteria names it at its place
 * (scoring.md "A criteria document that contradicts itself").
 */
export function readCell(cell: ReadCell, kind: CellKind): CellReading {
  const { as, isOptional, orNone } = kind
  const written = cell?.text.trim() ?? ''
  if (cell === null || written === '') return sound(isOptional ? undefined : '')
  const said = readLiteral(cell.text)
  if (said !== null) return sound(said.value)
  if (orNone && keyOfWord(wordSets.nothing, written) !== undefined) return sound(null)
  if (as === 'amount') return readAmount(cell)
  if (as === 'integer') return sound(/^-?\d{1,15}$/.test(written) ? Number(written) : written)
  if (as === 'code' || as === 'text') return sound(written)
  return sound(keyOfWord<string>(wordSets[as], written) ?? written)
}

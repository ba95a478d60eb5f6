/** What a line of a text begins with: the number of a part, and then `text` is what follows it, or what stands around parts (Decree 30/2020, Annex I). */
export type Mark = { line: string } & (
  | { kind: 'chapter' | 'article' | 'clause' | 'point'; number: string; text: string }
  | { kind: AroundKind }
)
type AroundKind = 'section' | 'heading' | 'appendix' | 'letterhead' | 'closing' | 'list' | 'bullet' | 'plain'

const CHAPTER = /^chương\s+([IVXLCDM]+|\d{1,3})(?![\p{L}\p{N}])\s*[.:]?\s*(.*)$/isu
const ARTICLE = /^điều\s+(\d{1,3}[a-zđ]?)\s*(?:[.:]\s*(.*))?$/isu
const CLAUSE = /^(\d{1,3})\s*[./)]\s+(.+)$/su
const POINT = /^([a-zđ])\s*[.)]\s+(.+)$/su
/** Numbers our texts do not have: 1.1, (1), IV., A., i). */
const LIST =
  /^(?:\d{1,3}(?:\.\d{1,3})+[.)]?|\(\p{L}{0,2}\d{0,3}\)|[IVXLC]+[.)]|[A-Z][.)]|[ivx]{2,}[.)])\s+\S/u
const BULLET = /^[-–—+*•▪●○]\s*\S/u
const SECTION = /^(?:mục\s+(?:[IVXLC]+|\d{1,3})|phần\s+(?:thứ\s+\p{L}+|[IVXLC]+|\d{1,3}))(?![\p{L}\p{N}])/iu
/** Perhaps a heading without its full stop, perhaps a reference that begins a sentence. */
const HEADING = /^điều\s+\d{1,3}(?![\p{L}\p{N}])/iu
const APPENDIX = /^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:[IVXLC]+|\d{1,3}|[A-Z]))?(?:\s*[.:–-].*)?$/u
const CLOSING = /^(?:nơi nhận\s*:?|(?:TM|T\/M|KT|TUQ|TL)\.)/iu
const LETTERHEAD = /^(?:cộng hòa xã hội chủ nghĩa việt nam|độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc)/iu

/** What a line begins with. */
export function readMark(line: string): Mark {
  for (const [kind, pattern] of [
    ['chapter', CHAPTER],
    ['article', ARTICLE],
    ['clause', CLAUSE],
    ['point', POINT],
  ] as const) {
    const found = pattern.exec(line)
    if (found !== null) return { line, kind, number: found[1] ?? '', text: (found[2] ?? '').trim() }
  }
  return { line, kind: aroundOf(line) }
}

function aroundOf(line: string): AroundKind {
  if (LETTERHEAD.test(line.replace('hoà', 'hòa').replace('HOÀ', 'HÒA'))) return 'letterhead'
  if (APPENDIX.test(line)) return 'appendix'
  if (SECTION.test(line)) return 'section'
  if (HEADING.test(line)) return 'heading'
  if (CLOSING.test(line)) return 'closing'
  if (LIST.test(line)) return 'list'
  return BULLET.test(line) ? 'bullet' : 'plain'
}

/** Whether a line is set in capitals, as the names of chapters are. */
export function isCapitals(line: string): boolean {
  return /\p{Lu}/u.test(line) && line === line.toUpperCase()
}

/** A Roman or Arabic number as a whole number: "IV" and "4" are 4; 0 where it is neither. */
export function ordinalOf(number: string): number {
  if (/^\d+$/.test(number)) return Number(number)
  const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }
  const digits = Array.from(number.toUpperCase(), (digit) => values[digit] ?? 0)
  return digits.reduce((sum, value, index) => sum + (value < (digits[index + 1] ?? 0) ? -value : value), 0)
}

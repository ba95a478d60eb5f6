import { type Locale, useLocale } from './locale.ts'

const tag: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' }
const zone = 'Asia/Ho_Chi_Minh'
const marks: Record<Locale, { decimal: string; group: string }> = {
  vi: { decimal: ',', group: '.' },
  en: { decimal: '.', group: ',' },
}

/** An exact decimal as people write it: '1234.50' is "1.234,50" in Vietnamese; minus is "−". Other text passes as it is. */
export function formatPoints(decimal: string, locale: Locale): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal)
  if (parts === null) return decimal
  const [, sign = '', whole = '', fraction] = parts
  const { decimal: point, group } = marks[locale]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return `${sign === '-' ? '−' : ''}${grouped}${fraction === undefined ? '' : point + fraction}`
}

function splitWhole(text: string, point: string | null): [string, string] {
  if (point === null) return [text, '']
  const at = text.lastIndexOf(point)
  return [text.slice(0, at), text.slice(at + 1)]
}

/** Which of the marks in a typed number separates its fraction; null where none does. */
function pointOf(text: string, locale: Locale): '.' | ',' | null {
  const [dots, commas] = [text.split('.').length - 1, text.split(',').length - 1]
  if (dots > 0 && commas > 0) return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ','
  if (dots + commas === 0) return null
  const mark = dots > 0 ? '.' : ','
  if (dots + commas > 1) return null
  const looksGrouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(text)
  return looksGrouped && mark === marks[locale].group ? null : mark
}

/**
 * A number as people type or paste it, as an exact decimal string; null where it is none. Reads "1.234,5" and
 * "1,234.5" in either language; a lone mark with three digits after it ("1.234") is read as the language writes it.
 */
export function parseNumber(typed: string, locale: Locale): string | null {
  const text = typed
    .trim()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/^[−–]/, '-')
  const sign = text.startsWith('-') ? '-' : ''
  const digits = text.slice(sign.length)
  const point = pointOf(digits, locale)
  const [whole, fraction] = splitWhole(digits, point)
  const isGrouped =
    /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(whole) && !(point !== null && whole.includes(point))
  if (!(isGrouped || /^\d+$/.test(whole)) || !/^\d*$/.test(fraction)) return null
  if (point !== null && fraction === '') return null
  const plain = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '')
  return `${sign}${plain}${fraction === '' ? '' : `.${fraction}`}`
}

/** Lower case, without diacritics: what a search compares. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase()
}

/** Whether every word of what is sought stands in the text, diacritics aside. */
export function matches(text: string, sought: string): boolean {
  const folded = fold(text)
  return fold(sought)
    .split(/\s+/)
    .every((word) => folded.includes(word))
}

const dateParts = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: zone } as const
const timeParts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const

/** The formats of one language; dates and times are Vietnam's. */
export function formats(locale: Locale) {
  const date = new Intl.DateTimeFormat(tag[locale], dateParts)
  const time = new Intl.DateTimeFormat(tag[locale], timeParts)
  const weekday = new Intl.DateTimeFormat(tag[locale], { weekday: 'long', timeZone: zone })
  const whole = new Intl.NumberFormat(tag[locale])
  const order = new Intl.Collator(locale, { numeric: true })
  return {
    /** 25/12/2020 */
    date: (at: Date) => date.format(at),
    /** An ISO day, '2020-12-25', as 25/12/2020. */
    day: (day: string) => day.split('-').reverse().join('/'),
    /** 17:00 */
    time: (at: Date) => time.format(at),
    /** 17:00, 25/12/2020 */
    dateTime: (at: Date) => `${time.format(at)}, ${date.format(at)}`,
    /** 25/12 */
    dayMonth: (at: Date) => date.format(at).slice(0, 5),
    /** 12/2020 */
    month: (at: Date) => date.format(at).slice(3),
    /** thứ Sáu */
    weekday: (at: Date) => weekday.format(at).replace(/^Thứ/, 'thứ').replace(/^Chủ/, 'chủ'),
    /** An integer with its groups. */
    whole: (count: number) => whole.format(count),
    points: (decimal: string) => formatPoints(decimal, locale),
    /** A text kept in both languages. */
    text: (text: { vi: string; en: string }) => text[locale] || text.vi,
    /** The order of words in the language's alphabet. */
    compare: (a: string, b: string) => order.compare(a, b),
  }
}
export type Formats = ReturnType<typeof formats>

/** Made once a language: a page of a thousand rows asks a thousand times, and a browser makes them slowly. */
const made: Partial<Record<Locale, Formats>> = {}

/** The formats of the reader's language. */
export function useFormat(): Formats {
  const locale = useLocale()
  made[locale] ??= formats(locale)
  return made[locale]
}

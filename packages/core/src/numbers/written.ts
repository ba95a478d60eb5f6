import type { Text } from '../criteria/document.ts'

/** How one language writes numbers in a sentence; all take decimal strings. */
export type Pen = {
  /** As short as it is exact: `17180.50` is `17.180,5` in Vietnamese, `17,180.5` in English. */
  number: (decimal: string) => string
  /** As `number`, a negative one in brackets: what stands after a sign in a formula. */
  term: (decimal: string) => string
  /** With all its digits: `54.10` is `54,10`. */
  amount: (decimal: string) => string
  /** A text of the document in this language. */
  text: (text: Text) => string
}

type Marks = { point: string; thousands: string; language: keyof Text }

function penOf({ point, thousands, language }: Marks): Pen {
  const amount = (decimal: string) => {
    const [, sign = '', whole = '', fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? []
    const grouped = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, thousands)
    return `${sign === '' ? '' : '−'}${grouped}${fraction === undefined ? '' : point + fraction}`
  }
  const number = (decimal: string) => amount(shortest(decimal))
  return {
    number,
    term: (decimal) => (shortest(decimal).startsWith('-') ? `(${number(decimal)})` : number(decimal)),
    amount,
    text: (text) => text[language],
  }
}

/** Without the zeros that end its fraction, nor a sign before 0. */
function shortest(decimal: string): string {
  const short = decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
  return /^-0*$/.test(short) ? '0' : short
}

const PENS = {
  vi: penOf({ point: ',', thousands: '.', language: 'vi' }),
  en: penOf({ point: '.', thousands: ',', language: 'en' }),
}

/** A sentence in both languages; a formula is written by one function for both. */
export function inBoth(vi: (pen: Pen) => string, en: (pen: Pen) => string = vi): Text {
  return { vi: vi(PENS.vi), en: en(PENS.en) }
}

/** Texts one after the other, with a blank between. */
export function joined(texts: readonly Text[], between = ' '): Text {
  return {
    vi: texts.map((text) => text.vi).join(between),
    en: texts.map((text) => text.en).join(between),
  }
}

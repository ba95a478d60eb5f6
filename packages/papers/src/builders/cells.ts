import type { Cell } from '../document.ts'
import { amount } from '../written.ts'

/** A cell of points, with all its digits. */
export const points = (decimal: string): Cell => ({ words: amount(decimal), number: decimal })

/** A cell of words. */
export const said = (text: string): Cell => ({ words: text })

/** The cell of a row that heads those below it, over `columns` columns. */
export const over = (text: string, columns: number): Cell => ({ words: text, columns, align: 'left' })

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this clone. */
export const checkout = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** What the commands keep between runs; nothing in it is committed. */
export const keptFolder = join(checkout, '.bangvang')

/** Twelve characters that name this clone wherever it is only one of many. */
export const checkoutId = createHash('sha256').update(checkout).digest('hex').slice(0, 12)

/** The path of a command that a package installed. */
export const command = (name) => join(checkout, 'node_modules/.bin', name)

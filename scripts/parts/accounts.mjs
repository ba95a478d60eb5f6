import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from './checkout.mjs'

/** Shows the accounts of the sample year, one a line: role, unit, e-mail, password. */
export function sayAccounts() {
  const accounts = JSON.parse(readFileSync(join(checkout, 'prisma/sample/accounts.json'), 'utf8'))
  const rows = accounts.map(({ role, unitName, email, password }) => [role, unitName ?? '', email, password])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)))
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  process.stdout.write(`\nTài khoản mẫu · Sample accounts\n${lines.map((line) => `  ${line}\n`).join('')}\n`)
}

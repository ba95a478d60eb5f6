import { withDatabase } from './database.ts'
import type { Command } from './terminal.ts'

/**
 * Recomputes every hash of every chain of the journal (domain.md "The journal"). Prints a line of JSON for each chain,
 * `{chain, entries, hash, broken}`, and says the first broken entry. Exit codes: 0 whole, 1 broken or no database, 2 used wrongly.
 */
export const journal: Command = async (words, terminal) => {
  if (words.length > 0) {
    terminal.say('usage: bangvang journal   with DATABASE_URL set')
    return 2
  }
  return withDatabase(terminal, async (database) => {
    const { checkJournal } = await import('@bangvang/api/features/audit/check-journal')
    const chains = await checkJournal(database)
    for (const chain of chains) await terminal.write(`${JSON.stringify(chain)}\n`)
    const broken = chains.filter((chain) => chain.broken !== null)
    for (const { chain, broken: at } of broken)
      terminal.say(`${chain}: broken at entry ${at?.number} (${at?.reason})`)
    if (broken.length > 0) return 1
    const entries = chains.reduce((sum, chain) => sum + chain.entries, 0)
    terminal.say(`Every chain is whole: ${chains.length} chains, ${entries} entries.`)
    return 0
  })
}

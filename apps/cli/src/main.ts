import { type Command, openTerminal } from './terminal.ts'

/** What `bangvang` can do; a command is loaded when it is called, so that each starts fast. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  score: async () => (await import('./score.ts')).score,
  verify: async () => (await import('./verify.ts')).verify,
  tally: async () => (await import('./tally.ts')).tallyCommand,
  journal: async () => (await import('./journal.ts')).journal,
  administrator: async () => (await import('./administrator.ts')).administrator,
}

const [name, ...words] = process.argv.slice(2)
const terminal = openTerminal()
const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined

if (load === undefined) {
  terminal.say(`usage: bangvang COMMAND …   where COMMAND is one of: ${Object.keys(commands).join(', ')}`)
  process.exitCode = 2
} else {
  const run = await load()
  process.exitCode = await run(words, terminal)
}

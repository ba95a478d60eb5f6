import type { AdministratorWish, FirstAdministrator } from '@bangvang/api/features/people/first-administrator'
import { withDatabase } from './database.ts'
import { linesOf } from './lines.ts'
import { openQuestions } from './questions.ts'
import type { Command, Terminal } from './terminal.ts'

/**
 * Makes the first administrator in the database of DATABASE_URL. At a terminal it asks, the password twice and unseen; otherwise
 * e-mail and name are words and the password is the first line of standard input. Exit codes: 0 made, 1 refused, 2 used wrongly.
 */
export const administrator: Command = async (words, terminal) => {
  const [email, name] = words
  if (words.length > 2 || words.length === 1) return usedWrongly(terminal)
  const given = email === undefined || name === undefined ? null : { email, name }
  const isAsked = 'isTTY' in terminal.input && terminal.input.isTTY === true
  if (!isAsked && given === null) return usedWrongly(terminal)
  return withDatabase(terminal, async (database) => {
    const wish = await (isAsked ? askWish(terminal, given) : readWish(terminal, given))
    if (wish === null) return 1
    const { makeFirstAdministrator } = await import('@bangvang/api/features/people/first-administrator')
    const made = await makeFirstAdministrator(database, wish, new Date())
    terminal.say(made.ok ? `${made.email} is administrator and may sign in.` : sentenceOf(made))
    return made.ok ? 0 : 1
  })
}

function usedWrongly({ say }: Terminal): number {
  say('usage: bangvang administrator                          at a terminal, with DATABASE_URL set')
  say('       bangvang administrator EMAIL NAME < PASSWORD    the password is the first line')
  return 2
}

type Given = { email: string; name: string } | null

async function readWish(terminal: Terminal, given: Given): Promise<AdministratorWish | null> {
  if (given === null) return null
  for await (const [password] of linesOf(terminal.input))
    if (password !== undefined) return { ...given, password }
  terminal.say('there is no password on standard input')
  return null
}

async function askWish(terminal: Terminal, given: Given): Promise<AdministratorWish | null> {
  const questions = openQuestions(terminal)
  try {
    const email = given?.email ?? (await questions.ask('E-mail: '))
    const name = email === null ? null : (given?.name ?? (await questions.ask('Name: ')))
    const password = name === null ? null : await questions.askSecret('Password (12 characters or more): ')
    const again = password === null ? null : await questions.askSecret('The password again: ')
    if (email === null || name === null || password === null || again === null) return null
    if (password === again) return { email, name, password }
    terminal.say('the two passwords differ; nothing was made')
    return null
  } finally {
    questions.close()
  }
}

const weaknesses = {
  'too-short': 'it has fewer than 12 characters',
  'too-plain': 'it has fewer than 5 different characters',
  'own-words': 'it holds the e-mail or the name',
  common: 'it is one of the usual ones',
}

function sentenceOf({ refusal }: Extract<FirstAdministrator, { ok: false }>): string {
  switch (refusal.reason) {
    case 'administrator-exists':
      return 'refused: there is an administrator already, who opens every further account'
    case 'email-taken':
      return 'refused: another account has this e-mail'
    case 'weak-password':
      return `refused: the password is too easy to guess: ${weaknesses[refusal.weakness]}`
    case 'invalid-request':
      return `refused: ${refusal.errors.map(({ pointer }) => `${pointer.slice(2)} is not right`).join(', ')}`
  }
}

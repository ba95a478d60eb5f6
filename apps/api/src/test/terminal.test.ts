import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { session } from '@bangvang/contract/session'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { record } from '../audit/record.ts'
import { inTransaction } from '../db.ts'
import { openWorld, type World } from './kit.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  // A terminal has no other clock than the machine's.
  world.clock.now = new Date()
})
afterEach(() => world.close())

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const program = [process.execPath, '--import', 'tsx', 'apps/cli/src/main.ts']
const password = 'bốn mùa hoa sen nở'

function start([file = '', ...words]: string[]) {
  const child = spawn(file, words, { cwd: root, env: { ...process.env, DATABASE_URL: world.url } })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const ended = new Promise<{ code: number | null; said: string }>((done) =>
    child.on('close', (code) => done({ code, said })),
  )
  const until = async (words: string) => {
    while (!said.includes(words) && child.exitCode === null) await new Promise((next) => setTimeout(next, 20))
  }
  return { child, ended, until }
}

/** `bangvang` with these words and this on its standard input. */
function bangvang(words: string[], input = '') {
  const { child, ended } = start([...program, ...words])
  child.stdin.end(input)
  return ended
}

const signIn = (email: string) => world.stranger(session.signIn, { body: { email, password } })

test('the journal of a database is checked from a terminal; the first broken entry is named', async () => {
  const { id } = await world.make.season()
  const act = { actor: null, now: world.clock.now, seasonId: id, about: { kind: 'answer', id: 'KT01' } }
  for (const what of ['a-done', 'b-done'])
    await inTransaction(world.database, (tx) => record(tx, { ...act, what }))
  const whole = await bangvang(['journal'])
  expect(whole.said).toMatch(
    /^\{"chain":.*"entries":2.*"broken":null\}\nEvery chain is whole: 1 chains, 2 entries\.\n$/,
  )
  expect(whole.code).toBe(0)

  await world.owner.query('ALTER TABLE journal_entry DISABLE TRIGGER USER')
  await world.owner.query("UPDATE journal_entry SET what = 'c-done' WHERE number = 2")
  const broken = await bangvang(['journal'])
  expect(broken.said).toContain(`${id}: broken at entry 2 (content-hash)\n`)
  expect(broken.code).toBe(1)
})

test('the first administrator is made by a program that gives the password on standard input', async () => {
  const words = ['administrator', 'quan.tri@tinh.vn', 'Phạm Văn Đức']
  expect((await bangvang(words)).said).toBe('there is no password on standard input\n')
  expect(await bangvang(words, 'ngắn\n')).toEqual({
    code: 1,
    said: 'refused: the password is too easy to guess: it has fewer than 12 characters\n',
  })
  expect(await bangvang(words, `${password}\n`)).toEqual({
    code: 0,
    said: 'quan.tri@tinh.vn is administrator and may sign in.\n',
  })
  expect((await signIn('quan.tri@tinh.vn')).mandate?.role).toBe('administrator')
  const second = await bangvang(words, `${password}\n`)
  expect(second).toMatchObject({
    code: 1,
    said: expect.stringContaining('there is an administrator already'),
  })
})

// `script` gives a program a terminal of its own.
const atTerminal = () =>
  start(['script', '-qefc', [...program, 'administrator'].map((word) => `'${word}'`).join(' '), '/dev/null'])

async function answerAll(answers: [question: string, answer: string][]) {
  const { child, ended, until } = atTerminal()
  for (const [question, answer] of answers) {
    await until(question)
    child.stdin.write(answer)
  }
  const told = await ended
  child.stdin.end()
  return told
}

test('at a terminal the password is asked for twice and never shown', async () => {
  const questions: [string, string][] = [
    ['E-mail: ', 'quan.tri@tinh.vn\r'],
    ['Name: ', 'Phạm Văn Đức\r'],
    ['Password (12', `${password}\r`],
    ['The password again: ', `${password}\r`],
  ]
  const differing = await answerAll([...questions.slice(0, 3), ['The password again: ', 'khác hẳn rồi\r']])
  expect(differing).toMatchObject({ code: 1, said: expect.stringContaining('the two passwords differ') })

  const made = await answerAll(questions)
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining('may sign in') })
  expect(made.said).toContain('Phạm Văn Đức')
  expect(made.said).not.toContain('hoa sen')
  expect((await signIn('quan.tri@tinh.vn')).mandate?.role).toBe('administrator')
})

test('who breaks off with Ctrl-C or Ctrl-D has made nothing', async () => {
  for (const key of ['\x03', '\x04']) {
    const ended = await answerAll([
      ['E-mail: ', 'quan.tri@tinh.vn\r'],
      ['Name: ', key],
    ])
    expect(ended.code).toBe(1)
  }
  expect(await world.database.prisma.person.count()).toBe(0)
})

import { execFile } from 'node:child_process'
import { basename, dirname } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { answersOf, bangvang, fileOf, readVectors, root } from './run.test-kit.ts'

test.each([[[]], [['nonsense']], [['constructor']]])(
  '%j is no command: says which there are',
  async (words) => {
    const ended = await bangvang(words)
    expect(ended.errors).toMatch(/^usage: bangvang COMMAND .*score.*tally/)
    expect(ended).toMatchObject({ code: 2, output: '' })
  },
)

test('npm run bangvang finds a file beside where it was typed, and prints nothing but the answer', async () => {
  const [{ criteria, submissions, expect: expected }] = readVectors('scoring') as unknown as [
    { criteria: unknown; submissions: unknown; expect: unknown },
  ]
  const file = fileOf(JSON.stringify({ criteria, submissions }))
  const { stdout } = await promisify(execFile)(
    'npm',
    ['run', '--silent', '--prefix', root, 'bangvang', '--', 'score', basename(file)],
    { cwd: dirname(file) },
  )
  expect(answersOf({ code: 0, output: stdout, errors: '' })).toEqual([expected])
})

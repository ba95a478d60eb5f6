import { spawn } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { answersOf, bangvang, fileOf, readVectors, root } from './run.test-kit.ts'

type Vector = {
  criteria: { sections: unknown[] }
  submissions: { unit: string }[]
  expect: unknown
  invalid: { submission: { unit: string }; problems: { path: string; code: string }[] }
}
const vectors = readVectors('scoring') as unknown as Vector[]
const [first] = vectors
if (!first) throw new Error('no vectors')
const { criteria, submissions } = first
const good = JSON.stringify({ criteria, submissions })
const problemsOf = (vector: Vector) => ({
  problems: vector.invalid.problems.map((problem) => ({ unit: vector.invalid.submission.unit, ...problem })),
})

describe('score -', () => {
  test('answers every worked case, good or refused, one line each, in order', async () => {
    const lines = vectors.flatMap((vector) => [
      JSON.stringify({ criteria: vector.criteria, submissions: vector.submissions }),
      JSON.stringify({ criteria: vector.criteria, submissions: [vector.invalid.submission] }),
    ])
    const ended = await bangvang(['score', '-'], `${lines.join('\n')}\n`)
    expect(answersOf(ended)).toEqual(vectors.flatMap((vector) => [vector.expect, problemsOf(vector)]))
    expect(ended).toMatchObject({ code: 0, errors: '' })
  })

  test('answers a line that is no JSON, no object or blank at its own place', async () => {
    const lines = ['{', '', '  ', '[]', 'null', '7', '"x"', good, 'nonsense', good]
    const ended = await bangvang(['score', '-'], lines.join('\n'))
    const one = (code: string) => ({ problems: [{ unit: null, path: '', code }] })
    const not = one('not_json')
    const wrong = one('wrong_shape')
    expect(answersOf(ended)).toEqual([
      not,
      not,
      not,
      wrong,
      wrong,
      wrong,
      wrong,
      first.expect,
      not,
      first.expect,
    ])
    expect(ended.code).toBe(0)
  })

  test('takes \\r\\n, a byte order mark, and U+2028 inside a text', async () => {
    const odd = JSON.stringify({ criteria, submissions: [{ unit: 'a\u2028b', answers: {} }] })
    const ended = await bangvang(['score', '-'], `\uFEFF${good}\r\n${odd}\r\n`)
    const [plain, withSeparator] = answersOf(ended) as { ranking: { unit: string }[] }[]
    expect(plain).toEqual(first.expect)
    expect(withSeparator?.ranking[0]?.unit).toBe('a\u2028b')
  })

  test('answers nothing to nothing', async () => {
    expect(await bangvang(['score', '-'])).toEqual({ code: 0, output: '', errors: '' })
  })
})

describe('score - over a pipe', () => {
  test('takes a line of many megabytes', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      unit: `U${index}`,
      answers: submissions[0] && 'answers' in submissions[0] ? submissions[0].answers : {},
    }))
    const huge = JSON.stringify({ criteria, submissions: [...many, many[0]] })
    const ended = await bangvang(['score', '-'], `${huge}\n${good}\n`)
    expect(huge.length).toBeGreaterThan(2_000_000)
    expect(answersOf(ended)).toEqual([
      { problems: [{ unit: 'U0', path: 'unit', code: 'duplicate_unit' }] },
      first.expect,
    ])
  })

  test('answers each line as it comes, before the input ends', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'apps/cli/src/main.ts', 'score', '-'], {
      cwd: root,
    })
    const next = () =>
      new Promise<string>((done) => child.stdout.once('data', (chunk) => done(String(chunk))))
    child.stdin.write(`${good}\n`)
    expect(JSON.parse(await next())).toEqual(first.expect)
    child.stdin.write('{}\n')
    expect(JSON.parse(await next())).toEqual({ problems: [{ unit: null, path: '', code: 'wrong_shape' }] })
    child.stdin.end()
    expect(await new Promise((done) => child.on('close', done))).toBe(0)
  })

  test('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'apps/cli/src/main.ts', 'score', '-'], {
      cwd: root,
    })
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.stdin.on('error', () => undefined)
    child.stdin.write(`${good}\n`.repeat(500))
    await new Promise((done) => child.stdout.once('data', done))
    child.stdout.destroy()
    child.stdin.end(`${good}\n`.repeat(2_000))
    const code = await new Promise((done) => child.on('close', done))
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
  })
})

describe('score FILE', () => {
  test('prints results and ranking as one line and ends with 0', async () => {
    const ended = await bangvang(['score', fileOf(good)])
    expect(answersOf(ended)).toEqual([first.expect])
    expect(ended).toMatchObject({ code: 0, errors: '' })
  })

  test('ends with 1 where a submission is refused', async () => {
    const refused = JSON.stringify({ criteria, submissions: [...submissions, first.invalid.submission] })
    const ended = await bangvang(['score', fileOf(refused)])
    const [{ problems }] = answersOf(ended) as [{ problems: unknown[] }]
    expect(problems).toEqual(
      expect.arrayContaining([
        ...problemsOf(first).problems,
        { unit: first.invalid.submission.unit, path: 'unit', code: 'duplicate_unit' },
      ]),
    )
    expect(ended.code).toBe(1)
  })

  test('names a fault of the criteria with no unit and the path in the document', async () => {
    const ended = await bangvang([
      'score',
      fileOf(JSON.stringify({ criteria: { ...criteria, sections: [] }, submissions })),
    ])
    expect(answersOf(ended)).toEqual([
      { problems: expect.arrayContaining([{ unit: null, path: 'sections', code: 'empty' }]) },
    ])
    expect(ended.code).toBe(1)
  })

  test.each([
    ['[]', [{ unit: null, path: '', code: 'wrong_shape' }]],
    ['{}', [{ unit: null, path: '', code: 'wrong_shape' }]],
    [
      JSON.stringify({ criteria, submissions: {} }),
      [{ unit: null, path: 'submissions', code: 'wrong_shape' }],
    ],
    [JSON.stringify({ criteria }), [{ unit: null, path: 'submissions', code: 'wrong_shape' }]],
  ])('refuses what is not {criteria, submissions}', async (text, problems) => {
    const ended = await bangvang(['score', fileOf(text)])
    expect(answersOf(ended)).toEqual([{ problems }])
    expect(ended.code).toBe(1)
  })

  test('scores an empty cluster', async () => {
    const ended = await bangvang(['score', fileOf(JSON.stringify({ criteria, submissions: [] }))])
    expect(answersOf(ended)).toEqual([{ results: [], ranking: [] }])
  })
})

describe('score without a readable FILE', () => {
  test.each([
    ['a file that is not there', ['score', '/no/such/file.json'], '/no/such/file.json: no such file\n'],
    ['a folder', ['score', '/'], '/: cannot be read (EISDIR)\n'],
    [
      'no file at all',
      ['score'],
      'usage: bangvang score FILE   or   bangvang score -   (one JSON object a line)\n',
    ],
    [
      'too many words',
      ['score', 'a', 'b'],
      'usage: bangvang score FILE   or   bangvang score -   (one JSON object a line)\n',
    ],
  ])('says what is wrong with %s and ends with 2', async (_, words, errors) => {
    expect(await bangvang(words)).toEqual({ code: 2, output: '', errors })
  })

  test('says that a file is not JSON and ends with 2', async () => {
    const file = fileOf('{"criteria":')
    const ended = await bangvang(['score', file])
    expect(ended.errors.startsWith(`${file}: not JSON (`)).toBe(true)
    expect(ended).toMatchObject({ code: 2, output: '' })
  })
})

import type { AnswerView } from '@bangvang/contract/assessments'
import { ApiProblem } from '@bangvang/contract/client'
import { type ProblemCode, problems } from '@bangvang/contract/problem'
import type { Answer } from '@bangvang/core/assessments/answer'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Typed, untyped } from './grid-model.ts'
import { memoryOutbox } from './outbox.ts'
import type { Change, SaverPorts } from './pending.ts'
import { AnswerSaver } from './saver.ts'

const at = new Date('2020-12-18T03:00:00Z')
const typing = (value: string): Typed => ({ ...untyped, texts: { value } })
const view = (change: Change, by = 'Hạnh'): AnswerView => ({
  ...change,
  version: change.version + 1,
  updatedAt: at,
  updatedBy: by,
})
const refusal = (code: ProblemCode, current?: unknown) =>
  new ApiProblem({ type: `/problems/${code}`, title: '', status: problems[code].status, current })
const stored = (value: string, version: number) => ({
  criterionCode: 'A',
  answer: { value },
  note: '',
  version,
  updatedAt: at.toISOString(),
  updatedBy: 'Quý',
})

function saverWith(send: (change: Change) => Promise<AnswerView>, ports: Partial<SaverPorts> = {}) {
  const outbox = memoryOutbox()
  const sent: Change[] = []
  const saver = new AnswerSaver({
    outbox,
    now: () => at,
    isOwnSession: async () => true,
    read: (_, { texts: { value = '' } }) =>
      value === 'abc'
        ? { kind: 'faults', faults: [] }
        : { kind: 'answer', answer: value === '' ? null : ({ value } satisfies Answer) },
    storedAt: () => undefined,
    onSaved: async () => undefined,
    send: (change) => {
      sent.push(change)
      return send(change)
    },
    ...ports,
  })
  const state = () => saver.snapshot().rows.get('A')?.state
  return { saver, outbox, sent, state }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})
const rest = () => vi.advanceTimersByTimeAsync(800)

test('what is typed is in the outbox before it is sent, and out of it once acknowledged', async () => {
  let acknowledge: (value: AnswerView) => void = () => undefined
  const { saver, outbox, sent, state } = saverWith(() => new Promise((done) => (acknowledge = done)))
  saver.type('A', typing('1'), 0)
  expect(await outbox.list()).toHaveLength(1)
  expect(sent).toEqual([])
  await rest()
  expect(state()).toBe('saving')
  expect(await outbox.list()).toHaveLength(1)
  acknowledge(view(sent[0] as Change))
  await rest()
  expect(state()).toBeUndefined()
  expect(await outbox.list()).toEqual([])
})

test('what is typed while its row is on the way goes out next, over the version just made', async () => {
  const acknowledge: (() => void)[] = []
  const { saver, sent, outbox } = saverWith(
    (change) => new Promise((done) => acknowledge.push(() => done(view(change)))),
  )
  saver.type('A', typing('1'), 4)
  await rest()
  saver.type('A', typing('12'), 4)
  await rest()
  expect(sent).toHaveLength(1)
  acknowledge[0]?.()
  await rest()
  expect(sent[1]).toMatchObject({ answer: { value: '12' }, version: 5 })
  expect(await outbox.list()).toHaveLength(1)
  acknowledge[1]?.()
  await rest()
  expect(await outbox.list()).toEqual([])
})

test('over a dead network a row waits, and goes out by itself when the network is back', async () => {
  let isDead = true
  const { saver, state, outbox } = saverWith(async (change) => {
    if (isDead) throw new TypeError('Failed to fetch')
    return view(change)
  })
  saver.type('A', typing('1'), 0)
  await rest()
  expect(state()).toBe('offline')
  expect(saver.snapshot().offlineSince).toEqual(at)
  isDead = false
  await vi.advanceTimersByTimeAsync(1_500)
  expect(state()).toBeUndefined()
  expect(saver.snapshot().offlineSince).toBeNull()
  expect(await outbox.list()).toEqual([])
})

test('an earlier page left a row unsent: it is sent when the next page opens', async () => {
  const { saver, outbox, sent } = saverWith(async (change) => view(change))
  await outbox.put({ criterionCode: 'A', typed: typing('7'), version: 2, typedAt: at })
  await saver.start()
  expect(sent).toEqual([{ criterionCode: 'A', answer: { value: '7' }, note: '', version: 2 }])
  expect(await outbox.list()).toEqual([])
})

test('nothing is sent under another session; it goes out once the own person is back', async () => {
  let isOwn = false
  const { saver, sent, state, outbox } = saverWith(async (change) => view(change), {
    isOwnSession: async () => isOwn,
  })
  saver.type('A', typing('1'), 0)
  await rest()
  expect(sent).toEqual([])
  expect(state()).toBe('signedOut')
  expect(await outbox.list()).toHaveLength(1)
  isOwn = true
  await saver.flush()
  expect(sent).toHaveLength(1)
})

test('after a lost race both values stand, and the person chooses', async () => {
  const race = async (change: Change) => {
    if (change.version !== 3) throw refusal('answer-changed', stored('7.3', 3))
    return view(change)
  }
  const own = saverWith(race)
  own.saver.type('A', typing('7.1'), 2)
  await rest()
  expect(own.saver.snapshot().rows.get('A')).toMatchObject({
    state: 'conflict',
    theirs: { answer: { value: '7.3' }, updatedBy: 'Quý' },
  })
  await own.saver.settle('A', 'own')
  expect(own.sent.at(-1)).toMatchObject({ answer: { value: '7.1' }, version: 3 })
  expect(await own.outbox.list()).toEqual([])

  const theirs = saverWith(race)
  theirs.saver.type('A', typing('7.1'), 2)
  await rest()
  await theirs.saver.settle('A', 'theirs')
  expect(theirs.sent).toHaveLength(1)
  expect(theirs.state()).toBeUndefined()
  expect(await theirs.outbox.list()).toEqual([])
})

test('a lost acknowledgement is no conflict: the same content stands already', async () => {
  const { saver, state, outbox } = saverWith(async () => {
    throw refusal('answer-changed', stored('7.1', 3))
  })
  saver.type('A', typing('7.1'), 2)
  await rest()
  expect(state()).toBeUndefined()
  expect(await outbox.list()).toEqual([])
})

test('a refused row stays with why, and is kept', async () => {
  const { saver, outbox } = saverWith(async () => {
    throw refusal('assessment-locked')
  })
  saver.type('A', typing('1'), 0)
  await rest()
  expect(saver.snapshot().rows.get('A')).toMatchObject({ state: 'refused', problem: 'assessment-locked' })
  expect(await outbox.list()).toHaveLength(1)
})

test('what cannot be read is kept as text and not sent', async () => {
  const { saver, sent, state, outbox } = saverWith(async (change) => view(change))
  saver.type('A', typing('abc'), 0)
  await rest()
  expect(sent).toEqual([])
  expect(state()).toBe('unread')
  expect((await outbox.list())[0]?.typed).toEqual(typing('abc'))
})

test('typed back to what is stored, nothing is sent', async () => {
  const { saver, sent, outbox } = saverWith(async (change) => view(change), {
    storedAt: () => ({ ...stored('1', 2), updatedAt: at }),
  })
  saver.type('A', typing('2'), 2)
  saver.type('A', typing('1'), 2)
  await rest()
  expect(sent).toEqual([])
  expect(await outbox.list()).toEqual([])
})

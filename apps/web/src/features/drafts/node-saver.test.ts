import { ApiProblem } from '@bangvang/contract/client'
import type { NodeView } from '@bangvang/contract/drafts'
import { type ProblemCode, problems } from '@bangvang/contract/problem'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { part } from './draft-sample.ts'
import { NodeSaver } from './node-saver.ts'
import { type Changed, withChanged } from './use-draft-cache.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const refusal = (code: ProblemCode, current?: NodeView) => {
  const { status, title } = problems[code]
  return new ApiProblem({ type: `/problems/${code}`, title, status, current })
}

/** A server of one part, and a saver before it; `next` is what the next save meets. */
function desk() {
  let nodes = [part('clause', ['K1', null, 'V'], 'Cũ.')]
  const asked: [string, string, number][] = []
  const kept: unknown[] = []
  const meets: (() => Promise<Changed>)[] = []
  const saved = (text: string, version: number): Changed => ({
    revision: version + 10,
    nodes: [{ ...part('clause', ['K1', null, 'V'], text), version: version + 1 }],
    removed: [],
  })
  const saver = new NodeSaver({
    save: (nodeId, text, version) => {
      asked.push([nodeId, text, version])
      return meets.shift()?.() ?? Promise.resolve(saved(text, version))
    },
    onChanged: (changed) => {
      nodes = withChanged(nodes, changed)
    },
    nodeAt: (nodeId) => nodes.find(({ id }) => id === nodeId),
    keep: (rows) => kept.push(rows),
  })
  const row = () => saver.snapshot().get('K1')
  return { saver, asked, kept, meets, saved, row, text: () => nodes[0]?.content.text }
}

test('words are sent once the typing rests, and kept on the device until they are there', async () => {
  const { saver, asked, kept, text, row } = desk()
  saver.type('K1', 'Mớ')
  saver.type('K1', 'Mới.')
  expect(asked).toEqual([])
  expect(kept.at(-1)).toEqual([['K1', { text: 'Mới.', version: 1 }]])
  await vi.advanceTimersByTimeAsync(1000)
  expect(asked).toEqual([['K1', 'Mới.', 1]])
  expect(text()).toBe('Mới.')
  expect(row()).toBeUndefined()
  expect(kept.at(-1)).toEqual([])
})

test('what is typed while a save is under way goes over the version it made', async () => {
  const { saver, asked, meets, saved } = desk()
  meets.push(() => {
    saver.type('K1', 'Mới hơn.')
    return Promise.resolve(saved('Mới.', 1))
  })
  saver.type('K1', 'Mới.')
  await vi.advanceTimersByTimeAsync(3000)
  expect(asked).toEqual([
    ['K1', 'Mới.', 1],
    ['K1', 'Mới hơn.', 2],
  ])
})

test('without a network the words wait and go by themselves', async () => {
  const { saver, asked, meets, row } = desk()
  meets.push(() => Promise.reject(new TypeError('Failed to fetch')))
  saver.type('K1', 'Mới.')
  await vi.advanceTimersByTimeAsync(1000)
  expect(row()?.state).toBe('offline')
  await vi.advanceTimersByTimeAsync(6000)
  expect(asked.length).toBe(2)
  expect(row()).toBeUndefined()
})

const theirs = { ...part('clause', ['K1', null, 'V'], 'Của người khác.'), version: 4 }

test('someone else’s words are not written over: both stand until the person chooses', async () => {
  const { saver, asked, meets, row } = desk()
  meets.push(() => Promise.reject(refusal('node-changed', theirs)))
  saver.type('K1', 'Của mình.')
  await vi.advanceTimersByTimeAsync(1000)
  expect(row()?.state).toBe('conflict')
  expect(row()?.theirs?.content.text).toBe('Của người khác.')
  saver.type('K1', 'Của mình, sửa nữa.')
  await vi.advanceTimersByTimeAsync(3000)
  expect(asked.length).toBe(1)
  saver.settle('K1', 'own')
  await vi.advanceTimersByTimeAsync(100)
  expect(asked.at(-1)).toEqual(['K1', 'Của mình, sửa nữa.', 4])
})

test('choosing the other’s words lets the own ones go', async () => {
  const { saver, meets, row, text } = desk()
  meets.push(() => Promise.reject(refusal('node-changed', theirs)))
  saver.type('K1', 'Của mình.')
  await vi.advanceTimersByTimeAsync(1000)
  saver.settle('K1', 'theirs')
  expect(row()).toBeUndefined()
  expect(text()).toBe('Của người khác.')
})

test('the same words on the server are no conflict: an answer was lost', async () => {
  const { saver, meets, row } = desk()
  meets.push(() => Promise.reject(refusal('node-changed', { ...theirs, content: { text: 'Mới.' } })))
  saver.type('K1', 'Mới.')
  await vi.advanceTimersByTimeAsync(1000)
  expect(row()).toBeUndefined()
})

test('words over a part that was removed are shown, and go only when let go', async () => {
  const { saver, meets, row } = desk()
  meets.push(() => Promise.reject(refusal('not-found')))
  saver.type('K1', 'Của mình.')
  await vi.advanceTimersByTimeAsync(1000)
  expect(row()).toMatchObject({ state: 'conflict', theirs: null, text: 'Của mình.' })
  saver.settle('K1', 'theirs')
  expect(row()).toBeUndefined()
})

test('what the server refuses is told and not sent again', async () => {
  const { saver, asked, meets, row } = desk()
  meets.push(() => Promise.reject(refusal('draft-adopted')))
  saver.type('K1', 'Mới.')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(row()).toMatchObject({ state: 'refused', problem: 'draft-adopted' })
  expect(asked.length).toBe(1)
})

test('words an earlier page left are sent over the version they were typed over', async () => {
  const { saver, asked } = desk()
  saver.start([['K1', { text: 'Từ hôm qua.', version: 1 }]])
  await vi.advanceTimersByTimeAsync(100)
  expect(asked).toEqual([['K1', 'Từ hôm qua.', 1]])
})

test('words typed back to what is stored are not sent', async () => {
  const { saver, asked, row } = desk()
  saver.type('K1', 'Cũ.')
  await vi.advanceTimersByTimeAsync(1000)
  expect(asked).toEqual([])
  expect(row()).toBeUndefined()
})

import { ApiProblem } from '@bangvang/contract/client'
import type { NodeView } from '@bangvang/contract/drafts'
import { type ProblemCode, problems } from '@bangvang/contract/problem'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Changed, ContentSaver, type KeptRow } from './content-saver.ts'
import { nodesOf } from './criteria-sample.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const refusal = (code: ProblemCode, current?: NodeView | null) =>
  new ApiProblem({ type: `/problems/${code}`, ...problems[code], current })

/** A saver of the sample's parts whose server does what the test says. */
function opened(answerTo: (sent: KeptRow, nodeId: string) => Changed | Error) {
  let nodes = nodesOf()
  const sent: [string, KeptRow][] = []
  const kept: [string, KeptRow][][] = []
  const saver = new ContentSaver({
    save: async (nodeId, row) => {
      sent.push([nodeId, row])
      const answer = answerTo(row, nodeId)
      if (answer instanceof Error) throw answer
      return answer
    },
    onChanged: ({ nodes: changed }) => {
      nodes = nodes.map((node) => changed.find(({ id }) => id === node.id) ?? node)
    },
    nodeAt: (id) => nodes.find((node) => node.id === id),
    keep: (rows) => void kept.push(rows),
  })
  const nodeAt = (id: string) => {
    const found = nodes.find((node) => node.id === id)
    if (found === undefined) throw new Error(`no ${id}`)
    return found
  }
  return { saver, sent, kept, nodeAt, row: (id: string) => saver.snapshot().get(id) }
}

const saved = (nodeId: string, { content, version }: KeptRow): Changed => {
  const node = nodesOf().find(({ id }) => id === nodeId)
  if (node === undefined) throw new Error(`no ${nodeId}`)
  return { revision: version + 1, nodes: [{ ...node, content, version: version + 1 }], removed: [] }
}

test('what is typed is sent once the typing rests, and kept until it is acknowledged', async () => {
  const { saver, sent, kept, nodeAt, row } = opened((typed, id) => saved(id, typed))
  const { content } = nodeAt('KT07')
  saver.type('KT07', { ...content, maxPoints: '5' })
  saver.type('KT07', { ...content, maxPoints: '55' })
  expect(kept.at(-1)).toEqual([['KT07', { content: { ...content, maxPoints: '55' }, version: 1 }]])
  expect(sent).toEqual([])
  await vi.advanceTimersByTimeAsync(1000)
  expect(sent).toEqual([['KT07', { content: { ...content, maxPoints: '55' }, version: 1 }]])
  expect([row('KT07'), kept.at(-1), nodeAt('KT07').version]).toEqual([undefined, [], 2])
})

test('what is typed while a save is under way goes over the version it made', async () => {
  const { saver, sent, nodeAt } = opened((typed, id) => saved(id, typed))
  const { content } = nodeAt('KT07')
  saver.type('KT07', { ...content, maxPoints: '5' })
  saver.send('KT07')
  saver.type('KT07', { ...content, maxPoints: '55' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(sent.map(([, { content: one, version }]) => [one.maxPoints, version])).toEqual([['55', 1]])
  saver.type('KT07', { ...content, maxPoints: '60' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(sent.at(-1)?.[1].version).toBe(2)
})

test('what someone else changed meanwhile is not written over: both are there until the person chooses', async () => {
  const theirs: NodeView = { ...nodesOf()[0], ...nodesOf().find(({ id }) => id === 'KT07') } as NodeView
  const current = { ...theirs, content: { ...theirs.content, maxPoints: '44' }, version: 4 }
  let isFirst = true
  const { saver, sent, nodeAt, row } = opened((typed, id) => {
    if (!isFirst) return saved(id, typed)
    isFirst = false
    return refusal('node-changed', current)
  })
  const { content } = nodeAt('KT07')
  saver.type('KT07', { ...content, maxPoints: '55' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(row('KT07')).toMatchObject({ state: 'conflict', content: { maxPoints: '55' }, theirs: current })
  saver.flush()
  await vi.advanceTimersByTimeAsync(1000)
  expect(sent).toHaveLength(1)
  saver.settle('KT07', 'own')
  await vi.advanceTimersByTimeAsync(1000)
  expect(sent.at(-1)?.[1]).toMatchObject({ content: { maxPoints: '55' }, version: 4 })
  expect(row('KT07')).toBeUndefined()
})

test('the other value stands where the person takes it, and where the part is gone nothing is left', async () => {
  const node = nodesOf().find(({ id }) => id === 'KT07') as NodeView
  const current = { ...node, content: { ...node.content, maxPoints: '44' }, version: 4 }
  const { saver, nodeAt, row } = opened((_, id) =>
    id === 'KT07' ? refusal('node-changed', current) : refusal('not-found'),
  )
  saver.type('KT07', { ...node.content, maxPoints: '55' })
  saver.type('KT09', { ...nodeAt('KT09').content, maxPoints: '1' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(row('KT09')).toMatchObject({ state: 'conflict', theirs: null })
  saver.settle('KT07', 'theirs')
  saver.settle('KT09', 'own')
  expect([row('KT07'), row('KT09'), nodeAt('KT07').content.maxPoints]).toEqual([undefined, undefined, '44'])
})

test('an answer that was lost is no conflict when the same stands on the server', async () => {
  const { saver, nodeAt, row } = opened((typed) => {
    const node = nodesOf().find(({ id }) => id === 'KT07') as NodeView
    return refusal('node-changed', { ...node, content: typed.content, version: 2 })
  })
  saver.type('KT07', { ...nodeAt('KT07').content, maxPoints: '55' })
  await vi.advanceTimersByTimeAsync(1000)
  expect([row('KT07'), nodeAt('KT07').version]).toEqual([undefined, 2])
})

test('a dead network is waited for, and a refusal is told and not tried again', async () => {
  let isDead = true
  const { saver, sent, nodeAt, row } = opened((typed, id) => {
    if (id === 'KT09') return refusal('draft-adopted')
    return isDead ? new TypeError('Failed to fetch') : saved(id, typed)
  })
  saver.start([
    ['KT07', { content: { ...nodeAt('KT07').content, maxPoints: '55' }, version: 1 }],
    ['KT09', { content: { ...nodeAt('KT09').content, maxPoints: '1' }, version: 1 }],
  ])
  await vi.advanceTimersByTimeAsync(100)
  expect([row('KT07')?.state, row('KT09')?.state, row('KT09')?.problem]).toEqual([
    'offline',
    'refused',
    'draft-adopted',
  ])
  isDead = false
  await vi.advanceTimersByTimeAsync(6000)
  expect([row('KT07'), sent.length]).toEqual([undefined, 3])
  saver.stop()
})

import { ApiProblem } from '@bangvang/contract/client'
import type { TargetView } from '@bangvang/contract/pacts'
import { problems } from '@bangvang/contract/problem'
import { expect, test } from 'vitest'
import type { TypedTarget } from './target-model.ts'
import { type SavedTarget, TargetSaver } from './target-saver.ts'

const view = ({ criterionCode, target, note, version }: SavedTarget): TargetView => ({
  criterionCode,
  target,
  note,
  version: version + 1,
  updatedAt: new Date('2020-02-18T02:00:00Z'),
  updatedBy: 'Nguyễn Thị Hạnh',
})
const typed = (text: string, version = 0): TypedTarget => ({ text, note: '', version })

/** A saver whose server answers as told, and what it kept, sent and acknowledged. */
function saver(respond: (target: SavedTarget) => Promise<TargetView>, stored?: TargetView) {
  const sent: SavedTarget[] = []
  const saved: TargetView[] = []
  let kept: ReadonlyMap<string, TypedTarget> = new Map()
  const one = new TargetSaver({
    kept: new Map([['KT02', typed('5')]]),
    keep: (next) => {
      kept = next
    },
    read: (_code, text) =>
      text === 'x' ? { ok: false, code: 'not_a_decimal' } : { ok: true, target: text === '' ? null : text },
    storedAt: (code) => (stored?.criterionCode === code ? stored : undefined),
    send: (target) => {
      sent.push(target)
      return respond(target)
    },
    onSaved: (next) => saved.push(next),
  })
  return {
    one,
    sent,
    saved,
    kept: () => [...kept.keys()],
    stateOf: (code: string) => one.snapshot().get(code)?.trouble?.state,
  }
}

test('what is typed stays on the device until the server has acknowledged that very content', async () => {
  const { one, sent, saved, kept } = saver(async (target) => view(target))
  one.type('KT01', typed('8.5'))
  expect(kept()).toEqual(['KT02', 'KT01'])
  await one.send('KT01')
  expect(sent).toEqual([{ criterionCode: 'KT01', target: '8.5', note: '', version: 0 }])
  expect(saved).toHaveLength(1)
  expect(kept()).toEqual(['KT02'])
})

test('what an earlier page left is sent', async () => {
  const { one, sent, kept } = saver(async (target) => view(target))
  one.flush()
  await expect.poll(kept).toEqual([])
  expect(sent.map(({ criterionCode }) => criterionCode)).toEqual(['KT02'])
})

test('text that is no number is not sent and is kept', async () => {
  const { one, sent, stateOf, kept } = saver(async (target) => view(target))
  one.type('KT01', typed('x'))
  await one.send('KT01')
  expect(stateOf('KT01')).toBe('unread')
  expect(sent).toEqual([])
  expect(kept()).toContain('KT01')
})

test('typed back to what is stored is not sent', async () => {
  const stored = view({ criterionCode: 'KT01', target: '8.5', note: '', version: 0 })
  const { one, sent, kept } = saver(async (target) => view(target), stored)
  one.type('KT01', typed('8.5', 1))
  await one.send('KT01')
  expect(sent).toEqual([])
  expect(kept()).not.toContain('KT01')
})

test('what is typed while another value is on its way goes out over the version just made', async () => {
  const { one, sent } = saver(async (target) => {
    if (sent.length === 1) one.type('KT01', typed('9'))
    return view(target)
  })
  one.type('KT01', typed('8'))
  await one.send('KT01')
  expect(sent.map(({ target, version }) => [target, version])).toEqual([
    ['8', 0],
    ['9', 1],
  ])
  expect(one.snapshot().has('KT01')).toBe(false)
})

test('a dead network keeps the row waiting', async () => {
  const { one, stateOf } = saver(() => Promise.reject(new TypeError('Failed to fetch')))
  one.type('KT01', typed('8'))
  await one.send('KT01')
  expect(stateOf('KT01')).toBe('offline')
})

test.each([
  ['own', 2],
  ['theirs', 1],
] as const)('of two values the person chooses %s', async (choice, requests) => {
  const theirs = view({ criterionCode: 'KT01', target: '7', note: '', version: 3 })
  const { status, title } = problems['target-changed']
  const lost = new ApiProblem({ type: '/problems/target-changed', title, status, current: theirs })
  const { one, sent, saved, stateOf } = saver(async (target) => {
    if (sent.length === 1) throw lost
    return view(target)
  })
  one.type('KT01', typed('8'))
  await one.send('KT01')
  expect(stateOf('KT01')).toBe('conflict')
  await one.send('KT01')
  expect(sent).toHaveLength(1)
  await one.settle('KT01', choice)
  expect(sent).toHaveLength(requests)
  if (choice === 'own') expect(sent[1]?.version).toBe(4)
  else expect(saved).toEqual([theirs])
  expect(one.snapshot().has('KT01')).toBe(false)
})

test('another refusal is told and the row sent again by hand', async () => {
  const { status, title } = problems['registration-signed']
  const { one, stateOf } = saver(() =>
    Promise.reject(new ApiProblem({ type: '/problems/registration-signed', title, status })),
  )
  one.type('KT01', typed('8'))
  await one.send('KT01')
  expect(stateOf('KT01')).toBe('refused')
})

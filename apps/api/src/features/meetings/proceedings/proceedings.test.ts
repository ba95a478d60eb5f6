import { ballots } from '@bangvang/contract/ballots'
import { meetings } from '@bangvang/contract/meetings'
import { proceedings } from '@bangvang/contract/proceedings'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gathered } from '../../../test/gathered.ts'
import { openWorld, type World } from '../../../test/kit.ts'
import { refusal } from '../../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function running() {
  const made = await gathered(world)
  await made.begin([made.first, made.second])
  const { secretary, params, items } = made
  const [one = '', two = ''] = items
  const goTo = (itemId: string | null) => secretary(proceedings.setCurrent, { params, body: { itemId } })
  await goTo(one)
  return { ...made, one, two, goTo, delegate: await made.as('delegate', made.second) }
}

test('the chair goes from item to item; each remembers when it began and ended', async () => {
  const { secretary, params, one, two, goTo, entries } = await running()
  expect((await goTo(two)).currentItemId).toBe(two)
  const { agenda } = await secretary(meetings.show, { params })
  expect(agenda[0]?.endedAt?.getTime()).toBeGreaterThan(agenda[0]?.startedAt?.getTime() ?? 0)
  expect(agenda[1]).toMatchObject({ endedAt: null })
  await goTo(one)
  const back = (await secretary(meetings.show, { params })).agenda
  expect(back[0]).toMatchObject({ startedAt: agenda[0]?.startedAt, endedAt: null })
  expect(back[1]?.endedAt).not.toBeNull()
  expect((await goTo(null)).currentItemId).toBeNull()
  const told = (await entries()).filter(({ what }) => what === 'item-opened').map(({ after }) => after)
  expect(told).toMatchObject([{ itemId: one }, { itemId: two }, { itemId: one }, { itemId: null }])
  const other = await gathered(world)
  await refusal(goTo(other.items[0] ?? ''), 'not-found')
})

test('a vote under way keeps the meeting where it is', async () => {
  const { secretary, params, prepare, goTo, two } = await running()
  const { id: ballotId } = await prepare()
  await secretary(ballots.open, { params: { ballotId }, body: { minutes: null } })
  await refusal(goTo(two), 'ballot-open')
  await refusal(secretary(meetings.end, { params }), 'ballot-open')
})

test('who asks is put on the list, is called with a time, and gives the floor back; the next one called ends the speech before', async () => {
  const { secretary, params, delegate, second, third, one, entries } = await running()
  const asked = await delegate(proceedings.askToSpeak, { params, body: { speaker: null } })
  expect(asked.speeches).toMatchObject([{ state: 'asked', unitId: second, itemId: one, isOwn: true }])
  await refusal(delegate(proceedings.askToSpeak, { params, body: { speaker: null } }), 'already-asked')
  const guest = { name: 'Trịnh Hồng Sơn', unitId: null }
  const { speeches } = await secretary(proceedings.askToSpeak, { params, body: { speaker: guest } })
  const [own = { id: '' }, other = { id: '' }] = speeches
  expect(speeches.map(({ isOwn }) => isOwn)).toEqual([false, false])
  const call = (speechId: string, minutes: number | null) =>
    secretary(proceedings.callSpeaker, { params: { ...params, speechId }, body: { minutes } })
  const called = await call(own.id, 5)
  expect(called.speeches[0]).toMatchObject({ state: 'speaking', minutes: 5 })
  expect(called.speeches[0]?.calledAt?.getTime()).toBeLessThanOrEqual(called.now.getTime())
  await refusal(call(own.id, 5), 'speech-state')
  expect((await call(other.id, null)).speeches.map(({ state }) => state)).toEqual(['done', 'speaking'])
  await refusal(delegate(proceedings.endSpeech, { params: { ...params, speechId: other.id } }), 'not-found')
  await refusal(delegate(proceedings.endSpeech, { params: { ...params, speechId: own.id } }), 'speech-state')
  await secretary(proceedings.endSpeech, { params: { ...params, speechId: other.id } })
  const again = await delegate(proceedings.askToSpeak, { params, body: { speaker: null } })
  const last = again.speeches.at(-1)?.id ?? ''
  const withdrawn = await delegate(proceedings.endSpeech, { params: { ...params, speechId: last } })
  expect(withdrawn.speeches.at(-1)?.state).toBe('withdrawn')
  await refusal(
    delegate(proceedings.askToSpeak, { params, body: { speaker: { name: 'Ai đó', unitId: third } } }),
    'not-meeting-officer',
  )
  await refusal(
    secretary(proceedings.askToSpeak, { params, body: { speaker: { name: 'Ai đó', unitId: 'KHÔNG' } } }),
    'unknown-unit',
  )
  expect((await entries()).map(({ what }) => what).filter((what) => what.startsWith('speech'))).toEqual([
    'speech-asked',
    'speech-asked',
    'speech-called',
    'speech-called',
    'speech-done',
    'speech-asked',
    'speech-withdrawn',
  ])
})

test('of two who call the same speaker at once one does', async () => {
  const { secretary, chair, params, delegate } = await running()
  const { speeches } = await delegate(proceedings.askToSpeak, { params, body: { speaker: null } })
  const speech = { ...params, speechId: speeches[0]?.id ?? '' }
  const both = await Promise.allSettled(
    [secretary, chair].map((call) => call(proceedings.callSpeaker, { params: speech, body: { minutes: 3 } })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('what is said is kept as said, under its number; its writer and the secretary change it, with the words before in the journal', async () => {
  const { secretary, params, delegate, second, one, as, third, entries } = await running()
  const say = (call: typeof secretary, change: object) =>
    call(proceedings.contribute, {
      params,
      body: { itemId: one, kind: 'comment', body: 'Đề nghị rà soát.', speaker: null, ...change },
    })
  const first = await say(delegate, {})
  expect(first.contributions).toMatchObject([
    { number: 1, byUnitId: second, body: 'Đề nghị rà soát.', version: 1, mayEdit: true },
  ])
  const guest = { name: 'Trịnh Hồng Sơn', unitId: null }
  const { contributions } = await say(secretary, { speaker: guest, body: 'Nhất trí.' })
  expect(contributions.map(({ number, byName }) => [number, byName]).at(-1)).toEqual([2, guest.name])
  await refusal(say(delegate, { kind: 'conclusion' }), 'not-meeting-officer')
  await refusal(say(delegate, { speaker: guest }), 'not-meeting-officer')
  await refusal(say(delegate, { itemId: crypto.randomUUID() }), 'unknown-item')
  await say(secretary, { kind: 'conclusion', body: 'Giao thư ký hoàn thiện.' })
  const change = (call: typeof secretary, at: number, version = 1) =>
    call(proceedings.changeContribution, {
      params: { ...params, contributionId: contributions[at]?.id ?? '' },
      body: { body: 'Đề nghị rà soát kỹ.', version },
    })
  const changed = await change(delegate, 0)
  expect(changed.contributions[0]).toMatchObject({ body: 'Đề nghị rà soát kỹ.', version: 2 })
  expect(changed.contributions[0]?.editedAt).not.toBeNull()
  expect((await refusal(change(secretary, 0), 'contribution-changed')).current).toMatchObject({
    contributions: [{ version: 2 }, {}, {}],
  })
  await refusal(change(delegate, 1), 'not-found')
  await refusal(change(await as('delegate', third), 0), 'not-found')
  const told = (await entries()).filter(({ what }) => what === 'contribution-changed')
  expect(told.map(({ before, after }) => [before, after])).toEqual([
    [
      { number: 1, body: 'Đề nghị rà soát.' },
      { number: 1, body: 'Đề nghị rà soát kỹ.' },
    ],
  ])
})

test('twenty typing at once lose nothing, and every one has a number of its own', async () => {
  const { params, secretary, one } = await running()
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      secretary(proceedings.contribute, {
        params,
        body: { itemId: one, kind: 'comment', body: `Ý kiến ${n}`, speaker: null },
      }),
    ),
  )
  expect(all).toHaveLength(20)
  const { contributions } = await secretary(proceedings.show, { params })
  expect(contributions.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
  expect(new Set(contributions.map(({ body }) => body)).size).toBe(20)
})

test('a task has an owner and a day, and is done when it is done, also after the meeting', async () => {
  const { secretary, params, delegate, second, one, entries } = await running()
  const task = { itemId: one, title: 'Gửi hồ sơ', ownerUnitId: second, ownerName: '', dueOn: '2021-01-25' }
  await refusal(delegate(proceedings.addTask, { params, body: task }), 'not-allowed')
  await refusal(
    secretary(proceedings.addTask, { params, body: { ...task, ownerUnitId: 'KHÔNG' } }),
    'unknown-unit',
  )
  await refusal(
    secretary(proceedings.addTask, { params, body: { ...task, itemId: crypto.randomUUID() } }),
    'unknown-item',
  )
  const { tasks } = await secretary(proceedings.addTask, { params, body: task })
  expect(tasks).toMatchObject([{ number: 1, ownerUnitId: second, dueOn: '2021-01-25', doneAt: null }])
  await secretary(meetings.end, { params })
  const place = { ...params, taskId: tasks[0]?.id ?? '' }
  const done = await secretary(proceedings.changeTask, {
    params: place,
    body: { ...task, isDone: true, version: 1 },
  })
  expect(done.tasks[0]?.doneAt).not.toBeNull()
  await refusal(
    secretary(proceedings.changeTask, { params: place, body: { ...task, isDone: false, version: 1 } }),
    'task-changed',
  )
  expect((await entries()).at(-1)).toMatchObject({ what: 'task-changed', before: { doneAt: null } })
})

test('nothing is said, asked or opened before the meeting begins, or after its end', async () => {
  const { secretary, params, items, begin, first, second } = await gathered(world)
  const itemId = items[0] ?? ''
  const said = { itemId, kind: 'comment' as const, body: 'x', speaker: null }
  const task = { itemId, title: 'x', ownerUnitId: null, ownerName: '', dueOn: null }
  const acts = [
    () => secretary(proceedings.setCurrent, { params, body: { itemId } }),
    () => secretary(proceedings.askToSpeak, { params, body: { speaker: null } }),
    () => secretary(proceedings.contribute, { params, body: said }),
  ]
  for (const act of [...acts, () => secretary(proceedings.addTask, { params, body: task })])
    await refusal(act(), 'meeting-state')
  await begin([first, second])
  for (const act of acts) await act()
  await secretary(meetings.end, { params })
  for (const act of acts) await refusal(act(), 'meeting-state')
  expect((await secretary(proceedings.show, { params })).speeches.map(({ state }) => state)).toEqual([
    'withdrawn',
  ])
})

test('the wall shows the item, who is there, who speaks, what is concluded and the vote, and writes nothing', async () => {
  const { secretary, params, first, second, third, one, prepare, delegate, entries } = await running()
  await delegate(proceedings.askToSpeak, { params, body: { speaker: null } })
  await secretary(proceedings.contribute, {
    params,
    body: { itemId: one, kind: 'conclusion', body: 'Thống nhất.', speaker: null },
  })
  const { id: ballotId } = await prepare()
  const written = (await entries()).length
  const wall = await delegate(proceedings.projector, { params })
  expect(wall).toMatchObject({
    currentItemId: one,
    quorum: { part: 2, base: 3, holds: true },
    units: [
      { id: first, isChair: true, state: 'present' },
      { id: second, isChair: false, state: 'present' },
      { id: third, state: 'absent' },
    ],
    speaking: null,
    waiting: [{ unitId: second }],
    conclusions: [{ body: 'Thống nhất.' }],
    ballot: { id: ballotId, status: 'prepared' },
  })
  expect((await entries()).length).toBe(written)
  await secretary(ballots.cancel, { params: { ballotId }, body: { reason: 'Hỏi nhầm' } })
  expect((await delegate(proceedings.projector, { params })).ballot).toBeNull()
})

import { ballots } from '@bangvang/contract/ballots'
import { meetings } from '@bangvang/contract/meetings'
import { questionOf } from '@bangvang/core/ballots/presets'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gathered } from '../../test/gathered.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const abc = ['An', 'Bình', 'Chi']

/** Three units, two of them there, a vote prepared; `open` opens it. */
async function voting(
  preset: Parameters<Awaited<ReturnType<typeof gathered>>['prepare']>[0] = 'conclusion',
  options: string[] = [],
) {
  const made = await gathered(world)
  await made.begin([made.first, made.second])
  const { id: ballotId } = await made.prepare(preset, options)
  const params = { ballotId }
  const { secretary } = made
  return {
    ...made,
    params,
    open: (minutes: number | null = null) => secretary(ballots.open, { params, body: { minutes } }),
    close: (round = 1) => secretary(ballots.close, { params, body: { round } }),
    one: await made.as('delegate', made.first),
    two: await made.as('leader', made.second),
    three: await made.as('delegate', made.third),
  }
}
type Choice = 'yes' | 'no' | 'abstain' | string[] | Record<string, 'yes' | 'no'>
const cast = (call: World['stranger'], place: { ballotId: string; round?: number }, choice: Choice) => {
  const { round = 1, ...params } = place
  return call(ballots.cast, { params, body: { round, choice } })
}

test('a vote is prepared, opened for a time, cast unit by unit, and counted when it is closed', async () => {
  const { params, open, close, one, two, first, second, entries, secretary } = await voting()
  const opened = await open(2)
  const [round] = opened.rounds
  expect(round?.endsAt?.getTime()).toBe((round?.openedAt?.getTime() ?? 0) + 120_000)
  expect(round?.quorum).toMatchObject({ part: 2, base: 3, holds: true })
  expect(round?.waiting.map(({ unitId }) => unitId)).toEqual([first, second])
  const more = await secretary(ballots.extend, { params, body: { minutes: 1 } })
  expect(more.rounds[0]?.endsAt?.getTime()).toBe((round?.endsAt?.getTime() ?? 0) + 60_000)
  expect((await one(ballots.show, { params })).may.voteFor).toBe(first)
  await cast(one, params, 'yes')
  await cast(two, params, 'yes')
  const closed = await close()
  expect(closed.rounds[0]).toMatchObject({
    status: 'closed',
    result: {
      passed: true,
      outcome: 'decided',
      counts: { members: 3, present: 2, written: 0, cast: 2, valid: 2, invalid: 0, blank: 0, expressed: 2 },
    },
    question: { threshold: { share: '1/2', of: 'members', test: 'moreThan' } },
  })
  expect(closed.rounds[0]?.votes.map(({ unitId, choice, source }) => [unitId, choice, source])).toEqual([
    [first, 'yes', 'own'],
    [second, 'yes', 'own'],
  ])
  expect(closed.rounds[0]?.waiting).toEqual([])
  const told = await entries('ballot')
  expect(told.map(({ what, unitId }) => [what, unitId])).toEqual([
    ['ballot-prepared', first],
    ['ballot-opened', first],
    ['ballot-extended', first],
    ['vote-cast', first],
    ['vote-cast', second],
    ['ballot-closed', first],
  ])
  // The journal tells that a unit voted, never how.
  expect(told[3]?.after).toEqual({ round: 1, unitId: first, source: 'own' })
  expect(told[5]?.after).toMatchObject({ result: { passed: true }, question: { kind: 'yesNo' } })
})

test('while it is open only that a unit has voted is told, and to the unit its own vote; shown hands are shown', async () => {
  const { params, open, close, one, two, first, secretary } = await voting()
  await open()
  await cast(one, params, 'no')
  const seenBy = async (call: typeof one) => (await call(ballots.show, { params })).rounds[0]?.votes
  const hidden = { unitId: first, choice: null, isHidden: true, isInvalid: false }
  for (const call of [two, secretary]) expect(await seenBy(call)).toMatchObject([hidden])
  expect(await seenBy(one)).toMatchObject([{ choice: 'no', isHidden: false }])
  expect((await secretary(ballots.show, { params })).rounds[0]?.result).toBeNull()
  await close()
  expect(await seenBy(two)).toMatchObject([{ choice: 'no', isHidden: false }])
  const hands = await voting()
  const { id: ballotId } = await hands.prepare('conclusion', [], { showsVotes: true })
  await hands.secretary(ballots.open, { params: { ballotId }, body: { minutes: null } })
  await cast(hands.one, { ballotId }, 'no')
  expect((await hands.two(ballots.show, { params: { ballotId } })).rounds[0]?.votes[0]).toMatchObject({
    choice: 'no',
  })
})

test('a vote without quorum is not opened, nor before the meeting begins', async () => {
  const made = await gathered(world)
  const { id: ballotId } = await made.prepare()
  const open = () => made.secretary(ballots.open, { params: { ballotId }, body: { minutes: null } })
  await refusal(open(), 'meeting-state')
  await made.begin([made.first])
  const problem = await refusal(open(), 'no-quorum')
  expect(problem.current).toMatchObject({ part: 1, base: 3, needed: 2, holds: false })
  await made.attend(made.second)
  expect((await open()).status).toBe('open')
  await refusal(open(), 'ballot-state')
})

test('a unit votes once, whoever votes for it; the second is told what stands', async () => {
  const { params, open, one, as, first } = await voting()
  await open()
  await cast(one, params, 'yes')
  const leader = await as('leader', first)
  const problem = await refusal(cast(leader, params, 'no'), 'already-voted')
  expect(problem.current).toMatchObject({ rounds: [{ votes: [{ unitId: first, choice: 'yes' }] }] })
})

test('delegate and leader of one unit voting at once: one vote counts', async () => {
  const { params, open, close, one, as, first } = await voting()
  await open()
  const leader = await as('leader', first)
  const both = await Promise.allSettled([cast(one, params, 'yes'), cast(leader, params, 'yes')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await close()).rounds[0]?.result?.counts.cast).toBe(1)
})

test('guest, reviewer, administrator, officers and another season do not vote; an absent unit does not either', async () => {
  const { params, open, three, as, first } = await voting()
  await open()
  for (const role of ['chair', 'viceChair', 'secretary', 'appraiser'] as const)
    await refusal(cast(await as(role, first), params, 'yes'), 'not-allowed')
  for (const role of ['reviewer', 'administrator'] as const)
    await refusal(cast(world.as(await world.make.person({ role })), params, 'yes'), 'not-allowed')
  await refusal(cast(world.stranger, params, 'yes'), 'not-signed-in')
  const other = await voting()
  await refusal(cast(other.one, params, 'yes'), 'not-found')
  await refusal(cast(three, params, 'yes'), 'unit-not-present')
})

test('nobody votes before the opening, after the closing, or in a round that is over', async () => {
  const { params, open, close, one, two, secretary, first } = await voting()
  const enter = () =>
    secretary(ballots.enter, { params, body: { round: 1, votes: [{ unitId: first, choice: 'yes' }] } })
  await refusal(cast(one, params, 'yes'), 'ballot-state')
  await refusal(enter(), 'ballot-state')
  await open()
  await refusal(cast(one, { ...params, round: 2 }, 'yes'), 'ballot-state')
  await cast(two, params, 'yes')
  await close()
  await refusal(cast(one, params, 'yes'), 'ballot-state')
  await refusal(enter(), 'ballot-state')
  expect((await secretary(ballots.show, { params })).rounds[0]?.result?.counts.cast).toBe(1)
})

test.each([
  { preset: 'conclusion', options: [], choice: ['yes'], code: 'wrong_shape' },
  { preset: 'election', options: abc, choice: 'yes', code: 'wrong_shape' },
  { preset: 'election', options: abc, choice: ['An', 'An'], code: 'duplicate_option' },
  { preset: 'election', options: abc, choice: ['An', 'Bình'], code: 'too_many_choices' },
  { preset: 'flag', options: abc, choice: { Dũng: 'yes' as const }, code: 'unknown_option' },
] as const)('$choice does not fit $preset: $code', async ({ preset, options, choice, code }) => {
  const { params, one, secretary, attend, third } = await voting(preset, [...options])
  await attend(third)
  await secretary(ballots.open, { params, body: { minutes: null } })
  const problem = await refusal(cast(one, params, choice as Choice), 'vote-invalid')
  expect(problem.errors).toEqual([expect.objectContaining({ pointer: '#/choice', code })])
  expect((await secretary(ballots.show, { params })).rounds[0]?.votes).toEqual([])
})

test('hands and paper are entered by the secretary all or none; an invalid vote is counted in', async () => {
  const { params, open, close, one, first, second, third, secretary, entries } = await voting()
  await open()
  const enter = (votes: { unitId: string; choice: 'yes' | null | ['x'] }[]) =>
    secretary(ballots.enter, { params, body: { round: 1, votes } })
  await refusal(enter([{ unitId: 'KHÔNG', choice: 'yes' }]), 'unknown-unit')
  const absent = await refusal(
    enter([
      { unitId: first, choice: 'yes' },
      { unitId: third, choice: 'yes' },
    ]),
    'unit-not-present',
  )
  expect(absent.errors?.[0]?.pointer).toBe('#/votes/1/unitId')
  await refusal(enter([{ unitId: first, choice: ['x'] }]), 'vote-invalid')
  await cast(one, params, 'yes')
  const twice = await refusal(
    enter([
      { unitId: second, choice: 'yes' },
      { unitId: second, choice: null },
    ]),
    'already-voted',
  )
  expect(twice.errors).toMatchObject([{ pointer: '#/votes/1/unitId' }])
  await refusal(
    enter([
      { unitId: second, choice: 'yes' },
      { unitId: first, choice: 'yes' },
    ]),
    'already-voted',
  )
  await enter([{ unitId: second, choice: null }])
  const { rounds } = await close()
  expect(rounds[0]?.result?.counts).toMatchObject({ cast: 2, invalid: 1, valid: 1 })
  expect(rounds[0]?.votes.at(-1)).toMatchObject({
    unitId: second,
    source: 'hand',
    isInvalid: true,
    choice: null,
  })
  const told = (await entries('ballot')).filter(({ what }) => what === 'votes-entered')
  expect(told.map(({ after }) => after)).toEqual([{ round: 1, unitIds: [second], source: 'hand' }])
  await refusal(
    one(ballots.enter, { params, body: { round: 1, votes: [{ unitId: first, choice: 'no' }] } }),
    'not-allowed',
  )
})

test('an absent member’s written opinion counts for quorum and count of the flag; a unit that is there votes itself', async () => {
  const { params, open, close, one, two, three, first, third, secretary, attend, entries } = await voting(
    'flag',
    ['Quảng Ninh'],
  )
  await refusal(open(), 'no-quorum')
  const opinion = {
    round: 1,
    unitId: third,
    choice: { 'Quảng Ninh': 'yes' as const },
    paperNumber: '05/UBND',
    fileId: null,
  }
  const write = (change: object = {}) =>
    secretary(ballots.enterOpinion, { params, body: { ...opinion, ...change } })
  await refusal(write({ unitId: first }), 'unit-present')
  await refusal(write({ unitId: 'KHÔNG' }), 'unknown-unit')
  await refusal(write({ fileId: crypto.randomUUID() }), 'unknown-file')
  await refusal(write({ choice: 'yes' }), 'vote-invalid')
  await refusal(write({ round: 2 }), 'ballot-state')
  await write()
  await refusal(write(), 'already-voted')
  await refusal(secretary(ballots.remove, { params }), 'ballot-state')
  expect((await open()).rounds[0]?.quorum).toMatchObject({ part: 3, base: 3, holds: true })
  await attend(third)
  await refusal(cast(three, params, { 'Quảng Ninh': 'no' }), 'already-voted')
  await cast(one, params, { 'Quảng Ninh': 'yes' })
  await cast(two, params, { 'Quảng Ninh': 'yes' })
  const { rounds, elected } = await close()
  expect(rounds[0]?.result).toMatchObject({ outcome: 'decided', counts: { present: 2, written: 1, cast: 3 } })
  expect(elected).toEqual(['Quảng Ninh'])
  expect((await entries('ballot')).filter(({ what }) => what === 'opinion-entered')).toHaveLength(1)
})

test('who voted and left is still counted as having been there', async () => {
  const { params, open, close, one, two, attend, second } = await voting()
  await open()
  await cast(one, params, 'yes')
  await cast(two, params, 'yes')
  await attend(second, 'absent', 1)
  expect((await close()).rounds[0]?.result).toMatchObject({ passed: true, counts: { present: 2, cast: 2 } })
})

test('a tie is voted on again among the tied; tied again, the chair decides with a reason, once', async () => {
  const made = await gathered(world)
  const { begin, first, second, third, secretary, chair, entries } = made
  await begin([first, second, third])
  const threshold = { share: '1/3', of: 'valid', test: 'atLeast' } as const
  const { id: ballotId } = await made.prepare('election', abc, {
    question: { ...questionOf('election', abc), threshold },
  })
  const params = { ballotId }
  const units = [
    await made.as('delegate', first),
    await made.as('delegate', second),
    await made.as('delegate', third),
  ]
  const round = async (number: number, choices: string[][]) => {
    await secretary(ballots.open, { params, body: { minutes: null } })
    for (const [index, choice] of choices.entries())
      await cast(units[index] ?? world.stranger, { ...params, round: number }, choice)
    return secretary(ballots.close, { params, body: { round: number } })
  }
  const decide = (options: string[], call = chair) =>
    call(ballots.decide, { params, body: { options, reason: 'Theo quy chế' } })
  const one = await round(1, [['An'], ['Bình'], []])
  expect(one.rounds[0]?.result).toMatchObject({
    outcome: 'tie',
    tied: ['An', 'Bình'],
    next: { kind: 'secondRound' },
  })
  await refusal(decide(['An']), 'chair-does-not-decide')
  const again = await secretary(ballots.nextRound, { params, body: { round: 1 } })
  expect(again).toMatchObject({
    status: 'prepared',
    rounds: [{ status: 'closed' }, { round: 2, status: 'prepared' }],
  })
  expect(again.rounds[1]?.question).toMatchObject({ options: ['An', 'Bình'], seats: 1 })
  await refusal(secretary(ballots.nextRound, { params, body: { round: 1 } }), 'ballot-state')
  await refusal(secretary(ballots.remove, { params }), 'ballot-state')
  const two = await round(2, [['An'], ['Bình'], []])
  expect(two.rounds[1]?.result?.next?.kind).toBe('chairDecides')
  expect((await chair(ballots.show, { params })).may.decide).toBe(true)
  await refusal(secretary(ballots.nextRound, { params, body: { round: 2 } }), 'no-next-round')
  await refusal(decide(['An'], secretary), 'not-allowed')
  await refusal(decide(['Chi']), 'vote-invalid')
  await refusal(decide(['An', 'Bình']), 'vote-invalid')
  const both = await Promise.allSettled([decide(['An']), decide(['Bình'])])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const { chairDecision, elected, may } = await chair(ballots.show, { params })
  expect(chairDecision).toMatchObject({ reason: 'Theo quy chế', options: elected })
  expect(may.decide).toBe(false)
  expect((await entries('ballot')).at(-1)).toMatchObject({
    what: 'ballot-decided',
    after: { options: elected },
  })
})

test('a question that contradicts itself is refused with every fault at its place', async () => {
  const { prepare } = await voting()
  const question = { ...questionOf('election', ['An', 'An']), seats: 9 } as ReturnType<typeof questionOf>
  const problem = await refusal(prepare('election', abc, { question }), 'question-invalid')
  expect(problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '#/question/options/1 duplicate_option',
    '#/question/seats out_of_range',
  ])
  const many = Array.from({ length: 201 }, (_, n) => `Ứng viên ${n}`)
  await refusal(prepare('election', many), 'question-invalid')
  await refusal(prepare('election', ['a'.repeat(301)]), 'question-invalid')
})

test('a vote is changed while it is prepared, where it is as the writer saw it; an open one is not', async () => {
  const { params, open, secretary, chair, entries } = await voting()
  const change = (title: string, version: number, call = secretary) =>
    call(ballots.change, {
      params,
      body: {
        title,
        preset: null,
        legalBasis: '',
        showsVotes: true,
        question: questionOf('agenda', []),
        version,
      },
    })
  const both = await Promise.allSettled([change('Một?', 1), change('Hai?', 1, chair)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await refusal(change('Ba?', 1), 'ballot-changed')).current).toMatchObject({
    version: 2,
    showsVotes: true,
  })
  await open()
  await refusal(change('Bốn?', 3), 'ballot-state')
  await refusal(secretary(ballots.remove, { params }), 'ballot-state')
  const told = (await entries('ballot')).filter(({ what }) => what === 'ballot-changed')
  expect(told.map(({ before }) => before)).toMatchObject([{ title: 'Thông qua?', preset: 'conclusion' }])
})

test('a prepared vote is removed; one given up stays on record with its reason, and counts for nothing', async () => {
  const { params, open, one, secretary, prepare, entries, close } = await voting()
  await open()
  await cast(one, params, 'yes')
  const cancelled = await secretary(ballots.cancel, { params, body: { reason: 'Hỏi nhầm' } })
  expect(cancelled).toMatchObject({ status: 'cancelled', cancelled: { reason: 'Hỏi nhầm' }, elected: [] })
  expect(cancelled.rounds[0]?.result).toBeNull()
  await refusal(close(), 'ballot-state')
  await refusal(secretary(ballots.cancel, { params, body: { reason: 'x' } }), 'ballot-state')
  const { id: ballotId } = await prepare()
  await secretary(ballots.remove, { params: { ballotId } })
  await refusal(secretary(ballots.show, { params: { ballotId } }), 'not-found')
  expect((await entries('ballot')).slice(-3).map(({ what }) => what)).toEqual([
    'ballot-cancelled',
    'ballot-prepared',
    'ballot-removed',
  ])
})

test('a vote is prepared on an item of that meeting, by who runs it, while it is not over', async () => {
  const { prepare, meetingId, secretary, as, second, items } = await voting()
  const other = await voting()
  const asked = {
    meetingId,
    itemId: items[0] ?? '',
    title: 'Thông qua?',
    preset: null,
    legalBasis: '',
    showsVotes: false,
    question: questionOf('agenda', []),
  }
  await refusal(secretary(ballots.prepare, { body: { ...asked, itemId: other.items[0] ?? '' } }), 'not-found')
  await refusal(other.secretary(ballots.prepare, { body: asked }), 'not-found')
  await refusal((await as('delegate', second))(ballots.prepare, { body: asked }), 'not-allowed')
  await refusal((await as('viceChair', second))(ballots.prepare, { body: asked }), 'not-meeting-officer')
  await refusal(world.stranger(ballots.list, { query: { meetingId } }), 'not-signed-in')
  await refusal(other.secretary(ballots.list, { query: { meetingId } }), 'not-found')
  expect((await secretary(ballots.list, { query: { meetingId } })).items).toHaveLength(1)
  await secretary(meetings.end, { params: { meetingId } })
  await refusal(prepare(), 'meeting-state')
})

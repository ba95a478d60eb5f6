import { ballots } from '@bangvang/contract/ballots'
import type { ApiProblem } from '@bangvang/contract/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { delegatesOf, gathered } from '../../test/gathered.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const many = 100
const choices = ['yes', 'no', 'abstain'] as const

/** A hall of units, all there, in an open vote, each with a delegate at a device. */
async function hall(units = many) {
  const made = await gathered(world, { units })
  const { season, secretary, prepare, meetingId } = made
  await world.database.prisma.unitAttendance.createMany({
    data: season.units.map((unitId) => ({ meetingId, unitId, state: 'present', updatedAt: world.clock.now })),
  })
  await made.begin([])
  const { id: ballotId } = await prepare()
  const params = { ballotId }
  await secretary(ballots.open, { params, body: { minutes: null } })
  const voters = [...(await delegatesOf(world, season)).entries()].map(([unitId, person], index) => {
    const choice = choices[index % 3] ?? 'yes'
    return {
      unitId,
      choice,
      vote: () => world.as(person)(ballots.cast, { params, body: { round: 1, choice } }),
    }
  })
  const close = (call = secretary) => call(ballots.close, { params, body: { round: 1 } })
  return { ...made, params, voters, close }
}

const isRefused = (outcome: PromiseSettledResult<unknown>): outcome is PromiseRejectedResult =>
  outcome.status === 'rejected'

test('a hundred units voting at once lose nothing', { timeout: 120_000 }, async () => {
  const { voters, close, entries } = await hall()
  await Promise.all(voters.map(({ vote }) => vote()))
  const { rounds } = await close()
  const [round] = rounds
  expect(new Map(round?.votes.map(({ unitId, choice }) => [unitId, choice]))).toEqual(
    new Map(voters.map(({ unitId, choice }) => [unitId, choice])),
  )
  expect(round?.result).toMatchObject({
    counts: { members: many, present: many, cast: many, valid: many, blank: 33 },
    options: [{ votes: 34, against: 33, abstained: 33, passes: false }],
  })
  const told = (await entries('ballot')).filter(({ what }) => what === 'vote-cast')
  expect(new Set(told.map(({ unitId }) => unitId)).size).toBe(many)
})

test('votes against stop: what was acknowledged counts, what was refused was told, and every stop counts the same', {
  timeout: 120_000,
}, async () => {
  const { voters, close, chair, secretary, params } = await hall()
  const votes = voters.map(({ vote }) => vote())
  // Two stop while the hall votes: once a third of the votes are in.
  await Promise.all(votes.slice(0, many / 3))
  const stops = await Promise.allSettled([close(), close(chair)])
  const outcomes = await Promise.allSettled(votes)
  const acknowledged = voters.filter((_, index) => outcomes[index]?.status === 'fulfilled')
  for (const outcome of outcomes.filter(isRefused))
    expect((outcome.reason as ApiProblem).code).toBe('ballot-state')

  const { rounds } = await secretary(ballots.show, { params })
  const result = rounds[0]?.result
  expect(new Set(rounds[0]?.votes.map(({ unitId }) => unitId))).toEqual(
    new Set(acknowledged.map(({ unitId }) => unitId)),
  )
  expect(result?.counts.cast).toBe(acknowledged.length)

  // One stop closed it; the other one, and any later, is told the very same count.
  const [won] = stops.flatMap((stop) => (stop.status === 'fulfilled' ? [stop.value] : []))
  expect(won?.rounds[0]?.result).toEqual(result)
  const lost = stops.filter(isRefused).map(({ reason }) => (reason as ApiProblem).problem)
  expect(lost).toHaveLength(1)
  const late = await refusal(close(chair), 'ballot-state')
  for (const { current } of [...lost, late]) expect(current).toMatchObject({ rounds: [{ result }] })
})

test('by plain SQL too a vote is kept for ever, counts only while its round is open, and a count is never changed', async () => {
  const { voters, close, params } = await hall(3)
  const [first, second] = voters
  await first?.vote()
  const app = (sql: string) => world.database.pool.query(sql)
  const restricted = { code: '23001' }
  const vote = (unitId: string) =>
    app(`INSERT INTO vote (ballot_id, round, unit_id, source, choice, by_name, by_mandate_id, at)
      VALUES ('${params.ballotId}', 1, '${unitId}', 'own', '"yes"', 'x', gen_random_uuid(), now())`)
  await expect(vote(first?.unitId ?? '')).rejects.toMatchObject({ code: '23505' })
  // The application's role has no right to change a vote, its owner meets the trigger.
  await expect(app(`UPDATE vote SET choice = '"no"'`)).rejects.toMatchObject({ code: '42501' })
  await expect(world.owner.query(`UPDATE vote SET choice = '"no"'`)).rejects.toMatchObject(restricted)
  await expect(world.owner.query('DELETE FROM vote')).rejects.toMatchObject(restricted)
  await expect(world.owner.query('TRUNCATE vote')).rejects.toMatchObject(restricted)
  await expect(app(`UPDATE ballot_round SET question = '{}'`)).rejects.toMatchObject(restricted)
  await close()
  await expect(vote(second?.unitId ?? '')).rejects.toMatchObject(restricted)
  await expect(app(`UPDATE ballot_round SET result = '{}'`)).rejects.toMatchObject(restricted)
  await expect(app(`DELETE FROM ballot_round`)).rejects.toMatchObject(restricted)
  await expect(app(`UPDATE ballot SET kind = 'secret'`)).rejects.toMatchObject({ code: '23514' })
})

import { randomUUID } from 'node:crypto'
import { type AwardsView, awards } from '@bangvang/contract/awards'
import { rankings } from '@bangvang/contract/rankings'
import { type AwardKind, awardQuestion, standardAwards } from '@bangvang/core/awards/award-kind'
import { tally } from '@bangvang/core/ballots/tally'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { submittedSeason } from '../../test/submitted.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const [flag, certificate] = standardAwards as [AwardKind, AwardKind]
const settingsOf = ({ code: _code, ...settings }: AwardKind, version = 0) => ({ ...settings, version })

/** A season in deliberation with three ranked units and both usual awards set. */
async function deliberating() {
  const made = await submittedSeason(world, 'deliberation')
  const { season, first, as, params } = made
  const chair = await as('chair', first)
  const secretary = await as('secretary')
  const setKind = (kind: AwardKind, version = 0) =>
    secretary(awards.saveKind, {
      params: { ...params, kindCode: kind.code },
      body: settingsOf(kind, version),
    })
  await setKind(flag)
  const view = await setKind(certificate)
  const propose = (kindCode: string, unitId: string, reason = '') =>
    secretary(awards.propose, {
      params,
      body: { kindCode, unitId, reason, revision: view.revision },
    })
  const placeOf = (seen: AwardsView, unitId: string) => ({
    ...params,
    proposalId: seen.proposals.find((one) => one.unitId === unitId)?.id ?? '',
  })
  return { ...made, seasonId: season.id, chair, secretary, setKind, propose, placeOf, view }
}
type Made = Awaited<ReturnType<typeof deliberating>>

/** A closed vote on the flag, as the ballots room leaves it behind: so many of nine for each name. */
async function closedVote({ seasonId }: Made, names: string[], yes: number) {
  const { prisma } = world.database
  const at = world.clock.now
  const [meetingId, id] = [randomUUID(), randomUUID()]
  await prisma.meeting.create({
    data: {
      id: meetingId,
      seasonId,
      kind: 'preparatory',
      title: 'Họp trù bị',
      startsAt: at,
      place: 'Hạ Long',
      onlineLink: '',
      chairMandateId: randomUUID(),
      chairName: 'A',
      secretaryMandateId: randomUUID(),
      secretaryName: 'B',
      quorumShare: '2/3',
      quorumTest: 'atLeast',
      quorumBasis: '',
      createdAt: at,
    },
  })
  const question = awardQuestion(flag, names)
  const ballots = Array.from({ length: 9 }, (_, voter) =>
    Object.fromEntries(names.map((name) => [name, voter < yes ? ('yes' as const) : ('no' as const)])),
  )
  const result = tally(question, { members: 9, present: 9, written: 0, invalid: 0, round: 1, ballots })
  await prisma.ballot.create({
    data: {
      id,
      seasonId,
      meetingId,
      itemId: randomUUID(),
      title: 'Cờ',
      legalBasis: '',
      status: 'closed',
      createdAt: at,
      rounds: {
        create: {
          round: 1,
          question: question as object,
          openedAt: at,
          closedAt: at,
          result: result as object,
        },
      },
    },
  })
  return id
}

test('the flag is suggested for the first, the certificate for the next, and who is left out and why is told', async () => {
  const { view, first, second } = await deliberating()
  expect(view).toMatchObject({ isFinal: false, isOpen: true })
  expect(view.kinds.map(({ code, suggestion }) => [code, suggestion.proposed])).toEqual([
    ['CO', [first]],
    ['BK', [second]],
  ])
  expect(view.kinds[1]?.suggestion.excluded).toEqual([{ unit: first, reason: 'otherAward', award: 'CO' }])
})

describe('setting an award', () => {
  test('its faults are named, and of two at once one is kept', async () => {
    const { setKind, entries, view } = await deliberating()
    const problem = await refusal(
      setKind({ ...flag, minGrade: 'ZZ', threshold: { ...flag.threshold, share: '5/4' } }, 1),
      'award-invalid',
    )
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(['#/minGrade', '#/threshold/share'])
    const both = await Promise.allSettled([1, 2].map((quota) => setKind({ ...flag, quota }, 1)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = await refusal(setKind(flag, 1), 'award-changed')
    expect(lost.current).toMatchObject({ code: 'CO', version: 2 })
    expect(view.kinds).toHaveLength(2)
    expect((await entries()).map(({ what, aboutId }) => [what, aboutId])).toEqual([
      ['award-set', 'CO'],
      ['award-set', 'BK'],
      ['award-set', 'CO'],
    ])
  })

  test('it rests once somebody is proposed, and is taken out only where nobody is', async () => {
    const { setKind, propose, secretary, params, first, entries } = await deliberating()
    await propose('CO', first)
    await refusal(setKind({ ...flag, quota: 3 }, 1), 'award-in-use')
    const remove = (kindCode: string, version: number) =>
      secretary(awards.removeKind, { params: { ...params, kindCode }, query: { version } })
    await refusal(remove('CO', 1), 'award-in-use')
    await refusal(remove('BK', 7), 'award-changed')
    await refusal(remove('ZZ', 1), 'not-found')
    expect((await remove('BK', 1)).kinds.map(({ code }) => code)).toEqual(['CO'])
    expect((await entries()).at(-1)).toMatchObject({ what: 'award-removed', before: { code: 'BK' } })
  })
})

describe('proposing', () => {
  test('keeps how the unit stood, and the journal tells it', async () => {
    const { propose, first, entries, view } = await deliberating()
    const { proposals } = await propose('CO', first)
    expect(proposals).toMatchObject([
      {
        kindCode: 'CO',
        unitId: first,
        status: 'proposed',
        standing: { rank: 1, total: '100.00', revision: view.revision, sha256: null },
        ballot: null,
        outcome: null,
      },
    ])
    expect((await entries()).at(-1)).toMatchObject({
      what: 'award-proposed',
      after: { award: 'CO', unit: first, rank: 1 },
    })
  })

  test('a better-placed unit is passed over only with a reason; who may not be is refused', async () => {
    const { propose, first, second, third, params, secretary } = await deliberating()
    await refusal(propose('CO', second), 'award-order-unexplained')
    await refusal(propose('ZZ', first), 'unknown-award')
    await refusal(propose('CO', 'KHONG'), 'unit-not-eligible')
    await propose('CO', second, 'Đơn vị xếp thứ nhất xin rút')
    await refusal(propose('CO', second), 'already-proposed')
    // The second stands for the flag, so the certificate is no longer open to it.
    await refusal(propose('BK', second), 'unit-not-eligible')
    expect((await propose('BK', first)).proposals).toHaveLength(2)
    const body = { kindCode: 'BK', unitId: third, reason: '', revision: 99 }
    await refusal(secretary(awards.propose, { params, body }), 'ranking-changed')
  })

  test('of two who propose the same unit at once one does', async () => {
    const { propose, first, entries } = await deliberating()
    const both = await Promise.allSettled([propose('CO', first), propose('CO', first)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await entries()).filter(({ what }) => what === 'award-proposed')).toHaveLength(1)
  })
})

describe('the vote and the outcome', () => {
  test('eight of nine give the flag: the chair records what the vote says, once', async () => {
    const made = await deliberating()
    const { propose, first, placeOf, secretary, chair, entries, view } = made
    const place = placeOf(await propose('CO', first), first)
    const name = view.units[0]?.name ?? ''
    const ballotId = await closedVote(made, [name], 8)
    const linked = await secretary(awards.linkBallot, { params: place, body: { ballotId } })
    expect(linked.proposals[0]?.ballot).toMatchObject({ verdict: 'passed', votes: 8, of: 9 })
    const decide = (passed: boolean) => chair(awards.decide, { params: place, body: { passed, note: '' } })
    await refusal(decide(false), 'award-contradicts')
    const both = await Promise.allSettled([decide(true), decide(true)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await refusal(decide(true), 'award-decided')
    await refusal(secretary(awards.withdraw, { params: place, body: { reason: 'Muộn' } }), 'award-decided')
    await refusal(secretary(awards.linkBallot, { params: place, body: { ballotId } }), 'award-decided')
    expect((await entries()).map(({ what }) => what).slice(-3)).toEqual([
      'award-proposed',
      'award-put-to-vote',
      'award-outcome-recorded',
    ])
    expect((await entries()).at(-1)).toMatchObject({
      before: { status: 'proposed' },
      after: { status: 'passed', unit: first, ballotId },
    })
  })

  test('seven of nine do not, and before a second round nothing is recorded', async () => {
    const made = await deliberating()
    const { propose, first, placeOf, secretary, chair, view } = made
    const place = placeOf(await propose('CO', first), first)
    const ballotId = await closedVote(made, [view.units[0]?.name ?? ''], 7)
    const linked = await secretary(awards.linkBallot, { params: place, body: { ballotId } })
    expect(linked.proposals[0]?.ballot).toMatchObject({ verdict: 'undecided', votes: 7 })
    await refusal(
      chair(awards.decide, { params: place, body: { passed: false, note: '' } }),
      'award-undecided',
    )
  })

  test('a vote held elsewhere is recorded with where it stands, and not over the quota', async () => {
    const { propose, first, second, placeOf, chair, secretary } = await deliberating()
    const one = placeOf(await propose('CO', first), first)
    const two = placeOf(await propose('CO', second, 'Hai đơn vị cùng lấy ý kiến'), second)
    await refusal(
      chair(awards.decide, { params: one, body: { passed: true, note: ' ' } }),
      'award-note-missing',
    )
    await refusal(secretary(awards.decide, { params: one, body: { passed: true, note: 'x' } }), 'not-allowed')
    const body = { passed: true, note: 'Biên bản kiểm phiếu số 3' }
    await chair(awards.decide, { params: one, body })
    await refusal(chair(awards.decide, { params: two, body }), 'award-quota')
    const seen = await chair(awards.decide, { params: two, body: { ...body, passed: false } })
    expect(seen.proposals.map(({ status, outcome }) => [status, outcome?.note])).toEqual([
      ['passed', 'Biên bản kiểm phiếu số 3'],
      ['notPassed', 'Biên bản kiểm phiếu số 3'],
    ])
  })

  test('a vote of another season, or that does not ask about the unit, is not this proposal’s', async () => {
    const made = await deliberating()
    const { propose, first, placeOf, secretary } = made
    const place = placeOf(await propose('CO', first), first)
    const link = (ballotId: string) => secretary(awards.linkBallot, { params: place, body: { ballotId } })
    await refusal(link(randomUUID()), 'ballot-unfit')
    await refusal(link(await closedVote(made, ['Tỉnh khác'], 9)), 'ballot-unfit')
    const other = await deliberating()
    await refusal(link(await closedVote(other, [made.view.units[0]?.name ?? ''], 9)), 'ballot-unfit')
  })

  test('a withdrawn proposal makes room for another', async () => {
    const { propose, first, placeOf, secretary, entries } = await deliberating()
    const place = placeOf(await propose('CO', first), first)
    await secretary(awards.withdraw, { params: place, body: { reason: 'Đơn vị xin rút' } })
    expect((await entries()).at(-1)).toMatchObject({
      what: 'award-withdrawn',
      after: { unit: first, reason: 'Đơn vị xin rút' },
    })
    expect((await propose('CO', first)).proposals.map(({ status }) => status)).toEqual([
      'withdrawn',
      'proposed',
    ])
  })
})

test('once the ranking is final everyone reads which awards passed, without a name or a vote', async () => {
  const { propose, first, placeOf, chair, params, view } = await deliberating()
  const place = placeOf(await propose('CO', first), first)
  await chair(awards.decide, { params: place, body: { passed: true, note: 'Biên bản số 3' } })
  await refusal(world.stranger(awards.showPublic, { params }), 'not-found')
  await chair(rankings.finalize, { params, body: { revision: view.revision } })
  const told = await world.stranger(awards.showPublic, { params })
  expect(told.awards).toEqual([{ title: flag.title, units: [{ id: first, name: view.units[0]?.name }] }])
  expect(JSON.stringify(told)).not.toContain('Biên bản')
  expect(await chair(awards.show, { params })).toMatchObject({ isFinal: true, isOpen: true })
})

test('before deliberation there are no awards, and in an archived season nothing changes', async () => {
  const { params, as, first } = await submittedSeason(world, 'appraisal')
  const secretary = await as('secretary')
  const body = settingsOf(flag)
  await refusal(secretary(awards.saveKind, { params: { ...params, kindCode: 'CO' }, body }), 'awards-closed')
  await refusal((await as('delegate', first))(awards.show, { params }), 'not-found')
  await expect(
    world.owner.query(
      "INSERT INTO award_kind (season_id, code, settings, version, updated_at, updated_by) VALUES ($1, 'CO', '{}', 1, now(), '')",
      [params.seasonId],
    ),
  ).rejects.toThrow(/takes no awards now/)
})

test('who does not propose in the season changes nothing', async () => {
  const { params, as, second, propose, first, placeOf } = await deliberating()
  const place = placeOf(await propose('CO', first), first)
  const elsewhere = await deliberating()
  const body = settingsOf(flag, 1)
  const kind = { ...params, kindCode: 'CO' }
  await refusal(elsewhere.secretary(awards.saveKind, { params: kind, body }), 'not-found')
  await refusal(elsewhere.chair(awards.show, { params }), 'not-found')
  await refusal(
    elsewhere.chair(awards.decide, { params: place, body: { passed: true, note: 'x' } }),
    'not-found',
  )
  for (const role of ['delegate', 'viceChair'] as const)
    await refusal((await as(role, second))(awards.saveKind, { params: kind, body }), 'not-allowed')
  await refusal(world.stranger(awards.show, { params }), 'not-signed-in')
})

test('the database itself writes the outcome of a proposal once', async () => {
  const { propose, first, placeOf, chair } = await deliberating()
  const place = placeOf(await propose('CO', first), first)
  await chair(awards.decide, { params: place, body: { passed: false, note: 'Không đủ phiếu' } })
  const sql = (text: string) => world.owner.query(text, [place.proposalId])
  await expect(sql("UPDATE award_proposal SET status = 'passed' WHERE id = $1")).rejects.toThrow(/once/)
  await expect(sql('DELETE FROM award_proposal WHERE id = $1')).rejects.toThrow(/kept for ever/)
})

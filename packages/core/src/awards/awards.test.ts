import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Question } from '../ballots/question.ts'
import { type TallyResult, tally } from '../ballots/tally.ts'
import type { CriteriaDocument } from '../criteria/document.ts'
import { type Actor, type Role, roles } from '../people/actor.ts'
import { phases } from '../seasons/season.ts'
import { type AwardKind, awardQuestion, checkAwardKind, standardAwards } from './award-kind.ts'
import { type AwardBallot, awardVerdict, type OutcomeFacts, recordAwardOutcome } from './award-outcome.ts'
import { isOpenToAwards, mayDecideAwards, mayProposeAwards } from './policy.ts'
import { type AwardStanding, mayPropose, proposeAwards } from './propose-awards.ts'

const both = (text: string) => ({ vi: text, en: text })
const document = {
  gates: [
    { code: 'D01', title: both('D01'), effect: { kind: 'unranked' } },
    { code: 'D02', title: both('D02'), effect: { kind: 'noAward' } },
    { code: 'D06', title: both('D06'), effect: { kind: 'gradeCap', grade: 'T' } },
  ],
  grades: [
    { code: 'XS', title: both('XS'), atLeast: '90' },
    { code: 'T', title: both('T'), atLeast: '0' },
  ],
} as Pick<CriteriaDocument, 'gates' | 'grades'> as CriteriaDocument
const [flag, certificate] = standardAwards as [AwardKind, AwardKind]
const stands = (unit: string, rank: number | null, more: Partial<AwardStanding> = {}): AwardStanding => ({
  unit,
  rank,
  tiedWith: [],
  decidedBy: null,
  grade: 'XS',
  ranked: rank !== null,
  awardable: rank !== null,
  gates: [],
  ...more,
})
const suggest = (standings: AwardStanding[], kinds: AwardKind[] = [flag, certificate], taken = new Map()) =>
  proposeAwards({ document, standings, taken }, kinds)

describe('who may be proposed', () => {
  test('the flag goes to the first, the certificate to the next', () => {
    const [first, second] = suggest([stands('A', 1), stands('B', 2), stands('C', 3)])
    expect(first).toMatchObject({ kind: 'CO', proposed: ['A'], tied: [], placesLeft: 0, excluded: [] })
    expect(second).toMatchObject({
      proposed: ['B'],
      excluded: [{ unit: 'A', reason: 'otherAward', award: 'CO' }],
    })
  })

  test('kinds go in their order, however they are listed; of one position by code', () => {
    expect(suggest([stands('A', 1)], [certificate, flag]).map(({ kind }) => kind)).toEqual(['CO', 'BK'])
    const alike = [certificate, flag].map((kind) => ({ ...kind, position: 1, notWith: [] }))
    expect(suggest([stands('A', 1)], alike).map(({ kind }) => kind)).toEqual(['BK', 'CO'])
  })

  test('units that share the last place are tied, and none of them is chosen', () => {
    const [first, second] = suggest([
      stands('A', 1, { tiedWith: ['B'] }),
      stands('B', 1, { tiedWith: ['A'] }),
      stands('C', 3),
    ])
    expect(first).toMatchObject({ proposed: [], tied: ['A', 'B'], placesLeft: 1 })
    expect(second).toMatchObject({ proposed: [], tied: ['A', 'B'] })
  })

  test('a tie that fits the quota is proposed whole', () => {
    const two = { ...flag, quota: 2 }
    expect(suggest([stands('A', 1), stands('B', 1), stands('C', 3)], [two])[0]).toMatchObject({
      proposed: ['A', 'B'],
      tied: [],
    })
    expect(suggest([stands('A', 1)], [two])[0]).toMatchObject({ proposed: ['A'], placesLeft: 1 })
  })

  test('a gate, a grade and another award leave a unit out, and each is named', () => {
    const kinds = [{ ...flag, minGrade: 'XS' }]
    const [first] = suggest(
      [
        stands('A', 1, { awardable: false, gates: ['D02', 'D06'] }),
        stands('B', 2, { grade: 'T' }),
        stands('C', 3, { grade: null }),
        stands('D', 4),
        stands('E', null, { gates: ['D01'] }),
      ],
      kinds,
    )
    expect(first).toMatchObject({
      proposed: ['D'],
      excluded: [
        { unit: 'A', reason: 'gate', gates: ['D02'] },
        { unit: 'B', reason: 'grade', grade: 'T' },
        { unit: 'C', reason: 'grade', grade: null },
        { unit: 'E', reason: 'gate', gates: ['D01'] },
      ],
    })
  })

  test('what is proposed already is what other awards are kept from', () => {
    const taken = new Map([['CO', new Set(['B'])]])
    const [, second] = suggest([stands('A', 1), stands('B', 2)], [flag, certificate], taken)
    expect(second?.proposed).toEqual(['A'])
  })

  test('no more are proposed than the quota, and always the best', () => {
    const ranks = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(ranks, fc.integer({ min: 1, max: 4 }), (places, quota) => {
        const sorted = [...places].sort((a, b) => a - b)
        const rankOf = (place: number) => sorted.indexOf(place) + 1
        const standings = sorted.map((place, index) => stands(`U${index}`, rankOf(place)))
        const [found] = suggest(standings, [{ ...flag, quota }])
        expect(found?.proposed.length).toBeLessThanOrEqual(quota)
        const chosen = new Set(found?.proposed)
        const worst = Math.max(
          0,
          ...standings.filter(({ unit }) => chosen.has(unit)).map(({ rank }) => rank ?? 0),
        )
        for (const { unit, rank } of standings)
          if (!chosen.has(unit)) expect(rank ?? 0).toBeGreaterThan(worst)
      }),
    )
  })
})

test('a unit is proposed where it is eligible, out of its order with a reason', () => {
  const [suggestion] = suggest([stands('A', 1), stands('B', 2), stands('C', null)], [flag])
  if (suggestion === undefined) throw new Error('no suggestion')
  expect(mayPropose(suggestion, { unit: 'A', reason: '' })).toEqual({ ok: true })
  expect(mayPropose(suggestion, { unit: 'B', reason: ' ' })).toMatchObject({
    refusal: { reason: 'award-order-unexplained' },
  })
  expect(mayPropose(suggestion, { unit: 'B', reason: 'Tỉnh A xin rút' })).toEqual({ ok: true })
  expect(mayPropose(suggestion, { unit: 'C', reason: 'x' })).toMatchObject({
    refusal: { reason: 'unit-not-eligible' },
  })
  const [tie] = suggest([stands('A', 1), stands('B', 1)], [flag])
  if (tie !== undefined) expect(mayPropose(tie, { unit: 'B', reason: '' })).toEqual({ ok: true })
})

describe('what an award is', () => {
  test('the usual two are sound, and the flag asks four fifths of all members', () => {
    for (const kind of standardAwards) expect(checkAwardKind(document, kind)).toEqual([])
    expect(awardQuestion(flag, ['Hải Dương'])).toMatchObject({
      kind: 'approve',
      seats: 1,
      threshold: { share: '4/5', of: 'members', test: 'atLeast' },
      quorum: { counts: 'presentOrWritten' },
    })
  })

  test('every fault is named at once', () => {
    const faulty = {
      ...flag,
      quota: 0,
      minGrade: 'ZZ',
      notWith: ['CO'],
      threshold: { ...flag.threshold, share: '5/4' },
    }
    expect(checkAwardKind(document, faulty)).toEqual([
      { path: 'minGrade', code: 'unknown_grade' },
      { path: 'notWith', code: 'out_of_range' },
      { path: 'quota', code: 'out_of_range' },
      { path: 'threshold.share', code: 'not_a_share' },
    ])
    const plain = { grades: undefined } as unknown as CriteriaDocument
    expect(checkAwardKind(plain, { ...flag, minGrade: 'XS' })).toHaveLength(1)
  })
})

describe('what a vote says of an award', () => {
  const question = awardQuestion({ ...flag, quota: 1 }, ['A', 'B'])
  const result = (yes: Record<string, number>, round = 1, asked: Question = question): TallyResult =>
    tally(asked, {
      members: 9,
      present: 9,
      written: 0,
      invalid: 0,
      round,
      ballots: Array.from({ length: 9 }, (_, voter) =>
        Object.fromEntries(
          Object.entries(yes).map(([option, votes]) => [
            option,
            voter < votes ? ('yes' as const) : ('no' as const),
          ]),
        ),
      ),
    })
  const closed = (...results: (TallyResult | null)[]): AwardBallot => ({
    status: 'closed',
    rounds: results.map((one) => ({ question, result: one })),
    decided: null,
  })

  test('eight of nine pass, seven do not', () => {
    expect(awardVerdict(closed(result({ A: 8, B: 0 })), 'A')).toBe('passed')
    const short = { ...closed(result({ A: 7, B: 0 }, 2)), decided: [] }
    expect(awardVerdict(short, 'A')).toBe('notPassed')
  })

  test('a tie is undecided until the chair decides', () => {
    const tie = closed(result({ A: 8, B: 8 }), result({ A: 8, B: 8 }, 2))
    expect(awardVerdict(tie, 'A')).toBe('undecided')
    const decided = { ...tie, decided: ['B'] }
    expect([awardVerdict(decided, 'A'), awardVerdict(decided, 'B')]).toEqual(['notPassed', 'passed'])
  })

  test('a vote that is open, cancelled, without a quorum or without a result says nothing', () => {
    const whole = closed(result({ A: 9, B: 0 }))
    expect(awardVerdict({ ...whole, status: 'open' }, 'A')).toBe('undecided')
    expect(awardVerdict({ ...whole, status: 'cancelled' }, 'A')).toBe('undecided')
    expect(awardVerdict(closed(null), 'A')).toBe('undecided')
    expect(awardVerdict(closed({ ...result({ A: 9, B: 0 }), outcome: 'noQuorum', elected: [] }), 'A')).toBe(
      'undecided',
    )
  })

  test('a yes or no passes or does not', () => {
    const asked: Question = { kind: 'yesNo', quorum: flag.quorum, threshold: flag.threshold }
    const ballots = (yes: number) =>
      Array.from({ length: 9 }, (_, voter) => (voter < yes ? 'yes' : 'no') as 'yes' | 'no')
    const of = (yes: number) =>
      closed(
        tally(asked, { members: 9, present: 9, written: 0, invalid: 0, round: 1, ballots: ballots(yes) }),
      )
    expect([awardVerdict(of(8), 'A'), awardVerdict(of(7), 'A')]).toEqual(['passed', 'notPassed'])
  })
})

describe('the outcome', () => {
  const facts = (changes: Partial<OutcomeFacts>): OutcomeFacts => ({
    status: 'proposed',
    verdict: 'passed',
    passed: true,
    note: '',
    held: 0,
    quota: 1,
    ...changes,
  })

  test('is what the vote says, or of a vote held elsewhere with where it stands', () => {
    expect(recordAwardOutcome(facts({}))).toEqual({ ok: true })
    expect(recordAwardOutcome(facts({ verdict: 'notPassed', passed: false, held: 1 }))).toEqual({ ok: true })
    expect(recordAwardOutcome(facts({ verdict: null, note: 'Biên bản số 12' }))).toEqual({ ok: true })
  })

  test.each([
    [{ status: 'passed' }, 'award-decided'],
    [{ status: 'withdrawn' }, 'award-decided'],
    [{ verdict: 'undecided' }, 'award-undecided'],
    [{ passed: false }, 'award-contradicts'],
    [{ verdict: 'notPassed' }, 'award-contradicts'],
    [{ verdict: null, note: ' ' }, 'award-note-missing'],
    [{ held: 1 }, 'award-quota'],
  ] as const)('with %j is refused: %s', (changes, reason) => {
    expect(recordAwardOutcome(facts(changes))).toEqual({ ok: false, refusal: { reason } })
  })
})

test('chair and secretary propose, the chair decides, from deliberation until the season is archived', () => {
  const actor = (role: Role): Actor => ({
    personId: 'p',
    name: 'A',
    mandate: {
      id: 'm',
      role,
      seasonId: 'S',
      unitId: 'A',
      startsOn: '2020-01-01',
      endsOn: null,
      paperNumber: null,
    },
  })
  expect(roles.filter((role) => mayProposeAwards(actor(role), { id: 'S' }))).toEqual(['chair', 'secretary'])
  expect(roles.filter((role) => mayDecideAwards(actor(role), { id: 'S' }))).toEqual(['chair'])
  expect(roles.filter((role) => mayDecideAwards(actor(role), { id: 'X' }))).toEqual([])
  expect(phases.filter((phase) => isOpenToAwards({ phase }))).toEqual(['deliberation', 'finalized'])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ballot, checkTurnout, type Question, type TallyResult, type Turnout, tally } from './tally.ts'

const shares = fc.constantFrom('0/1', '1/3', '1/2', '2/3', '4/5', '1/1')
const tests = fc.constantFrom('atLeast' as const, 'moreThan' as const)
const quorum = fc.record({
  share: shares,
  of: fc.constant('members' as const),
  test: tests,
  counts: fc.constantFrom('present' as const, 'presentOrWritten' as const),
})
const threshold = fc.record({
  share: shares,
  of: fc.constantFrom('members' as const, 'present', 'cast', 'valid', 'expressed'),
  test: tests,
})

const question: fc.Arbitrary<Question> = fc
  .record({ quorum, threshold, size: fc.integer({ min: 1, max: 5 }), part: fc.nat(), kind: fc.nat(2) })
  .map(({ quorum, threshold, size, part, kind }): Question => {
    const options = ['HDU', 'TBI', 'NBI', 'VPC', 'QNI'].slice(0, size)
    const seats = 1 + (part % size)
    if (kind === 0) return { kind: 'yesNo', quorum, threshold }
    if (kind === 1) return { kind: 'approve', options, seats, quorum, threshold }
    return { kind: 'choose', options, seats, maxChoices: 1 + ((part >> 3) % size), quorum, threshold }
  })

function ballotOf(asked: Question): fc.Arbitrary<Ballot> {
  switch (asked.kind) {
    case 'yesNo':
      return fc.constantFrom('yes', 'no', 'abstain')
    case 'choose':
      return fc.shuffledSubarray(asked.options, { maxLength: asked.maxChoices })
    case 'approve':
      return fc.dictionary(fc.constantFrom(...asked.options), fc.constantFrom('yes', 'no'))
  }
}

type Vote = { asked: Question; turnout: Turnout }
const vote: fc.Arbitrary<Vote> = question.chain((asked) =>
  fc
    .record({
      ballots: fc.array(ballotOf(asked), { maxLength: 12 }),
      invalid: fc.nat(2),
      more: fc.nat(3),
      absent: fc.nat(4),
      written: fc.nat(4),
      round: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ ballots, invalid, more, absent, written, round }) => {
      const present = ballots.length + invalid + more
      const turnout = {
        members: present + absent,
        present,
        written: Math.min(written, absent),
        invalid,
        ballots,
        round,
      }
      return { asked, turnout }
    }),
)

const always = (claim: (vote: Vote, result: TallyResult) => void) =>
  fc.assert(
    fc.property(vote, (each) => {
      expect(checkTurnout(each.asked, each.turnout)).toEqual([])
      claim(each, tally(each.asked, each.turnout))
    }),
    { numRuns: 500 },
  )

const optionsOf = (asked: Question) => (asked.kind === 'yesNo' ? [] : asked.options)
const seatsOf = (asked: Question) => (asked.kind === 'yesNo' ? 0 : asked.seats)

test('every ballot is counted once: votes, against, abstained and invalid sum to cast', () => {
  always(({ asked, turnout }, { counts, options }) => {
    expect(counts.cast).toBe(turnout.ballots.length + turnout.invalid)
    expect(counts.valid + counts.invalid).toBe(counts.cast)
    expect(counts.blank + counts.expressed).toBe(counts.valid)
    for (const { votes, against, abstained } of options) {
      if (asked.kind !== 'choose') expect(votes + against + abstained + counts.invalid).toBe(counts.cast)
    }
    const marks = turnout.ballots.flatMap((ballot) => (Array.isArray(ballot) ? ballot : []))
    if (asked.kind === 'choose') expect(options.reduce((sum, { votes }) => sum + votes, 0)).toBe(marks.length)
  })
})

test('the order of ballots decides nothing', () => {
  always(({ asked, turnout }, result) => {
    expect(tally(asked, { ...turnout, ballots: [...turnout.ballots].reverse() })).toEqual(result)
  })
})

test('the order of options decides nothing but the order they are named in', () => {
  always(({ asked, turnout }, result) => {
    if (asked.kind === 'yesNo') return
    const turned = tally({ ...asked, options: [...asked.options].reverse() }, turnout)
    const back = (names: string[]) => [...names].reverse()
    expect({
      ...turned,
      options: [...turned.options].reverse(),
      elected: back(turned.elected),
      tied: back(turned.tied),
      next: turned.next && { ...turned.next, options: back(turned.next.options) },
    }).toEqual(result)
  })
})

test('who is elected passed, and nobody with more votes was passed over', () => {
  always((_, { options, elected, tied }) => {
    const votesOf = (names: string[]) =>
      options.filter(({ option }) => names.includes(option)).map(({ votes }) => votes)
    const least = Math.min(...votesOf(elected))
    for (const { option, votes, passes } of options) {
      if (elected.includes(option)) expect(passes).toBe(true)
      else if (passes && elected.length > 0) expect(votes).toBeLessThan(least)
    }
    expect(new Set(votesOf(tied)).size).toBeLessThanOrEqual(1)
    expect(elected.filter((option) => tied.includes(option))).toEqual([])
  })
})

test('seats are filled or left, never more; a tie has more hopefuls than seats left', () => {
  always(({ asked }, { outcome, elected, tied, seatsLeft, next, passed, options }) => {
    expect(elected.length + seatsLeft).toBe(seatsOf(asked))
    if (outcome === 'tie') expect(tied.length).toBeGreaterThan(seatsLeft)
    else expect(tied).toEqual([])
    if (outcome === 'decided') expect({ seatsLeft, next }).toEqual({ seatsLeft: 0, next: null })
    if (outcome === 'noQuorum')
      expect({ elected, next, passes: options.some((each) => each.passes) }).toEqual({
        elected: [],
        next: null,
        passes: false,
      })
    expect(passed).toBe(asked.kind === 'yesNo' ? options[0]?.passes : null)
  })
})

test('a second ballot is among options that were not elected, in the order of the ballot', () => {
  always(({ asked, turnout }, { elected, next, seatsLeft }) => {
    if (next === null) return
    const rest = optionsOf(asked).filter((option) => !elected.includes(option))
    expect(next.options).toEqual(rest.filter((option) => next.options.includes(option)))
    expect(next.options.length).toBeGreaterThan(0)
    expect(next).toMatchObject({
      seats: seatsLeft,
      kind: turnout.round >= 2 ? 'chairDecides' : 'secondRound',
    })
  })
})

test('one more yes for an elected option does not unseat it', () => {
  always(({ asked, turnout }, { elected }) => {
    const [winner] = elected
    if (asked.kind !== 'approve' || winner === undefined) return
    const at = turnout.ballots.findIndex(
      (ballot) => typeof ballot === 'object' && !Array.isArray(ballot) && ballot[winner] === 'no',
    )
    const ballots = turnout.ballots.map((ballot, index) =>
      index === at && typeof ballot === 'object'
        ? { ...(ballot as Record<string, 'yes' | 'no'>), [winner]: 'yes' as const }
        : ballot,
    )
    expect(tally(asked, { ...turnout, ballots }).elected).toContain(winner)
  })
})

test('other names for the options elect the same under the new names', () => {
  always(({ asked, turnout }, { elected, tied }) => {
    if (asked.kind === 'yesNo') return
    const name = (option: string) => `${option}!`
    const ballots = turnout.ballots.map((ballot): Ballot => {
      if (typeof ballot === 'string') return ballot
      if (Array.isArray(ballot)) return ballot.map(name)
      return Object.fromEntries(Object.entries(ballot).map(([option, voted]) => [name(option), voted]))
    })
    const renamed = tally({ ...asked, options: asked.options.map(name) }, { ...turnout, ballots })
    expect([renamed.elected, renamed.tied]).toEqual([elected.map(name), tied.map(name)])
  })
})

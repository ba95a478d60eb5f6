import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkQuestion, checkTurnout, type Question, tally } from './tally.ts'

const quorum = { share: '2/3', of: 'members', test: 'atLeast', counts: 'present' } as const
const threshold = { share: '1/2', of: 'cast', test: 'moreThan' } as const
const yesNo: Question = { kind: 'yesNo', quorum, threshold }
const choose: Question = {
  kind: 'choose',
  quorum,
  threshold,
  options: ['A', 'B', 'C'],
  seats: 1,
  maxChoices: 2,
}
const approve: Question = { kind: 'approve', quorum, threshold, options: ['A', 'B'], seats: 2 }
const turnout = { members: 9, present: 7, written: 1, invalid: 0, ballots: [], round: 1 }

describe('a question', () => {
  test.each<[string, unknown, { path: string; code: string }[]]>([
    ['no object', 'yesNo', [{ path: '', code: 'wrong_shape' }]],
    ['no kind', { quorum, threshold }, [{ path: '', code: 'wrong_shape' }]],
    ['a kind that is none', { ...yesNo, kind: 'shout' }, [{ path: 'kind', code: 'unknown_value' }]],
    ['a kind that is no text', { ...yesNo, kind: ['yesNo'] }, [{ path: 'kind', code: 'unknown_value' }]],
    ['a missing threshold', { kind: 'yesNo', quorum }, [{ path: '', code: 'wrong_shape' }]],
    ['a field too many', { ...yesNo, seats: 1 }, [{ path: '', code: 'wrong_shape' }]],
    ['a quorum that is no object', { ...yesNo, quorum: '2/3' }, [{ path: 'quorum', code: 'wrong_shape' }]],
    [
      'a share of more than 1',
      { ...yesNo, threshold: { ...threshold, share: '3/2' } },
      [{ path: 'threshold.share', code: 'not_a_share' }],
    ],
    [
      'a share over 0',
      { ...yesNo, threshold: { ...threshold, share: '0/0' } },
      [{ path: 'threshold.share', code: 'not_a_share' }],
    ],
    [
      'a share that is a number',
      { ...yesNo, threshold: { ...threshold, share: 0.5 } },
      [{ path: 'threshold.share', code: 'not_a_share' }],
    ],
    [
      'a base and a test that are none',
      { ...yesNo, threshold: { share: '1/2', of: 'blank', test: 'about' } },
      [
        { path: 'threshold.of', code: 'unknown_value' },
        { path: 'threshold.test', code: 'unknown_value' },
      ],
    ],
    [
      'a quorum without its base',
      { ...yesNo, quorum: { share: '1/2', test: 'atLeast', counts: 'present' } },
      [{ path: 'quorum', code: 'wrong_shape' }],
    ],
    [
      'more seats and choices than options',
      { ...choose, seats: 4, maxChoices: 9 },
      [
        { path: 'maxChoices', code: 'out_of_range' },
        { path: 'seats', code: 'out_of_range' },
      ],
    ],
    [
      'half a seat, no round',
      { ...approve, seats: 0.5, maxRounds: 0 },
      [
        { path: 'maxRounds', code: 'out_of_range' },
        { path: 'seats', code: 'not_an_integer' },
      ],
    ],
    ['options that are no list', { ...approve, options: 'AB' }, [{ path: 'options', code: 'wrong_shape' }]],
    [
      'no options',
      { ...approve, options: [] },
      [
        { path: 'options', code: 'empty' },
        { path: 'seats', code: 'out_of_range' },
      ],
    ],
    [
      'an option twice, one empty, one a number',
      { ...approve, options: ['A', 'A', '', 7] },
      [
        { path: 'options.1', code: 'duplicate_option' },
        { path: 'options.2', code: 'wrong_shape' },
        { path: 'options.3', code: 'wrong_shape' },
      ],
    ],
    [
      'neither options nor seats',
      { kind: 'approve', quorum, threshold },
      [{ path: '', code: 'wrong_shape' }],
    ],
  ])('with %s is refused', (_, question, faults) => {
    expect(checkQuestion(question)).toEqual(faults)
  })
})

describe('a turnout', () => {
  test.each<[string, Question, unknown, { path: string; code: string }[]]>([
    ['no object', yesNo, [], [{ path: '', code: 'wrong_shape' }]],
    [
      'missing and extra fields',
      yesNo,
      { members: 9, present: 7, written: 0, extra: 1 },
      ['ballots', 'extra', 'invalid', 'round'].map((path) => ({ path, code: 'wrong_shape' })),
    ],
    [
      'numbers that are none',
      yesNo,
      { ...turnout, members: '9', present: -1, written: 0.5, round: 0 },
      ['members', 'present', 'round', 'written'].map((path) => ({ path, code: 'wrong_shape' })),
    ],
    [
      'more present than members, whose absent are none',
      yesNo,
      { ...turnout, present: 10 },
      [
        { path: 'present', code: 'present_exceeds_members' },
        { path: 'written', code: 'written_exceeds_absent' },
      ],
    ],
    [
      'ballots that are no list, and more invalid ones than voters',
      yesNo,
      { ...turnout, ballots: 'yes', invalid: 9 },
      [
        { path: 'ballots', code: 'too_many_ballots' },
        { path: 'ballots', code: 'wrong_shape' },
      ],
    ],
    [
      'ballots of nobody',
      yesNo,
      { ...turnout, present: 0, written: 0, ballots: ['yes'], invalid: 1 },
      [{ path: 'ballots', code: 'too_many_ballots' }],
    ],
    [
      'marks that are none',
      choose,
      { ...turnout, ballots: [['A', 1], ['A', 'A'], ['A', 'Z'], ['A', 'B', 'C'], 'A', {}] },
      [
        'wrong_shape',
        'duplicate_option',
        'unknown_option',
        'too_many_choices',
        'wrong_shape',
        'wrong_shape',
      ].map((code, index) => ({ path: `ballots.${index}`, code })),
    ],
    [
      'an option marked twice that is also unknown and too many',
      choose,
      { ...turnout, ballots: [['Z', 'Z', 'Z']] },
      [{ path: 'ballots.0', code: 'duplicate_option' }],
    ],
    [
      'votes that are none',
      approve,
      { ...turnout, ballots: [{ A: 'abstain' }, { Z: 'yes' }, null, ['A'], { Z: 'maybe' }] },
      ['wrong_shape', 'unknown_option', 'wrong_shape', 'wrong_shape', 'wrong_shape'].map((code, index) => ({
        path: `ballots.${index}`,
        code,
      })),
    ],
  ])('with %s is refused', (...row) => {
    const [, question, given, faults] = row
    expect(checkTurnout(question, given)).toEqual(faults)
  })

  test('anything at all is refused with a value, never thrown at', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(yesNo, choose, approve),
        fc.anything(),
        fc.array(fc.anything()),
        (asked, any, ballots) => {
          expect(checkTurnout(asked, any).length).toBeGreaterThan(0)
          expect(Array.isArray(checkTurnout(asked, { ...turnout, ballots }))).toBe(true)
          expect(checkQuestion(any).length).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('a decision', () => {
  test('over a base of 0 no test holds, not even of a share of nothing', () => {
    const nobody = { members: 0, present: 0, written: 0, invalid: 0, ballots: [], round: 1 }
    const easy: Question = {
      ...yesNo,
      quorum: { ...quorum, share: '0/1' },
      threshold: { ...threshold, share: '0/1', test: 'atLeast' },
    }
    expect(tally(easy, nobody)).toMatchObject({ outcome: 'noQuorum', passed: false })
    expect(tally(easy, { ...nobody, members: 3 })).toMatchObject({ outcome: 'decided', passed: false })
  })

  test('an option named like a part of every object is an option', () => {
    const odd: Question = { ...approve, options: ['constructor', '__proto__'] }
    const ballots = [JSON.parse('{"__proto__":"yes"}'), { constructor: 'no' as never }]
    const result = tally(odd, { ...turnout, ballots })
    expect(result.options).toMatchObject([
      { option: 'constructor', votes: 0, against: 1, abstained: 1 },
      { option: '__proto__', votes: 1, against: 0, abstained: 1 },
    ])
  })

  test('where nobody is left to vote on, there is no next ballot', () => {
    const ballots = [{ A: 'yes' as const }]
    const question: Question = { ...approve, options: ['A'], seats: 2 }
    expect(tally(question, { ...turnout, ballots }).next).toBeNull()
  })
})

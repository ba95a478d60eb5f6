import { describe, expect, test } from 'vitest'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import type { CriteriaDocument, Criterion, Gate, Measure } from '../criteria/document.ts'
import { rankUnits } from '../rankings/rank.ts'
import type { Answer, Submission } from './answer.ts'
import { compileCriteria, scoreAlone, scoreUnits } from './score.ts'

const judged = (code: string, changes: Partial<Criterion> = {}) =>
  makeCriterion({ code, maxPoints: '10', measure: { kind: 'judgement' }, ...changes })
const gate = (code: string, effect: Gate['effect']): Gate => ({ code, title: text(code), effect })

/** Scores one unit; `points` are judgements by criterion code, null for not applicable. */
function score(
  document: CriteriaDocument,
  points: Record<string, string | null>,
  more: Partial<Submission> = {},
) {
  const answers = Object.fromEntries(
    Object.entries(points).map(([code, given]): [string, Answer] => [
      code,
      given === null ? { notApplicable: true } : { points: given },
    ]),
  )
  return scoreAlone(compileCriteria(document), { unit: 'u', answers, ...more })
}

describe('not applicable', () => {
  const document = makeDocument({
    sections: [
      makeSection({
        cap: '25',
        criteria: [
          judged('a', { notApplicable: 'rescale' }),
          judged('b', { notApplicable: 'rescale' }),
          judged('c', { notApplicable: 'full' }),
        ],
      }),
    ],
  })

  test('full gives all points', () => {
    expect(score(document, { c: null }).criteria.c).toEqual({
      status: 'notApplicable',
      measure: null,
      points: '10.00',
      bonus: '0.00',
    })
  })

  test('rescale takes the criterion out, and the rest counts for it, rounded once', () => {
    expect(score(document, { a: null, b: '5', c: '3.33' }).sections.A).toEqual({
      points: '12.50',
      max: '30.00',
    })
    expect(score(document, { a: null, b: '3.33', c: '3.34' }).sections.A?.points).toBe('10.01')
  })

  test('the cap comes after', () => {
    expect(score(document, { a: null, b: '10', c: '10' }).sections.A?.points).toBe('25.00')
  })

  test('an override puts the criterion back in', () => {
    const overrides = { a: { points: '1' } }
    expect(score(document, { a: null, b: '5', c: '5' }, { overrides }).sections.A?.points).toBe('11.00')
  })

  test('where none is left, the section has 0 points', () => {
    const alone = makeDocument({
      sections: [makeSection({ criteria: [judged('a', { notApplicable: 'rescale' })] })],
    })
    expect(score(alone, { a: null })).toMatchObject({
      sections: { A: { points: '0.00', max: '10.00' } },
      total: '0.00',
    })
  })
})

describe('amounts', () => {
  const document = makeDocument({
    sections: [
      makeSection({ criteria: [judged('a')] }),
      makeSection({ code: 'B', role: 'bonus', criteria: [judged('b')] }),
      makeSection({ code: 'P', role: 'penalty', criteria: [judged('p')] }),
    ],
    bonusCap: '4',
    penaltyCap: '6',
  })

  test('bonus and penalty keep to their caps, the sections show what they are', () => {
    expect(score(document, { a: '7', b: '9', p: '8' })).toMatchObject({
      sections: { B: { points: '9.00' }, P: { points: '8.00' } },
      scored: '7.00',
      bonus: '4.00',
      penalty: '6.00',
      total: '5.00',
    })
  })

  test('the total is not under 0', () => {
    expect(score(document, { a: '1', p: '8' }).total).toBe('0.00')
  })

  test('without caps, or with caps of null, all counts', () => {
    const open = { ...document, bonusCap: null, penaltyCap: null }
    expect(score(open, { a: '7', b: '9', p: '8' })).toMatchObject({
      bonus: '9.00',
      penalty: '8.00',
      total: '8.00',
    })
  })

  test('amounts beyond what a JavaScript number holds are exact', () => {
    const huge = (code: string) => judged(code, { maxPoints: '999999999999.999' })
    const criteria = Array.from({ length: 12 }, (_, at) => huge(`c${at}`))
    const wide = {
      ...makeDocument({ decimals: 3, sections: [makeSection({ criteria })] }),
      maxPoints: '11999999999999.988',
    }
    const points = Object.fromEntries(criteria.map(({ code }) => [code, '999999999999.999']))
    expect(score(wide, points).total).toBe('11999999999999.988')
  })
})

describe('gates and grades', () => {
  const document = makeDocument({
    sections: [makeSection({ criteria: [judged('a')] }), makeSection({ code: 'B', criteria: [judged('b')] })],
    gates: [
      gate('U', { kind: 'unranked' }),
      gate('N', { kind: 'noAward' }),
      gate('H', { kind: 'hold' }),
      gate('Y', { kind: 'gradeCap', grade: 'Y' }),
      gate('Z', { kind: 'gradeCap', grade: 'Z' }),
    ],
    grades: [
      { code: 'X', title: text('X'), atLeast: '15.004', require: [{ section: 'B', atLeast: '8' }] },
      { code: 'Y', title: text('Y'), atLeast: '10' },
      { code: 'Z', title: text('Z'), atLeast: '5' },
    ],
  })
  const standing = (gates: string[], points = { a: '10', b: '10' }) => {
    const { grade, ranked, awardable, onHold } = score(document, points, { gates })
    return [grade, ranked, awardable, onHold]
  }

  test.each([
    [[], 'X', true, true, false],
    [['U'], null, false, false, false],
    [['N'], 'X', true, false, false],
    [['H'], 'X', true, false, true],
    [['U', 'H'], null, false, false, true],
    [['Y'], 'Y', true, true, false],
    [['Y', 'Z', 'Y'], 'Z', true, true, false],
  ])('%j', (gates, ...expected) => {
    expect(standing(gates)).toEqual(expected)
  })

  test.each([
    [{ a: '7', b: '8' }, 'Y'],
    [{ a: '7.01', b: '8' }, 'X'],
    [{ a: '10', b: '7.99' }, 'Y'],
    [{ a: '5', b: '0' }, 'Z'],
    [{ a: '4.99', b: '0' }, null],
  ])('the first grade that %j holds is %s', (points, grade) => {
    expect(standing([], points)[0]).toBe(grade)
  })

  test('a document without grades gives none', () => {
    expect(score(makeDocument(), {}).grade).toBeNull()
  })
})

describe('places in a rank measure', () => {
  const measure: Measure = { kind: 'rank', better: 'higher' }
  const document = makeDocument({
    sections: [
      makeSection({ criteria: [makeCriterion({ maxPoints: '10', measure, notApplicable: 'rescale' })] }),
    ],
    gates: [gate('U', { kind: 'unranked' })],
  })
  const pointsOf = (submissions: Submission[], criteria = document) =>
    scoreUnits(compileCriteria(criteria), submissions).map((result) => result.criteria['A.1']?.points)
  const unit = (name: string, value: string, more: Partial<Submission> = {}): Submission => ({
    unit: name,
    answers: { 'A.1': { value } },
    ...more,
  })

  test('equal values share the best place, and the next is skipped', () => {
    expect(pointsOf([unit('a', '5'), unit('b', '7.0'), unit('c', '7'), unit('d', '1')])).toEqual([
      '6.00',
      '10.00',
      '10.00',
      '4.00',
    ])
  })

  test('lower is better where the measure says so', () => {
    const lower = {
      ...document,
      sections: [
        makeSection({
          criteria: [makeCriterion({ maxPoints: '10', measure: { kind: 'rank', better: 'lower' } })],
        }),
      ],
    }
    expect(pointsOf([unit('a', '5'), unit('b', '7'), unit('c', '-1')], lower)).toEqual([
      '8.00',
      '6.00',
      '10.00',
    ])
  })

  test('a unit that is not ranked takes nobody’s place, and has its own', () => {
    expect(pointsOf([unit('a', '9', { gates: ['U'] }), unit('b', '7'), unit('c', '8')])).toEqual([
      '10.00',
      '8.00',
      '10.00',
    ])
  })

  test('who did not answer, or not with a value, takes no place', () => {
    const absent: Submission = { unit: 'x', answers: { 'A.1': { notApplicable: true } } }
    expect(pointsOf([unit('a', '1'), absent, { unit: 'y', answers: {} }])).toEqual(['10.00', '0.00', '0.00'])
  })

  test('whose points are overridden has answered all the same', () => {
    const over = unit('a', '9', { overrides: { 'A.1': { points: '1' } } })
    expect(pointsOf([over, unit('b', '7')])).toEqual(['1.00', '8.00'])
  })

  test('a batch of one is a cluster; a unit by itself is pending', () => {
    const compiled = compileCriteria(document)
    expect(scoreUnits(compiled, [unit('a', '1')])[0]?.criteria['A.1']?.status).toBe('scored')
    expect(scoreAlone(compiled, unit('a', '1')).criteria['A.1']).toEqual({
      status: 'pending',
      measure: '1.000000',
      points: '0.00',
      bonus: '0.00',
    })
  })

  test('places beyond the table make no points, places never fewer than 0', () => {
    const table = {
      ...document,
      sections: [
        makeSection({
          criteria: [
            makeCriterion({ maxPoints: '10', measure, rule: { kind: 'placeTable', points: ['9', '3'] } }),
          ],
        }),
      ],
    }
    expect(pointsOf([unit('a', '3'), unit('b', '2'), unit('c', '1')], table)).toEqual([
      '9.00',
      '3.00',
      '0.00',
    ])
    const steep = {
      ...document,
      sections: [
        makeSection({
          criteria: [makeCriterion({ maxPoints: '10', measure, rule: { kind: 'places', step: '6' } })],
        }),
      ],
    }
    expect(pointsOf([unit('a', '3'), unit('b', '2'), unit('c', '1')], steep)).toEqual([
      '10.00',
      '4.00',
      '0.00',
    ])
  })
})

test('codes like parts of every object are codes, in answers, results and ranking', () => {
  const sections = [
    makeSection({ code: '__proto__', criteria: [judged('constructor'), judged('toString')] }),
    makeSection({ code: 'valueOf', criteria: [judged('hasOwnProperty')] }),
  ]
  const document = makeDocument({
    sections,
    tieBreakers: [{ section: '__proto__' }, { criterion: 'toString' }],
  })
  const submission: Submission = { unit: '__proto__', answers: { toString: { points: '3' } } }
  const [result] = scoreUnits(compileCriteria(document), [submission])
  expect(JSON.parse(JSON.stringify(result?.sections))).toEqual(
    JSON.parse('{"__proto__":{"points":"3.00","max":"20.00"},"valueOf":{"points":"0.00","max":"10.00"}}'),
  )
  expect(result?.criteria.constructor).toMatchObject({ status: 'missing' })
  expect(result && rankUnits(document, [result])).toEqual([
    { unit: '__proto__', rank: 1, tiedWith: [], decidedBy: null },
  ])
})

import { describe, expect, test } from 'vitest'
import { criterion, type Fault } from '../../test/faults.ts'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import { checkCriteria } from './check.ts'

describe('amounts', () => {
  const option = (key: unknown, points: string) => ({ key, title: text('o'), points })
  test.each<[string, object, object, Fault[]]>([
    [
      'maxPoints as written, not as it is worth',
      { maxPoints: '60.000' },
      {},
      [[`${criterion}.maxPoints`, 'too_precise']],
    ],
    [
      'nothing is too precise where decimals is not sound',
      { maxPoints: '60.000' },
      { decimals: 4 },
      [['decimals', 'out_of_range']],
    ],
    ['a cap of null is none, one of -0 is not negative', {}, { bonusCap: null, penaltyCap: '-0' }, []],
    [
      'a cap that is negative is not too precise as well',
      {},
      { bonusCap: '-1.234' },
      [['bonusCap', 'negative']],
    ],
    [
      'numbers are no decimals',
      { maxPoints: 60 },
      { maxPoints: 60 },
      [
        ['maxPoints', 'not_a_decimal'],
        [`${criterion}.maxPoints`, 'not_a_decimal'],
      ],
    ],
    [
      'a checklist may not sum to more',
      {
        measure: { kind: 'checklist', options: [option('a', '40'), option('b', '20.01'), option('c', 'x')] },
        rule: undefined,
      },
      {},
      [
        [`${criterion}.measure.options`, 'out_of_range'],
        [`${criterion}.measure.options.2.points`, 'not_a_decimal'],
      ],
    ],
    [
      'a choice may, but no option alone',
      { measure: { kind: 'choice', options: [option('a', '60'), option('b', '60.01')] }, rule: undefined },
      {},
      [[`${criterion}.measure.options.1.points`, 'out_of_range']],
    ],
    [
      'keys are texts, not empty, each once',
      {
        measure: {
          kind: 'choice',
          options: [option('', '1'), option(1, '1'), option('a', '1'), option('a', '1'), option(' 1', '1')],
        },
        rule: undefined,
      },
      {},
      [
        [`${criterion}.measure.options.0.key`, 'bad_code'],
        [`${criterion}.measure.options.1.key`, 'bad_code'],
        [`${criterion}.measure.options.3.key`, 'duplicate_option'],
      ],
    ],
    [
      'an option is compared with no unsound maxPoints',
      { maxPoints: '0', measure: { kind: 'choice', options: [option('a', '9')] }, rule: undefined },
      {},
      [[`${criterion}.maxPoints`, 'not_positive']],
    ],
    [
      'the sum is compared only where nothing under sections is at fault',
      { unit: 5 },
      { maxPoints: '1' },
      [[`${criterion}.unit`, 'wrong_shape']],
    ],
    ['the sum', {}, { maxPoints: '60.01' }, [['maxPoints', 'sum_mismatch']]],
    ['the sum, written otherwise', {}, { maxPoints: '60.000000' }, []],
    ['no sections at all', {}, { sections: [] }, [['sections', 'empty']]],
    ['sections that are no list', {}, { sections: {} }, [['sections', 'wrong_shape']]],
    [
      'a year and decimals that are no integers',
      {},
      { year: '2020', decimals: 1.5 },
      [
        ['decimals', 'not_an_integer'],
        ['year', 'not_an_integer'],
      ],
    ],
  ])('%s', (...row) => {
    const [, changes, document, faults] = row
    const { rule: _, ...ruleless } = makeCriterion()
    const isRuleless = 'rule' in changes && changes.rule === undefined
    const { rule: _none, ...rest } = { rule: undefined, ...changes }
    const changed = isRuleless ? { ...ruleless, ...rest } : { ...makeCriterion(), ...changes }
    const whole = {
      ...makeDocument({ sections: [makeSection({ criteria: [changed as never] })] }),
      maxPoints: '60',
      ...document,
    }
    expect(checkCriteria(whole).map(({ path, code }) => [path, code])).toEqual(faults)
  })
})

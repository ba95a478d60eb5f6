import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalise, canonicalJson } from './canonical.ts'

describe('the examples of RFC 8785', () => {
  test('section 3.2.2: literals, numbers and strings are written in one way', () => {
    const input = `{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`
    expect(canonicalJson(JSON.parse(input))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('section 3.2.3: keys stand sorted by UTF-16 code unit', () => {
    const input = JSON.parse(
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",' +
        '"\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    )
    const values = Object.values(JSON.parse(canonicalJson(input)))
    expect(canonicalJson(input).startsWith('{"\\r":"Carriage Return","1":"One",')).toBe(true)
    expect(values.slice(-4)).toEqual([
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  test.each([
    [0, '0'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [-1.7976931348623157e308, '-1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'],
    [9.999999999999997e22, '9.999999999999997e+22'],
    [1e23, '1e+23'],
    [999999999999999700000, '999999999999999700000'],
    [1e21, '1e+21'],
    [9.999999999999997e-7, '9.999999999999997e-7'],
    [0.000001, '0.000001'],
    [333333333.3333332, '333333333.3333332'],
    [-0.0000033333333333333333, '-0.0000033333333333333333'],
    [Number('1424953923781206.25'), '1424953923781206.2'],
  ])('appendix B: %d is written %s', (number, text) => {
    expect(canonicalJson(number)).toBe(text)
  })
})

describe('what has no canonical JSON', () => {
  test.each([
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [undefined],
    [[undefined]],
    [1n],
    [new Date(0)],
    [new Map()],
    [() => 0],
    [Symbol('x')],
    [{ deep: [{ at: new Date(0) }] }],
  ])('%s is not JSON and is refused', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
    expect(canonicalise(value)).toEqual({ ok: false, refusal: { reason: 'not_json' } })
  })

  test.each([['\ud83d'], ['a\udc00b'], [{ '\udead': 1 }], [['\ud800x']]])(
    'half a surrogate pair is refused',
    (value) => {
      expect(canonicalise(value)).toEqual({ ok: false, refusal: { reason: 'lone_surrogate' } })
    },
  )
})

test('a property that is undefined is left out, as JSON leaves it out', () => {
  expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}')
})

test('empty lists and objects are written without blanks', () => {
  expect(canonicalJson({ b: [], a: {}, c: [[], {}] })).toBe('{"a":{},"b":[],"c":[[],{}]}')
})

test('a key named __proto__ is a key', () => {
  expect(canonicalJson(JSON.parse('{"b":1,"__proto__":2}'))).toBe('{"__proto__":2,"b":1}')
})

test('nesting of any depth is written', () => {
  const depth = 100_000
  expect(canonicalJson(JSON.parse('['.repeat(depth) + ']'.repeat(depth)))).toHaveLength(2 * depth)
})

test('the text reads back as the same value, and writing it again changes nothing', () => {
  const json = fc.jsonValue().filter((value) => !/\p{Surrogate}/u.test(JSON.stringify(value)))
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
})

test('the order in which keys were set does not matter', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (object) => {
      const turned = Object.fromEntries(Object.entries(object).reverse())
      expect(canonicalJson(turned)).toBe(canonicalJson(object))
    }),
  )
})

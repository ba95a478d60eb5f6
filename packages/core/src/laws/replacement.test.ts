import fc from 'fast-check'
import { expect, test } from 'vitest'
import { basisWarnings } from './basis.ts'
import type { LawFacts } from './law.ts'
import { checkReplacements, replacementOf } from './replacement.ts'

const law = (id: string, from: string | null, change: Partial<LawFacts> = {}): LawFacts => ({
  id,
  number: `số ${id}`,
  issuedOn: null,
  effectiveFrom: from,
  effectiveTo: null,
  replaces: [],
  ...change,
})
const wholly = (lawId: string) => ({ lawId, isInPart: false, note: '' })
const inPart = (lawId: string) => ({ lawId, isInPart: true, note: 'Điều 30' })
const by = (lawId: string, isInPart = false) => ({ lawId, number: `số ${lawId}`, isInPart })

const decrees = [
  law('A', '2017-01-01'),
  law('B', '2024-01-01', { replaces: [wholly('A')] }),
  law('C', '2025-07-01', { replaces: [wholly('B')] }),
]

test('a law is replaced from the day the newer one takes effect, and the end of the chain is named', () => {
  const byDay = (day: string) => replacementOf('A', decrees, day)
  expect(byDay('2023-12-31')).toEqual({ ok: true, by: [] })
  expect(byDay('2024-01-01')).toEqual({ ok: true, by: [by('B')] })
  expect(byDay('2025-07-01')).toEqual({ ok: true, by: [by('C')] })
  expect(replacementOf('C', decrees, '2025-07-01')).toEqual({ ok: true, by: [] })
})

test('what replaces a part leaves the rest standing, along the chain too', () => {
  const laws = [
    law('A', '2017-01-01'),
    law('B', '2020-01-01', { replaces: [inPart('A')] }),
    law('C', '2021-01-01', { replaces: [wholly('B')] }),
    law('D', '2022-01-01', { replaces: [inPart('C')] }),
  ]
  expect(replacementOf('A', laws, '2020-06-01')).toEqual({ ok: true, by: [by('B', true)] })
  expect(replacementOf('A', laws, '2022-01-01')).toEqual({ ok: true, by: [by('C', true), by('D', true)] })
  const whole = law('E', '2023-01-01', { replaces: [wholly('A'), inPart('C')] })
  expect(replacementOf('A', [...laws, whole], '2023-01-01')).toEqual({
    ok: true,
    by: [by('C', true), by('D', true), by('E')],
  })
})

test('a newer law without its first day counts from its issue, and without that from always', () => {
  const undated = (issuedOn: string | null) => [
    law('A', '2017-01-01'),
    law('B', null, { issuedOn, replaces: [wholly('A')] }),
  ]
  expect(replacementOf('A', undated('2025-06-14'), '2025-06-13')).toEqual({ ok: true, by: [] })
  expect(replacementOf('A', undated('2025-06-14'), '2025-06-14')).toEqual({ ok: true, by: [by('B')] })
  expect(replacementOf('A', undated(null), '2018-01-01')).toEqual({ ok: true, by: [by('B')] })
})

test('laws that replace one another are refused, and the circle is named', () => {
  const circle = [
    law('A', '2017-01-01', { replaces: [wholly('C')] }),
    law('B', '2018-01-01', { replaces: [inPart('A')] }),
    law('C', '2019-01-01', { replaces: [wholly('B')] }),
  ]
  expect(replacementOf('A', circle, '2020-01-01')).toEqual({
    ok: false,
    refusal: { reason: 'cycle', lawIds: ['A', 'B', 'C'] },
  })
  expect(basisWarnings(['A'], circle, '2020-01-01')).toEqual([])
  expect(replacementOf('A', circle, '2018-06-01')).toEqual({ ok: true, by: [by('B', true)] })
})

test('a law replaces others that are on the shelf, each once, never itself nor what replaced it', () => {
  const replaces = [
    wholly('A'),
    wholly('X'),
    inPart('A'),
    wholly('Z'),
    { ...inPart('B'), note: '' },
    wholly('C'),
  ]
  const shelf = [...decrees, law('D', null, { replaces: [wholly('X')] }), law('X', null)]
  expect(checkReplacements(law('X', '2026-01-01', { replaces }), shelf)).toEqual([
    { index: 1, code: 'replaces_itself' },
    { index: 2, code: 'duplicate_law' },
    { index: 3, code: 'unknown_law' },
    { index: 4, code: 'note_missing' },
  ])
  expect(checkReplacements(law('X', null, { replaces: [wholly('D')] }), shelf)).toEqual([
    { index: 0, code: 'cycle' },
  ])
  expect(checkReplacements(law('A', null, { replaces: [wholly('C')] }), decrees)).toEqual([
    { index: 0, code: 'cycle' },
  ])
})

test('a basis is warned of where a law it names is not in force, replaced, undated or gone from the shelf', () => {
  const shelf = [
    ...decrees,
    law('N', '2026-01-01'),
    law('U', null),
    law('S', '2020-01-01', { effectiveTo: '2021-12-31' }),
  ]
  expect(basisWarnings(['C', 'A', 'N', 'U', 'S', 'Z'], shelf, '2025-08-01')).toEqual([
    { lawId: 'A', state: 'inForce', replacedBy: [by('C')] },
    { lawId: 'N', state: 'notYet', replacedBy: [] },
    { lawId: 'U', state: 'unknown', replacedBy: [] },
    { lawId: 'S', state: 'ended', replacedBy: [] },
    { lawId: 'Z', state: 'missing', replacedBy: [] },
  ])
})

test('whatever is replaced in whatever order, what is named as standing in its place is not itself wholly replaced', () => {
  const names = ['0', '1', '2', '3', '4', '5', '6', '7'] as const
  const shelves = fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.boolean()), { maxLength: 20 }).map((pairs) =>
    names.map((id) =>
      law(id, '2000-01-01', {
        replaces: pairs
          .filter(([newer, older]) => newer > older && String(newer) === id)
          .map(([, older, isInPart]) => ({ lawId: String(older), isInPart, note: '' })),
      }),
    ),
  )
  fc.assert(
    fc.property(shelves, fc.constantFrom(...names), (laws, id) => {
      const found = replacementOf(id, laws, '2001-01-01')
      expect(found.ok).toBe(true)
      if (!found.ok) return
      const gone = laws.flatMap(({ replaces }) =>
        replaces.filter((one) => !one.isInPart).map(({ lawId }) => lawId),
      )
      expect(found.by.filter(({ lawId }) => gone.includes(lawId))).toEqual([])
      const isNamed = laws.some(({ replaces }) => replaces.some(({ lawId }) => lawId === id))
      expect(found.by.length > 0).toBe(isNamed)
    }),
  )
})

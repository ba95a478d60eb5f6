import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeBundleParts, makeSelf, sha256 } from '../../test/bundle.ts'
import { canonicalJson } from '../numbers/canonical.ts'
import { composeBundle, type RankingBundle, verifyBundle } from './bundle.ts'

const bundle = () => composeBundle(makeBundleParts(), sha256)
const asFile = (made: RankingBundle): RankingBundle => JSON.parse(JSON.stringify(made))

/** The file with a change in its content, and a hash that fits the changed content. */
const forged = (change: (content: RankingBundle['content']) => void): RankingBundle => {
  const file = asFile(bundle())
  change(file.content)
  return { ...file, sha256: sha256(canonicalJson(file.content)) }
}

describe('what is frozen', () => {
  test('the latest layers are what is scored, one submission a unit, in the order of the units', () => {
    expect(bundle().content.submissions).toEqual([
      { unit: 'HDU', answers: { 'A.1': { value: '45' } }, overrides: { 'A.2': { points: '3' } } },
      { unit: 'TBI', answers: { 'A.1': { value: '40' } }, gates: ['L1'] },
      { unit: 'NBI', answers: {} },
    ])
    expect(bundle().content.ranking.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['HDU', 1],
      ['TBI', 2],
      ['NBI', 3],
    ])
  })

  test('its hash is the SHA-256 of the canonical JSON of its content', () => {
    const { content, sha256: hash } = bundle()
    expect(hash).toBe(sha256(canonicalJson(content)))
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('a bundle is verified', () => {
  test('as it was made, also after its keys were written in another order', () => {
    expect(verifyBundle(asFile(bundle()), sha256)).toEqual({ ok: true, differences: [], faults: [] })
    const { format, sha256: hash, content } = asFile(bundle())
    const turned = Object.fromEntries(Object.entries(content).reverse())
    expect(verifyBundle({ content: turned, sha256: hash, format }, sha256).ok).toBe(true)
  })

  test('a changed note differs in the hashes alone', () => {
    const file = asFile(bundle())
    const layer = file.content.layers.self[2]?.answers['A.1']
    if (layer) layer.note = 'Không trừ'
    const { ok, differences, faults } = verifyBundle(file, sha256)
    expect({ ok, faults }).toEqual({ ok: false, faults: [] })
    expect(differences.map(({ path }) => path)).toEqual(['sha256', 'content.layers.self.2.sha256'])
    expect(differences[0]).toMatchObject({
      found: file.sha256,
      expected: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test('a changed point is named by its path, though the hash was made to fit', () => {
    const file = forged(({ results }) => {
      if (results[1]) results[1].total = '60.00'
    })
    expect(verifyBundle(file, sha256).differences).toEqual([
      { path: 'content.results.1.total', expected: '40.00', found: '60.00' },
    ])
  })

  test('a changed ranking is named row by row, what is too much or missing as well', () => {
    const file = forged((content) => {
      content.ranking.pop()
      if (content.ranking[0]) content.ranking[0].tiedWith = ['TBI']
    })
    expect(verifyBundle(file, sha256).differences).toEqual([
      { path: 'content.ranking.0.tiedWith.0', expected: undefined, found: 'TBI' },
      {
        path: 'content.ranking.2',
        expected: { unit: 'NBI', rank: 3, tiedWith: [], decidedBy: null },
        found: undefined,
      },
    ])
  })

  test('a changed layer shows in everything that was made from it', () => {
    const file = forged(({ layers }) => {
      const layer = layers.appraised[1]
      if (layer) layer.decision = { kind: 'corrected', answer: { value: '30' } }
    })
    const paths = verifyBundle(file, sha256).differences.map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining([
        'content.submissions.0.answers.A.1.value',
        'content.results.0.criteria.A.1.points',
        'content.results.0.total',
        'content.ranking.0.unit',
      ]),
    )
  })

  test('a changed criteria document differs from the hash of its version', () => {
    const file = forged(({ criteria }) => {
      criteria.title.vi = 'Khác'
    })
    expect(verifyBundle(file, sha256).differences.map(({ path }) => path)).toEqual([
      'content.criteriaVersion.sha256',
    ])
  })
})

describe('a bundle that cannot be recomputed is refused with every fault', () => {
  test('a criteria document that contradicts itself', () => {
    const file = forged(({ criteria }) => {
      criteria.maxPoints = '1'
    })
    expect(verifyBundle(file, sha256).faults).toEqual([
      { path: 'content.criteria.maxPoints', code: 'sum_mismatch' },
    ])
    const without = forged((content) => {
      Object.assign(content, { criteria: null })
    })
    expect(verifyBundle(without, sha256).faults).toEqual([{ path: 'content.criteria', code: 'wrong_shape' }])
  })

  test('an answer that no unit could have given', () => {
    const file = forged(({ layers }) => {
      layers.self.push(makeSelf('NBI', { 'A.1': { answer: { count: 3 }, note: '', evidence: [] } }))
    })
    expect(verifyBundle(file, sha256).faults).toEqual([
      { path: 'content.submissions.2.answers.A.1', code: 'wrong_shape' },
    ])
  })

  test('layers of a unit that is not there, or with a number twice; a unit twice', () => {
    const file = forged(({ layers, units }) => {
      const [first, second] = layers.appraised
      if (first && second) second.number = first.number
      for (const gate of layers.gates) gate.number = 1
      layers.self.push(makeSelf('XXX', {}))
      units.push({ code: 'HDU', name: 'Hải Dương' })
    })
    expect(verifyBundle(file, sha256).faults).toEqual(
      expect.arrayContaining([
        { path: 'content.units', code: 'duplicate_unit' },
        { path: 'content.layers.self.3.unit', code: 'unknown_unit' },
        { path: 'content.layers.appraised.1.number', code: 'duplicate_number' },
        { path: 'content.layers.gates.1.number', code: 'duplicate_number' },
      ]),
    )
  })

  test('half a surrogate pair, which has no canonical JSON', () => {
    const file = asFile(bundle())
    file.content.season.clusterName.vi = '\ud800'
    expect(verifyBundle(file, sha256).faults).toEqual([{ path: 'sha256', code: 'lone_surrogate' }])
  })

  test('a wrong shape is named where it is', () => {
    const file = { ...asFile(bundle()), sha256: 'ABC' } as { content: Partial<RankingBundle['content']> }
    delete file.content.journal
    Object.assign(file.content, { extra: 1 })
    const { ok, faults } = verifyBundle(file, sha256)
    expect(ok).toBe(false)
    expect(faults).toEqual(
      expect.arrayContaining([
        { path: 'sha256', code: 'wrong_shape' },
        { path: 'content.journal', code: 'wrong_shape' },
        { path: 'content', code: 'wrong_shape' },
      ]),
    )
  })
})

describe('garbage is refused and never thrown at', () => {
  test('anything at all', () => {
    fc.assert(
      fc.property(fc.anything(), (file) => {
        expect(verifyBundle(file, sha256).ok).toBe(false)
      }),
    )
  })

  test('a bundle with one value replaced by anything is never verified', () => {
    const paths = pathsOf(asFile(bundle()))
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const file = asFile(bundle())
        const last = path.at(-1) ?? ''
        const parent = path
          .slice(0, -1)
          .reduce<Record<string, unknown>>((at, key) => at[key] as never, file as never)
        fc.pre(JSON.stringify(parent[last]) !== JSON.stringify(value))
        parent[last] = value
        expect(verifyBundle(file, sha256).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('answers nested very deep', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`)
    const file = asFile(bundle())
    for (const spoil of ['submissions', 'results', 'ranking', 'criteria'] as const) {
      expect(verifyBundle({ ...file, content: { ...file.content, [spoil]: deep } }, sha256).ok).toBe(false)
    }
  })
})

function pathsOf(value: unknown, path: string[] = []): string[][] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [
    ...(path.length > 0 ? [path] : []),
    ...inner.flatMap(([key, each]) => pathsOf(each, [...path, key])),
  ]
}

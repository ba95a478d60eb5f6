import { describe, expect, test } from 'vitest'
import { makeBundleParts, sha256 } from '../../test/bundle.ts'
import { chainHash, contentHash, FIRST_PREVIOUS_HASH, type JournalEntry } from '../audit/chain.ts'
import { composeBundle } from '../rankings/bundle.ts'
import { checkHandover, type OpenedHandover } from './check-handover.ts'
import { checkManifest, type HandoverManifest } from './manifest.ts'

const at = '2021-02-01T02:00:00.000Z'

function chained(count: number): JournalEntry[] {
  const entries: JournalEntry[] = []
  for (let number = 1; number <= count; number += 1) {
    const act = {
      chain: 'S1',
      at,
      actorId: null,
      actorName: 'A',
      mandateId: null,
      role: null,
      unitId: null,
      what: 'phase-opened',
      aboutKind: 'season',
      aboutId: 'S1',
      before: null,
      after: { n: number },
    }
    const previousHash = entries.at(-1)?.hash ?? FIRST_PREVIOUS_HASH
    const ofContent = contentHash(act, sha256)
    const hash = chainHash(previousHash, ofContent, sha256)
    entries.push({ ...act, number, contentHash: ofContent, previousHash, hash })
  }
  return entries
}

/** A season handed over: a ranking frozen at the second entry of its journal, which has three. */
function handedOver(
  change: (whole: OpenedHandover & { manifest: HandoverManifest }) => void = () => undefined,
) {
  const journal = chained(3)
  const [, second, third] = journal
  const anchor = { chain: 'S1', number: 2, hash: second?.hash ?? '' }
  const ranking = composeBundle(makeBundleParts({ journal: anchor }), sha256)
  const texts = new Map([
    ['ranking.json', JSON.stringify(ranking)],
    ['journal.jsonl', journal.map((entry) => JSON.stringify(entry)).join('\n')],
  ])
  const files = new Map([...texts].map(([path, text]) => [path, { size: text.length, sha256: sha256(text) }]))
  const manifest: HandoverManifest = {
    format: 'bangvang.handover/1',
    season: { id: 'S1', year: 2020, clusterName: { vi: 'Cụm', en: 'Cluster' } },
    madeAt: at,
    journal: { chain: 'S1', number: 3, hash: third?.hash ?? '' },
    files: [...files].map(([path, file]) => ({ path, ...file })),
  }
  const whole = { manifest, ranking: structuredClone(ranking), journal, files }
  change(whole)
  return checkHandover(whole, sha256)
}

test('a season handed over whole holds', () => {
  expect(handedOver()).toEqual({ ok: true, differences: [], faults: [] })
})

describe('the manifest', () => {
  const hash = sha256('')
  const manifest = {
    format: 'bangvang.handover/1',
    season: { id: 'S1', year: 2020, clusterName: { vi: '', en: '' } },
    madeAt: at,
    journal: { chain: 'S1', number: 0, hash },
    files: [
      { path: 'a', size: 1, sha256: hash },
      { path: 'b', size: 1, sha256: hash },
      { path: 'c', size: 1, sha256: hash },
      { path: 'a', size: 1, sha256: hash },
    ],
  }

  test('names what is not there, not listed, listed twice, or not as stated', () => {
    const files = new Map([
      ['a', { size: 2, sha256: hash }],
      ['c', { size: 1, sha256: sha256('other') }],
      ['d', { size: 1, sha256: hash }],
      ['manifest.json', { size: 1, sha256: hash }],
    ])
    const faults = checkManifest(manifest, files).map(({ path, code }) => `${path} ${code}`)
    expect(faults).toEqual(['a wrong_size', 'a duplicate_path', 'b missing', 'c wrong_hash', 'd not_listed'])
  })

  test.each([null, {}, { ...manifest, format: 'bangvang.handover/2' }, { ...manifest, more: 1 }])(
    '%o is none',
    (value) => {
      expect(checkManifest(value, new Map())).toEqual([{ path: 'manifest.json', code: 'wrong_shape' }])
    },
  )
})

describe('what is inside', () => {
  test('a point changed in the ranking is named', () => {
    const verdict = handedOver(({ ranking }) => {
      Object.assign((ranking as { content: { ranking: object[] } }).content.ranking[0] ?? {}, { rank: 9 })
    })
    expect(verdict.ok).toBe(false)
    expect(verdict.differences.map(({ path }) => path)).toContain('ranking.json#content.ranking.0.rank')
  })

  test.each([
    { change: { actorName: 'B' }, code: 'content-hash' },
    { change: { chain: 'S2' }, code: 'chain' },
  ])('an entry with $change breaks the journal there', ({ change, code }) => {
    const { faults } = handedOver(({ journal }) => Object.assign((journal?.[1] ?? {}) as object, change))
    expect(faults).toContainEqual({ path: 'journal.jsonl#2', code })
  })

  test('a journal cut short does not reach its head', () => {
    const { faults } = handedOver((whole) => {
      whole.journal = whole.journal?.slice(0, 2)
    })
    expect(faults).toEqual([{ path: 'journal.jsonl', code: 'head' }])
  })

  test('a journal written anew does not hold the ranking’s anchor', () => {
    const { faults } = handedOver(({ manifest, ranking }) => {
      const { content } = ranking as { content: { journal: { hash: string } } }
      content.journal.hash = sha256('another')
      manifest.journal.number = 3
    })
    // The bundle's own hash says so already.
    expect(faults).toEqual([])
    const shifted = handedOver((whole) => {
      const parts = makeBundleParts({ journal: { chain: 'S1', number: 1, hash: sha256('another') } })
      whole.ranking = composeBundle(parts, sha256)
    })
    expect(shifted.faults).toContainEqual({ path: 'ranking.json#content.journal', code: 'head' })
  })

  test('a ranking frozen before anything was journalled has nothing to anchor', () => {
    const { faults } = handedOver((whole) => {
      const parts = makeBundleParts({ journal: { chain: 'S1', number: 0, hash: '0'.repeat(64) } })
      whole.ranking = composeBundle(parts, sha256)
    })
    expect(faults).toEqual([])
  })

  test.each([[undefined], [[{}]], [[null]]])('a journal of %j is none', (journal) => {
    const { faults } = handedOver((whole) => {
      whole.journal = journal
    })
    expect(faults).toEqual([{ path: 'journal.jsonl', code: 'wrong_shape' }])
  })

  test('without a manifest or a ranking that is named, and nothing is thrown', () => {
    const { faults } = handedOver((whole) => {
      Object.assign(whole, { manifest: undefined, ranking: undefined })
    })
    expect(faults).toEqual([
      { path: 'manifest.json', code: 'wrong_shape' },
      { path: 'ranking.json#', code: 'wrong_shape' },
    ])
  })
})

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chainHash,
  contentHash,
  entryContent,
  FIRST_PREVIOUS_HASH,
  type JournalAct,
  type JournalEntry,
  verifyChain,
} from './chain.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

const act = (changes: Partial<JournalAct> = {}): JournalAct => ({
  chain: 'season-1',
  at: '2021-01-15T08:30:00.000Z',
  actorId: '9b2f',
  actorName: 'Nguyễn Thị Hòa',
  mandateId: null,
  role: 'appraiser',
  unitId: 'HDU',
  what: 'answer-corrected',
  aboutKind: 'appraisal',
  aboutId: 'HDU/KT07',
  before: { value: '5' },
  after: null,
  ...changes,
})

const chained = (acts: JournalAct[]): JournalEntry[] => {
  let previousHash = FIRST_PREVIOUS_HASH
  return acts.map((each, index) => {
    const ofContent = contentHash(each, sha256)
    const hash = chainHash(previousHash, ofContent, sha256)
    const entry = { ...each, number: index + 1, contentHash: ofContent, previousHash, hash }
    previousHash = hash
    return entry
  })
}

const three = () => chained(['first', 'second', 'third'].map((what) => act({ what })))

test('what is hashed of an entry is the act alone', () => {
  const entry = { ...three()[0], id: 7, more: 'x' } as JournalEntry
  expect(entryContent(entry)).toEqual(act({ what: 'first' }))
})

test('the hashes are those of the written form, so any other program can check them', () => {
  const text =
    '{"aboutId":"HDU/KT07","aboutKind":"appraisal","actorId":"9b2f","actorName":"Nguyễn Thị Hòa","after":null,' +
    '"at":"2021-01-15T08:30:00.000Z","before":{"value":"5"},"chain":"season-1","mandateId":null,' +
    '"role":"appraiser","unitId":"HDU","what":"answer-corrected"}'
  expect(contentHash(act(), sha256)).toBe(sha256(text))
  expect(chainHash('a'.repeat(64), 'b'.repeat(64), sha256)).toBe(sha256('a'.repeat(64) + 'b'.repeat(64)))
})

describe('a chain', () => {
  test('that is whole is whole, also an empty one', () => {
    expect(verifyChain(three(), sha256)).toEqual({ ok: true })
    expect(verifyChain([], sha256)).toEqual({ ok: true })
  })

  test.each([
    ['another content', { after: { value: '6' } }, 'content-hash'],
    ['content that is no JSON', { after: Number.NaN }, 'content-hash'],
    ['another number', { number: 4 }, 'number'],
    ['another chain', { chain: 'season-2' }, 'chain'],
    ['another previous hash', { previousHash: 'f'.repeat(64) }, 'previous-hash'],
    ['another hash', { hash: 'f'.repeat(64) }, 'hash'],
  ] as const)('with %s in its second entry is broken there', (_, change, reason) => {
    const entries = three().map((entry, index) => (index === 1 ? { ...entry, ...change } : entry))
    expect(verifyChain(entries, sha256)).toEqual({ ok: false, number: 2, reason })
  })

  test('whose entry was rewritten with fitting hashes is broken at the next one', () => {
    const [first, second, third] = three()
    const forged = chained([act({ what: 'first' }), act({ what: 'forged' })])[1]
    if (!first || !second || !third || !forged) throw new Error('three entries')
    expect(verifyChain([first, forged, third], sha256)).toEqual({
      ok: false,
      number: 3,
      reason: 'previous-hash',
    })
  })

  test('that lost an entry at its start or in its middle is broken there', () => {
    const [first, second, third] = three()
    if (!first || !second || !third) throw new Error('three entries')
    expect(verifyChain([second, third], sha256)).toEqual({ ok: false, number: 1, reason: 'number' })
    expect(verifyChain([first, third], sha256)).toEqual({ ok: false, number: 2, reason: 'number' })
  })

  test('any one changed field of any entry is found', () => {
    const fields = ['at', 'actorName', 'role', 'unitId', 'what', 'aboutKind', 'aboutId', 'before'] as const
    fc.assert(
      fc.property(fc.nat(2), fc.constantFrom(...fields), fc.string(), (at, field, value) => {
        const entries = three()
        const entry = entries[at]
        fc.pre(entry !== undefined && entry[field] !== value && !/\p{Surrogate}/u.test(value))
        const changed = entries.map((each, index) => (index === at ? { ...each, [field]: value } : each))
        expect(verifyChain(changed, sha256)).toEqual({ ok: false, number: at + 1, reason: 'content-hash' })
      }),
    )
  })
})

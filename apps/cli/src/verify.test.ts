import { createHash } from 'node:crypto'
import { chainHash, contentHash, FIRST_PREVIOUS_HASH, type JournalAct } from '@bangvang/core/audit/chain'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import { type BundleParts, composeBundle } from '@bangvang/core/rankings/bundle'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { answersOf, bangvang, fileOf, readVectors } from './run.test-kit.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const at = '2021-01-15T08:30:00.000Z'

/** A worked case as the ranking of a season, its overrides and gates as the appraisers' layers. */
function frozen(journal = { chain: 'S1', number: 1, hash: sha256('') }) {
  const [vector] = readVectors('scoring') as unknown as [
    { criteria: BundleParts['criteria']; submissions: never[] },
  ]
  const submissions = vector.submissions as { unit: string; answers: Record<string, never> }[]
  const by = { by: 'Nguyễn Thị Hòa', at }
  const parts: BundleParts = {
    season: {
      id: 'S1',
      clusterCode: 'C',
      clusterName: { vi: 'Cụm', en: 'Cluster' },
      year: 2020,
      chairUnit: 'HDU',
    },
    units: submissions.map(({ unit }) => ({ code: unit, name: unit })),
    criteria: vector.criteria,
    criteriaVersion: {
      number: 1,
      sha256: sha256(canonicalJson(vector.criteria)),
      adoptedOn: '2020-03-02',
      legalBasis: '',
    },
    layers: {
      self: submissions.map(({ unit, answers: given }) => {
        const answers = Object.fromEntries(
          Object.entries(given).map(([code, answer]) => [code, { answer, note: '', evidence: [] }]),
        )
        const signed = { submittedAt: at, isLate: false, submittedBy: 'A', signedOffBy: 'B' }
        return { unit, number: 1, ...signed, sha256: sha256(canonicalJson(answers)), answers }
      }),
      appraised: [],
      gates: [],
    },
    comments: [],
    journal,
    finalizedAt: at,
    finalizedBy: { name: by.by, role: 'chair', unit: 'HDU' },
  }
  return composeBundle(parts, sha256)
}

describe('verify FILE', () => {
  test('says that a frozen ranking holds, and ends with 0', async () => {
    const ended = await bangvang(['verify', fileOf(JSON.stringify(frozen(), null, 2))])
    expect(answersOf(ended)).toEqual([{ ok: true, differences: [], faults: [] }])
    expect(ended).toMatchObject({
      code: 0,
      errors: 'Every point, the ranking and the hash are as recomputed.\n',
    })
  })

  test('says what differs in one that was changed, and ends with 1', async () => {
    const file = frozen()
    const [row] = file.content.ranking
    if (row) Object.assign(row, { rank: 9, decidedBy: undefined })
    const ended = await bangvang(['verify', fileOf(JSON.stringify(file))])
    expect(ended.code).toBe(1)
    expect(ended.errors).toContain('content.ranking.0.rank: expected 1, found 9\n')
    expect(ended.errors).toContain('content.ranking.0.decidedBy: expected null, found nothing\n')
    expect(answersOf(ended)).toEqual([
      {
        ok: false,
        differences: expect.arrayContaining([{ path: 'content.ranking.0.rank', expected: 1, found: 9 }]),
        faults: [],
      },
    ])
  })

  test('names the faults of what is no bundle, and ends with 1', async () => {
    const ended = await bangvang(['verify', fileOf('[]')])
    expect(answersOf(ended)).toEqual([
      { ok: false, differences: [], faults: [{ path: '', code: 'wrong_shape' }] },
    ])
    expect(ended).toMatchObject({ code: 1, errors: 'the file: wrong_shape\n' })
  })

  test.each([
    [['verify'], 'usage: bangvang verify FILE\n'],
    [['verify', 'a', 'b'], 'usage: bangvang verify FILE\n'],
    [['verify', '/no/such/file'], '/no/such/file: no such file\n'],
  ])('%j says what is wrong and ends with 2', async (words, errors) => {
    expect(await bangvang(words)).toEqual({ code: 2, output: '', errors })
  })
})

/** The season of that ranking handed over as one zip; `change` may alter its files before they are packed. */
function handedOver(change: (files: Record<string, string>) => void = () => undefined): string {
  const act: JournalAct = {
    chain: 'S1',
    at,
    actorId: null,
    actorName: 'A',
    mandateId: null,
    role: null,
    unitId: null,
    what: 'ranking-finalized',
    aboutKind: 'season',
    aboutId: 'S1',
    before: null,
    after: null,
  }
  const ofContent = contentHash(act, sha256)
  const hash = chainHash(FIRST_PREVIOUS_HASH, ofContent, sha256)
  const head = { chain: 'S1', number: 1, hash }
  const entry = { ...act, number: 1, contentHash: ofContent, previousHash: FIRST_PREVIOUS_HASH, hash }
  const files: Record<string, string> = {
    'ranking.json': JSON.stringify(frozen(head)),
    'journal.jsonl': `${JSON.stringify(entry)}\n`,
    'papers/1-ranking.pdf': '%PDF-1.7',
  }
  const manifest = {
    format: 'bangvang.handover/1',
    season: { id: 'S1', year: 2020, clusterName: { vi: 'Cụm', en: 'Cluster' } },
    madeAt: at,
    journal: head,
    files: Object.entries(files).map(([path, text]) => ({
      path,
      size: Buffer.byteLength(text),
      sha256: sha256(text),
    })),
  }
  files['manifest.json'] = JSON.stringify(manifest)
  change(files)
  return fileOf(
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))),
  )
}

describe('verify a season handed over', () => {
  test('every file, the ranking and the journal hold, and it ends with 0', async () => {
    const ended = await bangvang(['verify', handedOver()])
    expect(answersOf(ended)).toEqual([{ ok: true, differences: [], faults: [] }])
    expect(ended).toMatchObject({
      code: 0,
      errors: 'Every file is as listed (4), the ranking is as recomputed, the journal is whole.\n',
    })
  })

  test('a paper changed, one taken out and one put in are named, and it ends with 1', async () => {
    const file = handedOver((files) => {
      files['papers/1-ranking.pdf'] = '%PDF-1.8'
      files['more.txt'] = ''
      delete files['journal.jsonl']
    })
    const ended = await bangvang(['verify', file])
    expect(ended.code).toBe(1)
    expect(ended.errors.split('\n').sort()).toEqual([
      '',
      'journal.jsonl: missing',
      'journal.jsonl: wrong_shape',
      'more.txt: not_listed',
      'papers/1-ranking.pdf: wrong_hash',
    ])
  })

  test('a zip cut short is none, and it ends with 2', async () => {
    const ended = await bangvang(['verify', fileOf(Buffer.from('PK\u0003\u0004 no more'))])
    expect(ended.code).toBe(2)
    expect(ended.errors).toMatch(/a zip that cannot be read\n$/)
  })
})

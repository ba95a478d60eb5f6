import { createHash } from 'node:crypto'
import type { CriteriaDocument } from '../src/criteria/document.ts'
import { canonicalJson } from '../src/numbers/canonical.ts'
import type { BundleParts, SelfLayer } from '../src/rankings/bundle.ts'
import { makeCriterion, makeDocument, makeSection, text } from './make.ts'

export const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex')

const at = '2021-01-15T08:30:00.000Z'

export function makeSelf(
  unit: string,
  answers: SelfLayer['answers'],
  changes: Partial<SelfLayer> = {},
): SelfLayer {
  return {
    unit,
    number: 1,
    submittedAt: at,
    isLate: false,
    submittedBy: 'Trần Văn Quý',
    signedOffBy: 'Lê Thị Mai',
    sha256: sha256(canonicalJson(answers)),
    answers,
    ...changes,
  }
}

function makeRankedDocument(): CriteriaDocument {
  return makeDocument({
    sections: [
      makeSection({
        criteria: [
          makeCriterion(),
          makeCriterion({ code: 'A.2', measure: { kind: 'rank', better: 'higher' } }),
        ],
      }),
    ],
    gates: [{ code: 'L1', title: text('L1'), effect: { kind: 'noAward' } }],
    tieBreakers: [{ criterion: 'A.2' }],
  })
}

const answered = (value: string) => ({ answer: { value }, note: '', evidence: [] })

/** Three units: HDU resubmitted, was corrected and overridden; TBI is gated; NBI never submitted. */
export function makeBundleParts(changes: Partial<BundleParts> = {}): BundleParts {
  const criteria = makeRankedDocument()
  const by = { reason: 'Theo báo cáo', by: 'Nguyễn Thị Hòa', at }
  return {
    season: { id: 'S1', clusterCode: 'DBSH', clusterName: text('Cụm'), year: 2020, chairUnit: 'HDU' },
    units: [
      { code: 'HDU', name: 'Hải Dương' },
      { code: 'TBI', name: 'Thái Bình' },
      { code: 'NBI', name: 'Ninh Bình' },
    ],
    criteria,
    criteriaVersion: {
      number: 1,
      sha256: sha256(canonicalJson(criteria)),
      adoptedOn: '2020-03-02',
      legalBasis: '',
    },
    layers: {
      self: [
        makeSelf('HDU', { 'A.1': answered('50') }, { number: 2 }),
        makeSelf('HDU', { 'A.1': answered('10') }),
        makeSelf('TBI', {
          'A.1': {
            answer: { value: '40' },
            note: 'Đã trừ',
            evidence: [{ id: 'e1', name: 'Báo cáo.pdf', sha256: sha256('x'), size: 9 }],
          },
          'A.2': { answer: null, note: 'Chưa có số', evidence: [] },
        }),
      ],
      appraised: [
        { unit: 'HDU', criterion: 'A.1', number: 1, decision: { kind: 'overridden', points: '1' }, ...by },
        {
          unit: 'HDU',
          criterion: 'A.1',
          number: 2,
          decision: { kind: 'corrected', answer: { value: '45' } },
          ...by,
        },
        { unit: 'HDU', criterion: 'A.2', number: 1, decision: { kind: 'overridden', points: '3' }, ...by },
        { unit: 'TBI', criterion: 'A.1', number: 1, decision: { kind: 'kept' }, ...by },
      ],
      gates: [
        { unit: 'HDU', gate: 'L1', applies: true, number: 1, ...by },
        { unit: 'HDU', gate: 'L1', applies: false, number: 2, ...by },
        { unit: 'TBI', gate: 'L1', applies: true, number: 1, ...by },
      ],
    },
    comments: [
      {
        id: 'c1',
        anchor: 'HDU',
        body: 'Xem lại',
        by: 'Ban',
        at,
        answer: { kind: 'accepted', body: 'Đã sửa', by: 'Thư ký', at },
      },
      { id: 'c2', anchor: null, body: 'Tốt', by: 'Ban', at, answer: null },
    ],
    journal: { chain: 'S1', number: 12, hash: sha256('journal') },
    finalizedAt: at,
    finalizedBy: { name: 'Phạm Văn Bình', role: 'chair', unit: 'HDU' },
    ...changes,
  }
}

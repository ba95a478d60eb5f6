import type { SeasonView } from '@bangvang/contract/seasons'

/** A season as the API tells it, for tests: open, chaired by Quảng Ninh, three units, one deadline. */
export function seasonOf(change: Partial<SeasonView> = {}): SeasonView {
  return {
    id: 'DBSH-2020',
    clusterId: 'DBSH',
    clusterName: { vi: 'Cụm Đồng bằng sông Hồng', en: 'Red River Delta cluster' },
    year: 2020,
    phase: 'open',
    chairUnitId: 'QNI',
    viceChairUnitId: 'HDU',
    isSample: true,
    revision: 1,
    units: [
      { id: 'HDU', name: 'Hải Dương' },
      { id: 'BNI', name: 'Bắc Ninh' },
      { id: 'QNI', name: 'Quảng Ninh' },
    ],
    criteriaVersion: {
      id: '00000000-0000-4000-8000-00000000000c',
      number: 1,
      sha256: 'ab'.repeat(32),
      adoptedOn: '2020-02-14',
    },
    phases: [{ phase: 'open', at: new Date('2020-02-14T02:00:00Z'), byName: 'Phạm Văn Thành' }],
    deadlines: [
      {
        kind: 'assessment',
        unitId: null,
        at: new Date('2020-12-25T10:00:00Z'),
        reason: null,
        createdAt: new Date('2020-02-14T02:00:00Z'),
        byName: 'Phạm Văn Thành',
      },
    ],
    ...change,
  }
}

import type { AnswerView, AssessmentView } from '@bangvang/contract/assessments'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'

const text = (words: string) => ({ vi: words, en: words })
const achieved = {
  measure: { kind: 'achievement', better: 'higher' },
  rule: { kind: 'steps', from: '100', side: 'below', per: '1', points: '2', count: 'exact' },
} as const
/** Three criteria in two sections: two of figures, one of ticks. */
const criteria: CriteriaDocument = {
  format: 'bangvang.criteria/1',
  code: 'X',
  year: 2020,
  title: text('Bộ tiêu chí'),
  decimals: 2,
  maxPoints: '110',
  sections: [
    {
      code: 'I',
      title: text('Kinh tế'),
      role: 'scored',
      criteria: [
        {
          code: 'I.1',
          title: text('Thu chi'),
          criteria: [
            {
              code: 'KT07',
              title: text('Thu ngân sách'),
              maxPoints: '60',
              evidence: 'required',
              ...achieved,
            },
            { code: 'KT08', title: text('Đầu tư'), maxPoints: '40', ...achieved },
          ],
        },
      ],
    },
    {
      code: 'II',
      title: text('Thi đua'),
      role: 'scored',
      criteria: [
        {
          code: 'TD01',
          title: text('Văn bản'),
          maxPoints: '10',
          measure: { kind: 'checklist', options: [{ key: 'plan', title: text('Kế hoạch'), points: '10' }] },
        },
      ],
    },
  ],
}
export const at = new Date('2020-12-18T03:00:00Z')
/** An answer as it is stored, version 1 unless said otherwise. */
export const stored = (criterionCode: string, more: Partial<AnswerView>): AnswerView => ({
  criterionCode,
  answer: null,
  note: '',
  version: 1,
  updatedAt: at,
  updatedBy: 'Nguyễn Thị Hạnh',
  ...more,
})
/** Hải Dương's sheet, its first criterion answered. */
export const sheet: AssessmentView = {
  seasonId: 'DBSH-2020',
  unitId: 'HDU',
  unitName: 'Hải Dương',
  status: 'draft',
  returned: null,
  isEditable: true,
  deadline: new Date('2020-12-25T10:00:00Z'),
  answers: [stored('KT07', { answer: { target: '17700', actual: '17180' } })],
  evidence: [],
  submissions: [],
  lastYear: { year: 2019, answers: { KT07: { target: '20000', actual: '20210' } } },
  registered: [],
  targetChanges: [],
}
export const season = {
  id: 'DBSH-2020',
  clusterId: 'DBSH',
  clusterName: text('Cụm'),
  year: 2020,
  phase: 'open' as const,
  chairUnitId: 'QNI',
  viceChairUnitId: 'HDU',
  isSample: true,
  revision: 1,
  units: [{ id: 'HDU', name: 'Hải Dương' }],
  criteriaVersion: null,
  phases: [],
  deadlines: [],
}
export const version = {
  id: '00000000-0000-4000-8000-000000000009',
  clusterId: 'DBSH',
  year: 2020,
  number: 3,
  sha256: 'x',
  legalBasis: 'x',
  adoptedOn: '2020-02-01',
  document: criteria,
}

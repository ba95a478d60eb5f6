import type { CriteriaDocument } from '@bangvang/core/criteria/document'

const both = (text: string) => ({ vi: text, en: text })

/** Five criteria of different kinds, a bonus, a penalty, two gates: enough for every rule of the rooms. */
export const smallCriteria: CriteriaDocument = {
  format: 'bangvang.criteria/1',
  code: 'NHO',
  year: 2020,
  title: both('Bộ tiêu chí nhỏ'),
  decimals: 2,
  maxPoints: '100',
  bonusCap: '10',
  sections: [
    {
      code: 'I',
      title: both('Kinh tế'),
      role: 'scored',
      criteria: [
        {
          code: 'KT01',
          title: both('Tăng trưởng'),
          maxPoints: '40',
          unit: '%',
          measure: { kind: 'achievement', better: 'higher' },
          rule: { kind: 'steps', from: '100', side: 'below', per: '1', points: '2', count: 'exact' },
          evidence: 'required',
        },
        {
          code: 'KT02',
          title: both('Thứ hạng'),
          maxPoints: '20',
          measure: { kind: 'rank', better: 'higher' },
          rule: { kind: 'places', step: '5' },
          evidence: 'optional',
        },
      ],
    },
    {
      code: 'II',
      title: both('Thi đua'),
      role: 'scored',
      criteria: [
        {
          code: 'TD01',
          title: both('Kế hoạch'),
          maxPoints: '20',
          measure: {
            kind: 'choice',
            options: [
              { key: 'yes', title: both('Có'), points: '20' },
              { key: 'no', title: both('Không'), points: '0' },
            ],
          },
          notApplicable: 'full',
          evidence: 'none',
        },
        {
          code: 'TD02',
          title: both('Đánh giá'),
          maxPoints: '20',
          measure: { kind: 'judgement', step: '0.5' },
          evidence: 'none',
        },
      ],
    },
    {
      code: 'B',
      title: both('Thưởng'),
      role: 'bonus',
      criteria: [
        {
          code: 'B01',
          title: both('Mô hình'),
          maxPoints: '10',
          measure: { kind: 'count' },
          rule: { kind: 'perUnit', points: '2' },
          evidence: 'none',
        },
      ],
    },
  ],
  gates: [
    { code: 'D01', title: both('Không xếp hạng'), effect: { kind: 'unranked' } },
    { code: 'D02', title: both('Không đề nghị khen'), effect: { kind: 'noAward' } },
  ],
  grades: [
    { code: 'XS', title: both('Xuất sắc'), atLeast: '90' },
    { code: 'T', title: both('Tốt'), atLeast: '0' },
  ],
  tieBreakers: [{ section: 'II' }],
}

import { describe, expect, test } from 'vitest'
import { achievement, explain, options, steps } from '../../test/explain.ts'
import type { Criterion, Measure } from '../criteria/document.ts'

describe('the rule', () => {
  const value: Measure = { kind: 'value' }
  test.each<[Partial<Criterion>, string, string]>([
    [
      { measure: achievement, rule: steps({ per: '5', count: 'completed' }) },
      'Từ 100 % trở lên: đủ 60 điểm. Cứ thiếu đủ 5 điểm phần trăm trừ 2 điểm.',
      '100 % or more: all 60 points. Each full 5 percentage points below takes 2 points off.',
    ],
    [
      {
        measure: value,
        unit: 'vụ',
        rule: steps({ from: '0', side: 'above', count: 'started', points: '1', zeroPast: '9' }),
      },
      'Từ 0 vụ trở xuống: đủ 60 điểm. Cứ vượt 1 vụ, kể cả chưa đủ, trừ 1 điểm. Trên 9 vụ: 0 điểm.',
      '0 vụ or less: all 60 points. Each 1 vụ above, also one begun, takes 1 point off. Above 9 vụ: 0 points.',
    ],
    [
      { measure: value, rule: { kind: 'linear', zeroAt: '50', fullAt: '100' } },
      'Từ 100 trở lên: đủ 60 điểm. Từ 50 trở xuống: 0 điểm. Ở giữa tính theo tỷ lệ.',
      '100 or more: all 60 points. 50 or less: 0 points. In proportion between.',
    ],
    [
      { measure: value, unit: 'vụ', rule: { kind: 'linear', zeroAt: '9', fullAt: '0' } },
      'Từ 0 vụ trở xuống: đủ 60 điểm. Từ 9 vụ trở lên: 0 điểm. Ở giữa tính theo tỷ lệ.',
      '0 vụ or less: all 60 points. 9 vụ or more: 0 points. In proportion between.',
    ],
    [
      {
        measure: { kind: 'share' },
        rule: {
          kind: 'tiers',
          better: 'higher',
          tiers: [
            { bound: '95', points: '60' },
            { bound: '90', points: '1' },
          ],
        },
      },
      'Từ 95 % trở lên: 60 điểm; từ 90 % trở lên: 1 điểm; còn lại: 0 điểm.',
      '95 % or more: 60 points; 90 % or more: 1 point; else 0 points.',
    ],
    [
      { measure: value, rule: { kind: 'tiers', better: 'lower', tiers: [{ bound: '2', points: '60' }] } },
      'Từ 2 trở xuống: 60 điểm; còn lại: 0 điểm.',
      '2 or less: 60 points; else 0 points.',
    ],
    [
      { measure: value, rule: { kind: 'perUnit', points: '0.5' } },
      'Mỗi 1 đơn vị: 0,5 điểm, nhiều nhất 60.',
      '0.5 points for each 1 unit, at most 60.',
    ],
    [
      { measure: { kind: 'rank', better: 'higher' } },
      'Hạng 1: 60 điểm; mỗi hạng sau kém 2, không dưới 0.',
      'Place 1: 60 points; each place after, 2 less, not under 0.',
    ],
    [
      { measure: { kind: 'rank', better: 'higher' }, rule: { kind: 'placeTable', points: ['60', '50'] } },
      'Hạng 1: 60 điểm; hạng 2: 50 điểm; các hạng sau: 0 điểm.',
      'Place 1: 60 points; place 2: 50 points; places after: 0 points.',
    ],
    [
      { measure: { kind: 'choice', options: options.slice(0, 2) } },
      'Đạt: 20 điểm; Có báo cáo: 1,5 điểm.',
      'Met: 20 points; Reported: 1.5 points.',
    ],
    [
      { measure: { kind: 'judgement', step: '0.5' } },
      'Cho điểm từ 0 đến 60, mỗi bậc 0,5.',
      'Points are given, 0 to 60, in steps of 0.5.',
    ],
    [{ measure: { kind: 'judgement' } }, 'Cho điểm từ 0 đến 60.', 'Points are given, 0 to 60.'],
  ])('%j', (criterion, vi, en) => {
    expect(explain({ criterion }).rule).toEqual({ vi, en })
  })
})

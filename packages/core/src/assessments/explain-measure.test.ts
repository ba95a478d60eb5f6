import { describe, expect, test } from 'vitest'
import { achievement, explain, options, rate } from '../../test/explain.ts'
import type { Measure } from '../criteria/document.ts'
import type { Answer } from './answer.ts'

type Row = [Measure, string | undefined, Answer, string, string]

describe('the measure', () => {
  test.each<Row>([
    [{ kind: 'value' }, '%', { value: '93.40' }, 'Giá trị báo cáo: 93,4 %', 'Reported value: 93.4 %'],
    [{ kind: 'value' }, undefined, { value: '-1200' }, 'Giá trị báo cáo: −1.200', 'Reported value: −1,200'],
    [
      { kind: 'rank', better: 'higher' },
      'điểm',
      { value: '7' },
      'Giá trị báo cáo: 7 điểm',
      'Reported value: 7 điểm',
    ],
    [achievement, 'tỷ đồng', rate('-5'), '−5 ÷ 100 × 100 = −5 %', '−5 ÷ 100 × 100 = −5 %'],
    [
      { kind: 'achievement', better: 'lower' },
      '',
      rate('125'),
      '100 × (2 − 125 ÷ 100) = 75 %',
      '100 × (2 − 125 ÷ 100) = 75 %',
    ],
    [
      { kind: 'achievement', better: 'lower' },
      '',
      rate('-1'),
      '100 × (2 − (−1) ÷ 100) = 201 %',
      '100 × (2 − (−1) ÷ 100) = 201 %',
    ],
    [
      { kind: 'gap', better: 'higher' },
      'vụ',
      { target: '-3', actual: '8' },
      '8 − (−3) = 11 vụ',
      '8 − (−3) = 11 vụ',
    ],
    [{ kind: 'gap', better: 'lower' }, '', { target: '3', actual: '8' }, '3 − 8 = −5', '3 − 8 = −5'],
    [
      { kind: 'share' },
      'xã',
      { part: '1', whole: '3' },
      '1 ÷ 3 × 100 = 33,333333 %',
      '1 ÷ 3 × 100 = 33.333333 %',
    ],
    [{ kind: 'count' }, 'xã', { count: 1234 }, 'Số lượng: 1.234 xã', 'Count: 1,234 xã'],
    [{ kind: 'choice', options }, undefined, { option: 'a' }, 'Đã chọn: Đạt', 'Chosen: Met'],
    [
      { kind: 'checklist', options },
      undefined,
      { checked: ['b', 'a'] },
      'Đã chọn: Đạt; Có báo cáo',
      'Chosen: Met; Reported',
    ],
    [{ kind: 'checklist', options }, undefined, { checked: [] }, 'Không chọn mục nào', 'Nothing is checked'],
    [{ kind: 'judgement' }, undefined, { points: '12.50' }, 'Điểm được cho: 12,5', 'Points given: 12.5'],
  ])('%j in %s', (...row) => {
    const [measure, unit, answer, vi, en] = row
    const criterion = unit === undefined ? { measure } : { measure, unit }
    expect(explain({ criterion, answer }).measure).toEqual({ vi, en })
  })
})

import { listCriteria } from '@bangvang/core/criteria/list'
import { describe, expect, test } from 'vitest'
import { clusterName, criteria, issue, ranking, results, units, year } from '../../test/facts.ts'
import { papers } from '../../test/papers.ts'
import { type Block, type Paper, tablesOf, textOf } from '../document.ts'
import { answerWords } from './answer-words.ts'
import { layerComparison } from './layer-comparison.ts'
import { pact } from './pact.ts'
import { pointsSummary } from './points-summary.ts'
import { submissionLetter } from './submission-letter.ts'

const paper = (name: string): Paper => papers()[name] ?? (undefined as never)
const rowsOf = (of: Paper, place = 0): string[][] =>
  tablesOf(of)[place]?.rows.map(({ cells }) => cells.map(({ words }) => textOf(words))) ?? []
const said = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [textOf(block.words)]
    if (block.kind === 'heading') return [block.text]
    return block.kind === 'list' ? block.items.map(textOf) : []
  })

describe('the self-scoring sheet', () => {
  const rows = rowsOf(paper('self-scoring-sheet'))

  test('has a row for every section and criterion, and four sums', () => {
    const codes = new Set(rows.map(([code]) => code))
    const criterionCodes = listCriteria(criteria).map(({ criterion }) => criterion.code)
    const wanted = [...criteria.sections.map(({ code }) => code), ...criterionCodes]
    expect(wanted.every((code) => codes.has(code))).toBe(true)
    expect(rows).toHaveLength(wanted.length + 4)
    expect(rows.slice(-4).map(([title]) => title)).toEqual([
      'Tổng điểm tiêu chí',
      'Điểm thưởng',
      'Điểm trừ',
      'Tổng điểm',
    ])
  })

  test('writes target and result with their unit, and the rate to four digits', () => {
    const [, , most, target, actual, rate] = rows.find(([code]) => code === 'KT01') ?? []
    expect([most, target, actual, rate]).toEqual(['50', '1.250,5 %', '1.180 %', '94,3623'])
  })

  test('says what was not reported', () => {
    expect(rows.some((row) => row.includes('Chưa báo cáo'))).toBe(true)
  })

  test('an answer not assigned, chosen or ticked stands in words', () => {
    const title = (vi: string) => ({ vi, en: '' })
    const options = [
      { key: 'a', title: title('Đạt'), points: '1' },
      { key: 'b', title: title('Vượt'), points: '2' },
    ]
    const choice = {
      code: 'X',
      title: title('x'),
      maxPoints: '2',
      measure: { kind: 'choice' as const, options },
    }
    const list = { ...choice, measure: { kind: 'checklist' as const, options } }
    expect(answerWords(choice, { option: 'b' }).actual).toBe('Vượt')
    expect(answerWords(list, { checked: ['b', 'a'] }).actual).toBe('Đạt; Vượt')
    expect(answerWords(list, { checked: [] }).actual).toBe('Không có nội dung nào')
    expect(answerWords(list, { notApplicable: true }).actual).toBe('Không được giao chỉ tiêu')
  })
})

describe('the summary of points', () => {
  const facts = { clusterName, year, criteria, units, results, ranking, gates: {}, final: null }

  test('follows the ranking; a sum of bonus or penalty stands once', () => {
    const rows = rowsOf(pointsSummary(facts, issue))
    expect(rows.map((row) => row[1])).toEqual(
      ranking.map(({ unit }) => units.find(({ code }) => code === unit)?.name),
    )
    expect(tablesOf(pointsSummary(facts, issue))[0]?.columns).toHaveLength(2 + 3 + 6)
  })

  test('shows a tie as a tie and says who is not ranked', () => {
    const [one, two, ...others] = ranking
    if (one === undefined || two === undefined) throw new Error('no ranking')
    const last = others.at(-1)?.unit
    const tied = [
      { ...one, tiedWith: [two.unit] },
      { ...two, rank: 1, tiedWith: [one.unit] },
      ...others.map((row) => (row.unit === last ? { ...row, rank: null } : row)),
    ]
    const unranked = results.map((result) => (result.unit === last ? { ...result, ranked: false } : result))
    const rows = rowsOf(pointsSummary({ ...facts, ranking: tied, results: unranked }, issue))
    expect(rows.map((row) => row[8]).slice(0, 2)).toEqual(['1', '1'])
    expect(rows[0]?.at(-1)).toMatch(/^Đồng hạng với tỉnh/)
    expect([rows.at(-1)?.[8], rows.at(-1)?.at(-1)]).toEqual(['-', 'Không xếp hạng'])
  })

  test('carries the hash of what was frozen, or says that it may change', () => {
    expect(said(paper('points-summary').blocks).join()).toContain('Mã SHA-256')
    expect(said(pointsSummary(facts, issue).blocks)).toEqual(['Số liệu chưa chốt, còn có thể thay đổi.'])
  })
})

describe('the comparison of layers', () => {
  test('lists what changed under its unit, with the difference and the reason', () => {
    const rows = rowsOf(paper('layer-comparison'), 1)
    expect(rows.filter(([code]) => code === 'KT02')).toHaveLength(1)
    const at = rows.findIndex(([title]) => title === 'tỉnh Hưng Yên')
    expect(rows[at + 1]?.slice(3)).toEqual([
      '45,86',
      '40,25',
      '−5,61',
      'Số liệu của Cục Thống kê tỉnh công bố khác số liệu trong báo cáo. (Lê Văn Thành, 17/01/2021)',
    ])
  })

  test('says so where nothing changed', () => {
    const layers = [
      { title: 'Tự chấm', results },
      { title: 'Sau thẩm định', results },
    ]
    const same = layerComparison(
      { clusterName, year, criteria, units, layers, reasons: [], final: null },
      issue,
    )
    expect(tablesOf(same)).toHaveLength(1)
    expect(said(same.blocks)[0]).toBe('Không có tiêu chí nào thay đổi điểm.')
  })
})

describe('papers of words', () => {
  test('minutes name no place and day in their head; secretary and chair sign', () => {
    const { head, closing } = paper('minutes')
    expect(head.placed).toBeNull()
    expect(closing.signatures.map(({ authority }) => authority[0])).toEqual(['Thư ký', 'Chủ tọa'])
  })

  test('the pact is signed by every unit; many units’ targets stand under each other', () => {
    const wide = paper('pact')
    expect(wide.closing.signatures).toHaveLength(9)
    expect(wide.closing.signatures.at(-1)).toMatchObject({ note: 'Chưa ký', name: null })
    const many = Array.from({ length: 11 }, (_, place) => ({
      name: `Đơn vị ${place}`,
      label: `${place}`,
      targets: [{ criterionCode: 'KT01', target: '7.5', note: '' }],
      movements: [],
      signed: null,
    }))
    const long = pact({ clusterName, year, criteria, units: many, legalBasis: [] }, issue)
    expect(long.appendices[0]?.orientation).toBe('portrait')
    expect(rowsOf(long)).toHaveLength(22)
  })

  test('the letter names its one award, and no single one where there are several', () => {
    expect(paper('submission-letter').head.subject).toBe(
      'Về việc đề nghị tặng Cờ thi đua của Chính phủ năm 2020',
    )
    const proposal = { unit: 'tỉnh A', total: '900.00', rank: 1, votes: '' }
    const proposals = ['Cờ thi đua', 'Bằng khen'].map((award) => ({ ...proposal, award }))
    const several = { clusterName, year, addressees: ['Thủ tướng Chính phủ'], legalBasis: [], proposals }
    expect(submissionLetter(several, issue).head.subject).toBe('Về việc đề nghị tặng thưởng năm 2020')
  })

  test('the notice numbers what was concluded, tasks last', () => {
    const lines = said(paper('conclusion-notice').blocks)
    expect(lines).toContain('1. Về kết quả chấm điểm năm 2020')
    expect(lines).toContain('3. Giao nhiệm vụ')
    expect(lines.at(-1)).toMatch(/\.\/\.$/)
  })

  test('the comment table quotes, suggests, and ends each comment with its answer', () => {
    const [first, second] = rowsOf(paper('comment-table'))
    expect(first).toEqual([
      '1',
      'Khoản 2 Điều 5\n“trong mười ngày làm việc”',
      'Ban Thi đua - Khen thưởng Trung ương',
      'Thời hạn bàn giao quá dài.\nĐề nghị viết: “trong năm ngày làm việc”',
      'Tiếp thu một phần\nSửa thành bảy ngày để kịp sao hồ sơ giấy.',
    ])
    expect(second?.at(-1)).toBe('Chưa trả lời')
  })
})

import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { papers } from '../../test/papers.ts'
import type { Paper } from '../document.ts'
import { writeWorkbook } from './write-xlsx.ts'

async function workbook(paper: Paper | undefined): Promise<Uint8Array> {
  const bytes = await writeWorkbook(paper ?? (undefined as never))
  if (bytes === null) throw new Error('no workbook')
  return bytes
}

test('each table is a sheet under the paper’s title, its numbers numbers', async () => {
  const { sheets } = await readXlsx(await workbook(papers()['layer-comparison']))
  expect(sheets.map(({ name }) => name)).toEqual(['Tổng điểm qua các bước', 'Chênh lệch theo tiêu chí'])
  const [totals] = sheets
  expect(totals?.rows[0]?.[0]).toMatch(/^Bảng so sánh điểm Điểm tự chấm/)
  expect(totals?.rows[2]?.slice(0, 3)).toEqual(['STT', 'Đơn vị', 'Tự chấm'])
  expect(totals?.rows[3]).toEqual([1, 'tỉnh Hải Dương', 573.09, 571.8, -1.29])
})

test('a text that begins with = is no formula', async () => {
  const bytes = await workbook(papers()['comment-table'])
  const { sheets } = await readXlsx(bytes)
  expect(sheets[0]?.rows.flat()).toContain('Nhất trí với dự thảo; =SUM(A1:A9)')
  const paper = papers()['comment-table'] ?? (undefined as never)
  const table = { name: '=a', size: 12, columns: [{ width: 1, align: 'left' as const }], rows: [] }
  const risky = await workbook({
    ...paper,
    blocks: [{ kind: 'table', table: { ...table, head: [[{ words: '=1+1' }]] } }],
  })
  const sheet = strFromU8(unzipSync(risky)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).not.toContain('<f>')
})

test('a draft says so over each table and on each printed page; its head is printed on each', async () => {
  const bytes = await workbook(papers({ isDraft: true })['points-summary'])
  const files = unzipSync(bytes)
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toMatch(/<oddHeader>[^<]*DỰ THẢO/)
  expect(sheet).toMatch(/orientation="landscape"/)
  expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())).toContain("'Tổng hợp điểm'!$4:$4")
  expect((await readXlsx(bytes)).sheets[0]?.rows[1]?.[0]).toBe('DỰ THẢO')
})

test('a paper without a table has no workbook; the same paper makes the same one', async () => {
  expect(await writeWorkbook(papers()['minutes'] ?? (undefined as never))).toBeNull()
  const paper = papers()['pact']
  expect(Buffer.compare(await workbook(paper), await workbook(paper))).toBe(0)
})

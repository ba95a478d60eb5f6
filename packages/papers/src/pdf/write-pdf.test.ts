import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { papers } from '../../test/papers.ts'
import { readPdf } from '../../test/read-pdf.ts'
import type { Paper } from '../document.ts'
import { writePdf } from './write-pdf.ts'

async function pdf(paper: Paper | undefined): Promise<Uint8Array> {
  const written = await writePdf(paper ?? (undefined as never))
  if (!written.ok) throw new Error(written.refusal.reason)
  return written.bytes
}
const flat = (text: string) => text.replaceAll(/\s+/g, ' ')
const made = Object.entries(papers({ isDraft: true }))

describe.each(made)('the pdf of %s', (_name, paper) => {
  test('is A4 as it should lie, tagged, titled, in Vietnamese, with Tinos embedded and no other face', async () => {
    const { pages, title, language, isTagged } = await readPdf(await pdf(paper))
    expect(isTagged).toBe(true)
    expect(language).toBe('vi-VN')
    expect(title).toBe(
      paper.head.subject === null ? paper.head.name : `${paper.head.name} ${paper.head.subject}`,
    )
    const [first] = pages
    const sides = [Math.round(first?.width ?? 0), Math.round(first?.height ?? 0)]
    expect(sides).toEqual(paper.orientation === 'landscape' ? [297, 210] : [210, 297])
    for (const { fonts } of pages) {
      expect(fonts.length).toBeGreaterThan(0)
      for (const { name, isEmbedded } of fonts) {
        expect(name).toMatch(/Tinos/)
        expect(isEmbedded).toBe(true)
      }
    }
  })

  test('says DỰ THẢO on every page, the number of each page but the first, and keeps to the margins', async () => {
    const { pages } = await readPdf(await pdf(paper))
    for (const [place, { text, words, width }] of pages.entries()) {
      expect(text).toContain('DỰ THẢO')
      const numbers = words.filter((word) => word.fromTop < 18 && word.text === String(place + 1))
      expect(numbers).toHaveLength(place === 0 ? 0 : 1)
      for (const { left } of numbers) expect(Math.abs(left - (30 + (width - 45) / 2))).toBeLessThan(3)
      const set = words.filter(
        ({ text: word, fromTop }) => word.trim() !== '' && word !== 'DỰ THẢO' && fromTop > 18,
      )
      for (const { left } of set) expect(left).toBeGreaterThan(29.9)
    }
  })
})

describe('a pdf', () => {
  test('reads back in Vietnamese, its head by Decree 30', async () => {
    const { pages } = await readPdf(await pdf(papers()['submission-letter']))
    const text = flat(pages[0]?.text ?? '')
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 5/TTr-CTĐ',
      'Quảng Ninh, ngày 05 tháng 01 năm 2021',
      'Về việc đề nghị tặng Cờ thi đua của Chính phủ năm 2020',
      'Nơi nhận:',
      'TM. CỤM THI ĐUA',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('DỰ THẢO')
  })

  test('keeps the national title on one line beside the issuer', async () => {
    const { pages } = await readPdf(await pdf(papers()['submission-letter']))
    const lines = pages[0]?.words.filter(({ text }) => text.trim() !== '') ?? []
    const title = lines.find(({ text }) => text.startsWith('CỘNG HÒA'))
    expect(title?.text).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(title?.left).toBeGreaterThan(30 + 165 * 0.38)
  })

  test('repeats a table’s head on each page that the table reaches', async () => {
    const { pages } = await readPdf(await pdf(papers()['self-scoring-sheet']))
    expect(pages.length).toBeGreaterThan(4)
    for (const { text } of pages.slice(0, -1)) expect(flat(text)).toContain('Kết quả thực hiện')
  })

  test('leaves no signature alone on a page: the last words stay with it', { timeout: 60_000 }, async () => {
    const paper = papers().minutes ?? (undefined as never)
    const lines = (count: number): Paper['blocks'] =>
      Array.from({ length: count }, (_, place) => ({ kind: 'paragraph', words: `Đoạn số ${place}.` }))
    for (let count = 20; count < 30; count += 1) {
      const { pages } = await readPdf(await pdf({ ...paper, blocks: lines(count) }))
      const signed = pages.find(({ text }) => text.includes('CHỦ TỌA'))
      expect(signed?.text, String(count)).toContain(`Đoạn số ${count - 1}.`)
    }
  })

  test('turns only the pages of a wide appendix', async () => {
    const { pages } = await readPdf(await pdf(papers()['pact']))
    expect(pages.map(({ width, height }) => width > height)).toEqual([false, false, true])
  })

  test('is the same, byte for byte, when it is made again', async () => {
    const paper = papers()['minutes']
    expect(Buffer.compare(await pdf(paper), await pdf(paper))).toBe(0)
  })

  test('a character that the face lacks is a white square', async () => {
    const paper = papers()['conclusion-notice'] ?? (undefined as never)
    const words = 'Tốt 😀 中 ≥ 5'
    const { pages } = await readPdf(await pdf({ ...paper, blocks: [{ kind: 'paragraph', words }] }))
    expect(pages[0]?.text).toContain('Tốt □ □ ≥ 5')
  })

  test('whatever people type is set as text and makes a pdf', { timeout: 60_000 }, async () => {
    const paper = papers()['comment-table'] ?? (undefined as never)
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '#panic("x")',
        '$x^2$',
        '*a*',
        '\\',
        '@ref',
        '<label>',
        '= a',
        '\n\n',
        '#read("/etc/passwd")',
      ),
    )
    await fc.assert(
      fc.asyncProperty(word, word, async (text, other) => {
        const head = { ...paper.head, subject: text, addressees: [other, text] }
        const table = {
          name: text,
          size: 12,
          columns: [{ width: 1, align: 'left' as const }],
          head: [[{ words: text }]],
        }
        const blocks: Paper['blocks'] = [
          { kind: 'heading', level: 3, look: 'article', text: other },
          { kind: 'list', mark: 'letter', items: [text, [{ text: other, bold: true }]] },
          { kind: 'table', table: { ...table, rows: [{ look: 'group', cells: [{ words: other }] }] } },
        ]
        expect((await writePdf({ ...paper, head, blocks })).ok).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('that does not end in its time is refused', async () => {
    const refusal = { ok: false, refusal: { reason: 'pdf-unavailable' } }
    expect(await writePdf(papers()['pact'] ?? (undefined as never), 0)).toEqual(refusal)
  })
})

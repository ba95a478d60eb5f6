import { describe, expect, test } from 'vitest'
import { papers } from '../../test/papers.ts'
import { attribute, millimetres, readDocx, sectionsOf, textOf } from '../../test/read-docx.ts'
import { writeDocx } from './write-docx.ts'

const made = Object.entries(papers())
const letter = async () => readDocx(await writeDocx(papers()['submission-letter'] ?? (undefined as never)))
const flat = (text: string) => text.replaceAll(/\s+/g, ' ')

describe.each(made)('the Word document of %s', (_name, paper) => {
  test('is A4 with the margins of Decree 30', async () => {
    const sections = sectionsOf(readDocx(await writeDocx(paper)).body)
    expect(sections).toHaveLength(1 + paper.appendices.length)
    for (const [place, section] of sections.entries()) {
      const orientation = place === 0 ? paper.orientation : paper.appendices[place - 1]?.orientation
      const side = (name: string) => millimetres(attribute(section, 'w:pgMar', `w:${name}`))
      expect(side('top')).toBeCloseTo(20, 1)
      expect(side('bottom')).toBeCloseTo(20, 1)
      expect(side('left')).toBeCloseTo(30, 1)
      expect(side('right')).toBeCloseTo(15, 1)
      const page = ['w', 'h'].map((name) =>
        Math.round(millimetres(attribute(section, 'w:pgSz', `w:${name}`))),
      )
      expect(page).toEqual(orientation === 'landscape' ? [297, 210] : [210, 297])
      expect(attribute(section, 'w:pgSz', 'w:orient')).toBe(orientation)
    }
  })

  test('names no face but Times New Roman', async () => {
    const { body, styles, headers } = readDocx(await writeDocx(paper))
    const named = [body, styles, ...headers]
      .flatMap((xml) => [...xml.matchAll(/w:(?:ascii|hAnsi|cs|eastAsia)="([^"]+)"/g)])
      .map(([, name]) => name)
      .filter((name) => !/^(?:vi-VN|ar-SA)$/.test(name ?? ''))
    expect(new Set(named)).toEqual(new Set(['Times New Roman']))
  })

  test('repeats the heading rows of each table and breaks no row', async () => {
    const { body } = readDocx(await writeDocx(paper))
    const bordered = [...body.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)]
      .map(([table]) => table)
      .filter((table) => table.includes('w:insideH w:val="single"'))
    const tables = [paper, ...paper.appendices].flatMap(({ blocks }) =>
      blocks.filter(({ kind }) => kind === 'table'),
    )
    expect(bordered).toHaveLength(tables.length)
    for (const table of bordered) {
      const rows = table.match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? []
      expect(rows[0]).toContain('<w:tblHeader/>')
      expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toHaveLength(1)
      expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
    }
  })

  test('is the same, byte for byte, when it is made again', async () => {
    const [one, two] = [await writeDocx(paper), await writeDocx(paper)]
    expect(Buffer.compare(one, two)).toBe(0)
    expect(readDocx(one).core).toContain(`>${paper.madeAt.toISOString().slice(0, 19)}Z<`)
  })
})

describe('the head', () => {
  test('stands in two columns, the national title at the right in 62 % of the width and no cell margin', async () => {
    const { body } = await letter()
    const head = /<w:tbl>[\s\S]*?<\/w:tbl>/.exec(body)?.[0] ?? ''
    const [left = 0, right = 0] = [...head.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) =>
      Number(width),
    )
    expect(right / (left + right)).toBeGreaterThanOrEqual(0.619)
    expect(
      [...head.matchAll(/<w:(?:left|right) w:type="dxa" w:w="(\d+)"/g)].every(([, w]) => w === '0'),
    ).toBe(true)
    const [issuer = '', national = ''] = (head.match(/<w:tc>[\s\S]*?<\/w:tc>/g) ?? []).map(textOf)
    expect(issuer.trim()).toBe('CỤM THI ĐUA CÁC TỈNH ĐỒNG BẰNG SÔNG HỒNG')
    expect(national.trim().split('\n')).toEqual([
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
    ])
  })

  test('says number, place and day, then the name in capitals and what it is about', async () => {
    const text = flat(textOf((await letter()).body))
    expect(text).toContain('Số: 5/TTr-CTĐ')
    expect(text).toContain('Quảng Ninh, ngày 05 tháng 01 năm 2021')
    expect(text).toContain('TỜ TRÌNH Về việc đề nghị tặng Cờ thi đua của Chính phủ năm 2020')
    expect(text).toContain('Kính gửi: - Thủ tướng Chính phủ')
  })

  test('sets the national title in 12, the motto in 13 and the text in 14 points', async () => {
    const { body, styles } = await letter()
    const sizeOf = (words: string) =>
      new RegExp(`<w:sz w:val="(\\d+)"/>(?:(?!<w:sz ).)*?<w:t[^>]*>${words}`).exec(body)?.[1]
    expect(sizeOf('CỘNG HÒA')).toBe('24')
    expect(sizeOf('Độc lập')).toBe('26')
    expect(styles).toMatch(/<w:rPrDefault>.*<w:sz w:val="28"\/>.*<\/w:rPrDefault>/)
  })
})

describe('the text', () => {
  test('is justified, its headings and title are Word’s own styles', async () => {
    const paper = papers()['regulation']
    const { body, styles } = readDocx(await writeDocx(paper ?? (undefined as never)))
    expect(styles).toMatch(/<w:pPrDefault>.*<w:jc w:val="both"\/>.*<\/w:pPrDefault>/)
    const styled = (style: string) =>
      (body.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/g) ?? [])
        .filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
        .map((paragraph) => textOf(paragraph).trim())
    expect(styled('Title')).toEqual(['QUY CHẾ'])
    expect(styled('Heading1')).toEqual(['Chương I\nQUY ĐỊNH CHUNG'])
    expect(styled('Heading2')).toEqual(['Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng'])
    expect(attribute(styles, 'w:ind', 'w:firstLine')).toBe('720')
  })

  test('of people is text: marks are written, characters that no paper carries are left out', async () => {
    const paper = papers()['conclusion-notice'] ?? (undefined as never)
    const words = 'a<b>&"c"\u0000\uFFFE\u202E\uD800 𝄞 Đ\u1EA1i h\u00F4\u0323i'
    const { body } = readDocx(await writeDocx({ ...paper, blocks: [{ kind: 'paragraph', words }] }))
    expect(body).toContain('a&lt;b&gt;&amp;&quot;c&quot; 𝄞 Đại hội'.normalize('NFC'))
  })
})

describe('page numbers and DỰ THẢO', () => {
  test('the number is a field in the middle of the top margin, on every page but the first', async () => {
    const { headers, body } = await letter()
    const numbered = headers.filter((header) => header.includes('>PAGE</w:instrText>'))
    expect(headers).toHaveLength(2)
    expect(numbered).toHaveLength(1)
    expect(numbered[0]).toMatch(/<w:tab w:val="center"/)
    expect(sectionsOf(body)[0]).toContain('<w:titlePg/>')
  })

  test('a draft says so in the header of every page, and no other paper does', async () => {
    for (const [name, paper] of Object.entries(papers({ isDraft: true }))) {
      const { headers } = readDocx(await writeDocx(paper))
      expect(headers.length, name).toBeGreaterThanOrEqual(2)
      for (const header of headers) expect(textOf(header), name).toContain('DỰ THẢO')
    }
    for (const header of (await letter()).headers) expect(textOf(header)).not.toContain('DỰ THẢO')
  })
})

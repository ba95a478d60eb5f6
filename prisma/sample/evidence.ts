import { crc32, deflateSync } from 'node:zlib'
import type { Criterion } from '@bangvang/core/criteria/document'
import { writeXlsx } from 'hucre/xlsx'

/** A file of the sample and the criteria it is evidence for, by the beginning of their codes. */
export type SampleFile = { file: File; codes: readonly string[] }

// The fonts every reader of PDF has hold no Vietnamese letters.
const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

/** A one-page PDF that says these lines. */
export function pdf(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const shown = lines.map((line, index) => {
    const escaped = plain(line).replace(/[\\()]/g, '\\$&')
    return `BT /F1 ${index === 0 ? 18 : 12} Tf 72 ${760 - 26 * index} Td (${escaped}) Tj ET`
  })
  const stream = shown.join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return String(offset).padStart(10, '0')
  })
  const table = offsets.map((offset) => `${offset} 00000 n \n`).join('')
  const end = `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return new TextEncoder().encode(text + end)
}

const width = 480
const height = 300

function chunk(type: string, data: Uint8Array): Uint8Array[] {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(typed))
  return [length, typed, check]
}

/** A picture: bars of these heights, from 0 to 1, in seal red on paper. */
export function png(bars: readonly number[]): Uint8Array<ArrayBuffer> {
  const pixels = Buffer.alloc((width + 1) * height)
  const step = width / bars.length
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const bar = bars[Math.floor(x / step)] ?? 0
      const isBar = x % step > step / 4 && height - y < bar * (height - 20)
      pixels[y * (width + 1) + 1 + x] = isBar ? 1 : 0
    }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  const palette = Uint8Array.of(0xf8, 0xf3, 0xe6, 0x8a, 0x1c, 0x1c)
  return new Uint8Array(
    Buffer.concat([
      signature,
      ...chunk('IHDR', head),
      ...chunk('PLTE', palette),
      ...chunk('IDAT', deflateSync(pixels)),
      ...chunk('IEND', new Uint8Array()),
    ]),
  )
}

async function workbook(unitName: string, criteria: readonly Criterion[]): Promise<Uint8Array<ArrayBuffer>> {
  const day = new Date('2020-12-15T00:00:00.000Z')
  const rows = criteria.map(({ code, title }, index) => [index + 1, code, title.vi, 'Minh họa'])
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Sổ theo dõi',
        rows: [
          [`Sổ theo dõi thi đua, khen thưởng năm 2020: ${unitName}`],
          ['STT', 'Mã', 'Tiêu chí', 'Ghi chú'],
          ...rows,
        ],
      },
    ],
    properties: { created: day, modified: day },
  })
  return new Uint8Array(bytes)
}

/** The files a unit hands in: two reports, a register and a picture, the same bytes at every load. */
export async function sampleFiles(unitName: string, criteria: readonly Criterion[]): Promise<SampleFile[]> {
  const note = [`UBND tỉnh ${unitName}`, 'Năm 2020', 'Tệp minh họa của năm mẫu, không phải văn bản thật.']
  const report = (title: string) =>
    new File([pdf([`${title} ${unitName}`, ...note])], `${title} ${unitName}.pdf`)
  const emulation = criteria.filter(({ code }) => code.startsWith('TD'))
  const heights = [...unitName].map((character) => 0.3 + ((character.codePointAt(0) ?? 0) % 60) / 100)
  return [
    { file: report('Báo cáo kinh tế - xã hội năm 2020 tỉnh'), codes: ['KT'] },
    { file: report('Báo cáo xây dựng Đảng, chính quyền năm 2020 tỉnh'), codes: ['CT'] },
    {
      file: new File(
        [await workbook(unitName, emulation)],
        `Sổ theo dõi thi đua, khen thưởng 2020 ${unitName}.xlsx`,
      ),
      codes: ['TD', 'B'],
    },
    { file: new File([png(heights)], `Biểu đồ phong trào thi đua ${unitName}.png`), codes: ['TD03', 'TD04'] },
  ]
}

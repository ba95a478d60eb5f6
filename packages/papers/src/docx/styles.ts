import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions } from 'docx'
import { faces, firstLine, lineSpacing, paragraphGap, sizes } from '../layout.ts'
import { twips } from '../size.ts'

const language = { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'ar-SA' }
const font = { ascii: faces.docx, hAnsi: faces.docx, cs: faces.docx, eastAsia: faces.docx }

/** Word counts text in half points. */
export const halves = (points: number): number => points * 2
const twentieths = (points: number): number => points * 20

const single = { line: 240, lineRule: 'auto' } as const

/** The names people find in Word's list of styles, by what the writer calls them. */
const named: Record<string, [name: string, options: Omit<IParagraphStyleOptions, 'id' | 'name'>]> = {
  Body: ['Nội dung', { paragraph: { indent: { firstLine: twips(firstLine) } } }],
  Basis: ['Căn cứ', { run: { italics: true }, paragraph: { indent: { firstLine: twips(firstLine) } } }],
  Note: [
    'Ghi chú',
    { run: { italics: true, size: halves(sizes.note) }, paragraph: { alignment: AlignmentType.LEFT } },
  ],
  Centered: ['Giữa dòng', { paragraph: { alignment: AlignmentType.CENTER } }],
  Clause: ['Khoản, điểm', { paragraph: { indent: { firstLine: twips(firstLine) } } }],
  HeadLine: [
    'Đầu văn bản',
    { paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0, ...single } } },
  ],
  Recipient: [
    'Nơi nhận',
    {
      run: { size: halves(sizes.recipients) },
      paragraph: { alignment: AlignmentType.LEFT, spacing: { after: 0, ...single } },
    },
  ],
  Signature: [
    'Chữ ký',
    {
      run: { bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0, ...single } },
    },
  ],
  TableText: [
    'Chữ trong bảng',
    { paragraph: { alignment: AlignmentType.LEFT, spacing: { before: 20, after: 20, ...single } } },
  ],
}

const heading = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType], before: number) => ({
  run: { font, bold: true, size: halves(sizes.text), color: '000000' },
  paragraph: {
    alignment,
    spacing: { before: twentieths(before), after: twentieths(paragraphGap) },
    keepNext: true,
  },
})

/** The styles of a paper: Word's own for the text, the title and three levels of headings, and those of Decree 30's parts. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: halves(sizes.text), language },
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        spacing: { after: twentieths(paragraphGap), line: 240 * lineSpacing, lineRule: 'auto' },
      },
    },
    title: {
      run: { font, bold: true, size: halves(sizes.name), color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0, ...single } },
    },
    heading1: heading(AlignmentType.CENTER, 12),
    heading2: heading(AlignmentType.JUSTIFIED, 12),
    heading3: heading(AlignmentType.JUSTIFIED, 6),
  },
  paragraphStyles: Object.entries(named).map(([id, [name, options]]) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...options,
  })),
}

import type { AnswerField } from '@bangvang/core/assessments/answer'
import type { Criterion, Measure, Option, Text } from '@bangvang/core/criteria/document'

export type Language = keyof Text

/** The columns of the self-scoring sheet, in order. */
export const sheetColumns = [
  'code',
  'criterion',
  'unit',
  'maxPoints',
  'howTo',
  'target',
  'result',
  'notApplicable',
  'note',
  'option',
] as const
export type SheetColumn = (typeof sheetColumns)[number]

/** The column that a field of an answer stands in: what it is measured against on the left, what was reached on the right. */
export function columnOf(field: AnswerField): SheetColumn {
  return field === 'target' || field === 'whole' ? 'target' : 'result'
}

const heads: Record<SheetColumn, Text> = {
  code: { vi: 'Mã', en: 'Code' },
  criterion: { vi: 'Tiêu chí', en: 'Criterion' },
  unit: { vi: 'Đơn vị tính', en: 'Unit' },
  maxPoints: { vi: 'Điểm tối đa', en: 'Maximum points' },
  howTo: { vi: 'Cách điền', en: 'How to fill in' },
  target: { vi: 'Kế hoạch / tổng số', en: 'Target / whole' },
  result: { vi: 'Kết quả', en: 'Result' },
  notApplicable: { vi: 'Không áp dụng', en: 'Not applicable' },
  note: { vi: 'Ghi chú, nguồn số liệu', en: 'Note, source' },
  option: { vi: 'Mã lựa chọn', en: 'Option' },
}

/** The heading of a column. */
export const headOf = (column: SheetColumn, language: Language): string => heads[column][language]

/** Whether a text is the heading over the codes, in either language. */
export const isCodeHead = (text: string): boolean => text === heads.code.vi || text === heads.code.en

const howTo: Record<Measure['kind'], Text> = {
  value: { vi: 'Kết quả: số', en: 'Result: a number' },
  rank: { vi: 'Kết quả: số để xếp thứ tự', en: 'Result: the number that is ranked' },
  achievement: { vi: 'Kế hoạch và kết quả thực hiện', en: 'Target and result' },
  gap: { vi: 'Kế hoạch và kết quả thực hiện', en: 'Target and result' },
  share: { vi: 'Tổng số và số đạt', en: 'Whole and part' },
  count: { vi: 'Kết quả: số lượng, số nguyên', en: 'Result: how many, a whole number' },
  choice: { vi: 'Kết quả: chọn một mức', en: 'Result: choose one' },
  checklist: { vi: 'Chọn Có hoặc Không ở từng dòng dưới', en: 'Choose Yes or No in each line below' },
  judgement: { vi: 'Kết quả: số điểm', en: 'Result: points' },
}

/** What a person does with a criterion's line. */
export const howToFill = ({ measure }: Criterion, language: Language): string => howTo[measure.kind][language]

export const sheetWords = {
  name: { vi: 'Tự chấm điểm', en: 'Self-scoring' },
  hint: {
    vi: 'Chỉ điền vào các ô nền vàng nhạt. Số viết như 1234,5. Ô xám không dùng cho tiêu chí đó.',
    en: 'Fill in the pale yellow cells only. Numbers like 1234.5. A grey cell is not used for that criterion.',
  },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  fromList: { vi: 'Hãy chọn một mục trong danh sách.', en: 'Choose from the list.' },
  number: { vi: 'Hãy nhập một số.', en: 'Enter a number.' },
  whole: { vi: 'Hãy nhập một số nguyên không âm.', en: 'Enter a whole number, not negative.' },
} as const satisfies Record<string, Text>

const plain = (text: string): string => text.normalize('NFC').trim().toLocaleLowerCase('vi')

/** A yes or a no as people tick it, in either language; null where it is neither. */
export function readTick(text: string): boolean | null {
  const { yes, no } = sheetWords
  const word = plain(text)
  if ([yes.vi, yes.en, 'x', 'true', '✓'].map(plain).includes(word)) return true
  return [no.vi, no.en, 'false'].map(plain).includes(word) ? false : null
}

/** An option's words in a list; with its key where another option has the same words. */
export function optionLabel(options: readonly Option[], option: Option, language: Language): string {
  const title = option.title[language]
  const isShared = options.some(
    ({ key, title: other }) => key !== option.key && plain(other[language]) === plain(title),
  )
  return isShared ? `${title} (${option.key})` : title
}

/** The key of the option that a text names, in either language or by its key; undefined where none. */
export function readOption(options: readonly Option[], text: string): string | undefined {
  const word = plain(text)
  const named = options.find((option) =>
    (['vi', 'en'] as const).some((language) => plain(optionLabel(options, option, language)) === word),
  )
  return (named ?? options.find(({ key }) => key === text.trim()))?.key
}

import type { Text } from './document.ts'

export type SheetLanguage = keyof Text

const both = (vi: string, en: string): Text => ({ vi, en })

/** The sheets of a workbook of criteria, by what they hold. */
export const sheetNames = {
  criteria: both('Tiêu chí', 'Criteria'),
  head: both('Thông tin chung', 'Head'),
  gates: both('Điều kiện', 'Gates'),
  grades: both('Xếp loại', 'Grades'),
  tieBreakers: both('Phân định', 'Tie-breakers'),
} as const
export type SheetName = keyof typeof sheetNames

/** The columns of all sheets, by their heading. */
export const columnHeads = {
  kind: both('Dòng', 'Row'),
  level: both('Cấp', 'Level'),
  code: both('Mã', 'Code'),
  vi: both('Tên', 'Title (vi)'),
  en: both('Tên tiếng Anh', 'Title (en)'),
  role: both('Vai trò', 'Role'),
  points: both('Điểm', 'Points'),
  cap: both('Trần', 'Cap'),
  measure: both('Cách đo', 'Measure'),
  better: both('Chiều tốt', 'Better'),
  rule: both('Cách tính điểm', 'Rule'),
  from: both('Từ mốc', 'From'),
  to: both('Đến mốc', 'To'),
  side: both('Phía, chiều', 'Side'),
  per: both('Mỗi', 'Per'),
  step: both('Điểm mỗi bước', 'Points each'),
  count: both('Đếm bước', 'Counted'),
  notApplicable: both('Không áp dụng', 'Not applicable'),
  unit: both('Đơn vị tính', 'Unit'),
  evidence: both('Minh chứng', 'Evidence'),
  guidanceVi: both('Hướng dẫn', 'Guidance (vi)'),
  guidanceEn: both('Hướng dẫn tiếng Anh', 'Guidance (en)'),
  field: both('Mục', 'Field'),
  value: both('Giá trị', 'Value'),
  effect: both('Hệ quả', 'Effect'),
  grade: both('Xếp loại cao nhất', 'Best grade'),
  atLeast: both('Từ điểm', 'At least'),
  by: both('So theo', 'Compared by'),
} as const
export type SheetColumn = keyof typeof columnHeads

/** What a cell that takes one of some words may say, by what the document says (scoring.md). */
export const wordSets = {
  rowKind: {
    section: both('Phần', 'Section'),
    heading: both('Nhóm', 'Group'),
    criterion: both('Tiêu chí', 'Criterion'),
    option: both('Lựa chọn', 'Option'),
    tier: both('Bậc', 'Tier'),
    place: both('Hạng', 'Place'),
    bonus: both('Điểm thưởng', 'Bonus'),
  },
  gradeRow: { grade: both('Xếp loại', 'Grade'), require: both('Yêu cầu', 'Requirement') },
  role: {
    scored: both('Tính điểm', 'Scored'),
    bonus: both('Điểm thưởng', 'Bonus'),
    penalty: both('Điểm trừ', 'Penalty'),
  },
  measure: {
    value: both('Giá trị', 'Value'),
    achievement: both('Tỷ lệ hoàn thành kế hoạch', 'Achievement of the target'),
    gap: both('Chênh lệch so với kế hoạch', 'Gap to the target'),
    share: both('Tỷ lệ trên tổng số', 'Share of a whole'),
    count: both('Số lượng', 'Count'),
    rank: both('Thứ hạng trong Cụm', 'Rank in the cluster'),
    choice: both('Chọn một mức', 'One of some options'),
    checklist: both('Danh mục', 'Checklist'),
    judgement: both('Chấm trực tiếp', 'Judgement'),
  },
  better: { higher: both('Cao hơn', 'Higher'), lower: both('Thấp hơn', 'Lower') },
  rule: {
    linear: both('Tuyến tính', 'Linear'),
    steps: both('Trừ theo bước', 'Steps'),
    tiers: both('Theo bậc', 'Tiers'),
    perUnit: both('Cộng theo đơn vị', 'Per unit'),
    places: both('Trừ theo hạng', 'Step a place'),
    placeTable: both('Bảng điểm theo hạng', 'Table of places'),
  },
  side: { below: both('Dưới', 'Below'), above: both('Trên', 'Above') },
  count: {
    exact: both('Theo tỷ lệ', 'Exact'),
    completed: both('Bước trọn', 'Completed'),
    started: both('Bước bắt đầu', 'Started'),
  },
  notApplicable: { rescale: both('Quy đổi', 'Rescale'), full: both('Điểm tối đa', 'Full points') },
  evidence: {
    required: both('Bắt buộc', 'Required'),
    optional: both('Tùy chọn', 'Optional'),
    none: both('Không cần', 'None needed'),
  },
  effect: {
    unranked: both('Không xếp hạng', 'Unranked'),
    noAward: both('Không đề nghị khen thưởng', 'No award'),
    hold: both('Tạm giữ', 'Hold'),
    gradeCap: both('Giới hạn xếp loại', 'Grade cap'),
  },
  by: {
    section: both('Điểm phần', 'Section'),
    criterion: both('Điểm tiêu chí', 'Criterion'),
    amount: both('Tổng', 'Amount'),
  },
  total: {
    scored: both('Điểm tiêu chí', 'Scored'),
    bonus: both('Điểm thưởng', 'Bonus'),
    penalty: both('Điểm trừ', 'Penalty'),
  },
  nothing: { none: both('Không có', 'None') },
} as const satisfies Record<string, Record<string, Text>>
export type WordSet = keyof typeof wordSets

/** The fields of the document itself, in the order in which the sheet of its head shows them. */
export const headFields = {
  format: both('Định dạng', 'Format'),
  code: both('Mã bộ tiêu chí', 'Code'),
  year: both('Năm', 'Year'),
  'title.vi': both('Tên', 'Title (vi)'),
  'title.en': both('Tên tiếng Anh', 'Title (en)'),
  decimals: both('Số chữ số thập phân', 'Decimals'),
  maxPoints: both('Tổng điểm tối đa', 'Maximum points'),
  bonusCap: both('Trần điểm thưởng', 'Cap of bonus'),
  penaltyCap: both('Trần điểm trừ', 'Cap of penalty'),
  gates: both('Danh sách điều kiện', 'List of gates'),
  grades: both('Danh sách xếp loại', 'List of grades'),
  tieBreakers: both('Danh sách phân định', 'List of tie-breakers'),
} as const
export type HeadField = keyof typeof headFields

/** What stands over the rows of the criteria. */
export const sheetHint = both(
  'Mỗi dòng là một phần, nhóm hay tiêu chí; cấp cho biết nằm trong nhóm nào. Dòng lựa chọn, bậc, hạng, điểm thưởng thuộc tiêu chí ngay trên. Ô xám không dùng cho dòng đó.',
  'A row is a section, a group or a criterion; its level says in which group it stands. Rows of options, tiers, places and bonus belong to the criterion above. A grey cell is not used in its row.',
)

const folded = (text: string): string =>
  text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('vi')

/** The key whose word, in either language, or which itself is this text, whatever its case; undefined where none is. */
export function keyOfWord<K extends string>(words: Readonly<Record<K, Text>>, text: string): K | undefined {
  const sought = folded(text)
  const keys = Object.keys(words) as K[]
  return keys.find(
    (key) => folded(words[key].vi) === sought || folded(words[key].en) === sought || folded(key) === sought,
  )
}

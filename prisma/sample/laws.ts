import { type LawBody, laws } from '@bangvang/contract/laws'
import { reviewer } from './accounts.ts'
import type { Stage } from './stage.ts'

type SampleLaw = Pick<LawBody, 'kind' | 'number' | 'title' | 'note'> & {
  /** The number of the law whose place it takes. */
  replaces?: string
  uncertain?: string
}

const onEmulation = { vi: 'Thi đua, khen thưởng', en: 'Emulation and commendation' }
const unread =
  'Trích yếu ghi gọn; cơ quan ban hành, ngày ban hành và ngày có hiệu lực chưa đối chiếu với nguyên văn (?).'

/** What was known when the drafts of 2021 were written. */
export const lawsOf2020: readonly SampleLaw[] = [
  {
    kind: 'decree',
    number: '30/2020/NĐ-CP',
    title: { vi: 'Công tác văn thư', en: 'Official documents' },
    note: 'Thể thức các văn bản của Cụm.',
  },
]

/** What has come since, as far as the domain's description names it; no date is made up. */
export const laterLaws: readonly SampleLaw[] = [
  {
    kind: 'law',
    number: '06/2022/QH15',
    title: onEmulation,
    note: 'Điều 25: Cờ thi đua của Chính phủ.',
  },
  {
    kind: 'decree',
    number: '98/2023/NĐ-CP',
    title: onEmulation,
    note: 'Điều 30 khoản 7: đề nghị tặng Cờ thi đua của Chính phủ khi ít nhất 80 % tổng số thành viên đồng ý.',
  },
  { kind: 'circular', number: '01/2024/TT-BNV', title: onEmulation, note: '' },
  {
    kind: 'decree',
    number: '152/2025/NĐ-CP',
    title: onEmulation,
    note: '',
    replaces: '98/2023/NĐ-CP',
    uncertain: 'Chưa xác minh Nghị định này có giữ tỷ lệ 80 % của Nghị định 98/2023/NĐ-CP hay không (?).',
  },
  {
    kind: 'circular',
    number: '15/2025/TT-BNV',
    title: onEmulation,
    note: '',
    replaces: '01/2024/TT-BNV',
  },
  {
    kind: 'law',
    number: '91/2025/QH15',
    title: { vi: 'Bảo vệ dữ liệu cá nhân', en: 'Personal data' },
    note: 'Lá phiếu có thể cho biết ý kiến của một người, nên không gắn được với người bỏ phiếu.',
  },
]

/** The reviewer puts these laws on the shelf, at whatever time the stage stands. */
export async function shelveLaws(stage: Stage, shelved: readonly SampleLaw[]): Promise<void> {
  const call = await stage.as(reviewer)
  const ids = new Map<string, string>()
  for (const { replaces, uncertain, ...law } of shelved) {
    const older = replaces === undefined ? undefined : ids.get(replaces)
    const { id } = await call(laws.create, {
      body: {
        ...law,
        issuer: '',
        issuedOn: null,
        effectiveFrom: null,
        effectiveTo: null,
        replaces: older === undefined ? [] : [{ lawId: older, isInPart: false, note: '' }],
        link: null,
        uncertainty: [uncertain, unread].filter(Boolean).join(' '),
      },
    })
    ids.set(law.number, id)
  }
}

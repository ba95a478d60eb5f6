import { commentTable } from '../src/builders/comment-table.ts'
import { conclusionNotice } from '../src/builders/conclusion-notice.ts'
import { layerComparison } from '../src/builders/layer-comparison.ts'
import { minutes } from '../src/builders/minutes.ts'
import { pact } from '../src/builders/pact.ts'
import { pointsSummary } from '../src/builders/points-summary.ts'
import { regulation } from '../src/builders/regulation.ts'
import { selfScoringSheet } from '../src/builders/self-scoring-sheet.ts'
import { submissionLetter } from '../src/builders/submission-letter.ts'
import type { Paper } from '../src/document.ts'
import type { Issue } from '../src/issue.ts'
import {
  clusterName,
  criteria,
  hash,
  issue as issuedByChair,
  ranking,
  results,
  selfResults,
  submissions,
  units,
  year,
} from './facts.ts'

const at = new Date('2021-01-17T01:30:00Z')
const legalBasis = [
  'Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003 và các Luật sửa đổi, bổ sung;',
  'Căn cứ Quy chế hoạt động của Cụm thi đua các tỉnh Đồng bằng sông Hồng.',
]
const [first] = submissions
const [result] = selfResults

const answers = Object.fromEntries(
  Object.entries(first?.answers ?? {}).map(([code, answer], place) => [
    code,
    {
      answer: place === 5 ? null : answer,
      note: place % 3 === 0 ? 'Số liệu minh họa, Niên giám thống kê' : '',
      evidence: place % 4 === 0 ? ['Báo cáo số 12/BC-UBND.pdf'] : [],
    },
  ]),
)

const discussion = [
  'Các đại biểu thảo luận về kết quả tự chấm điểm và điểm thẩm định của từng tỉnh; thống nhất với báo cáo của tổ thẩm định, đề nghị các tỉnh bổ sung tài liệu minh chứng đối với các tiêu chí còn thiếu trước ngày 25/01/2021.',
  'Đại biểu tỉnh Hải Dương đề nghị làm rõ cách tính tốc độ tăng tổng sản phẩm trên địa bàn.',
]

type Papers = Record<string, Paper>

const tables = (issue: Issue): Papers => {
  const final = issue.isDraft ? null : { sha256: hash, at }
  return {
    'self-scoring-sheet': selfScoringSheet(
      {
        clusterName,
        year,
        unitName: 'tỉnh Hải Dương',
        criteria,
        answers,
        result: result ?? (undefined as never),
        signedOff: { by: 'Nguyễn Thị Bích', at, isLate: false },
      },
      {
        ...issue,
        issuer: { parent: 'Ủy ban nhân dân', name: 'Tỉnh Hải Dương' },
        symbol: null,
        place: 'Hải Dương',
      },
    ),
    'points-summary': pointsSummary(
      { clusterName, year, criteria, units, results, ranking, gates: { U4: ['D03'] }, final },
      issue,
    ),
    'layer-comparison': layerComparison(
      {
        clusterName,
        year,
        criteria,
        units,
        layers: [
          { title: 'Tự chấm', results: selfResults },
          { title: 'Sau thẩm định', results },
        ],
        reasons: units.map(({ code }) => ({
          unit: code,
          criterion: 'KT01',
          reason: 'Số liệu của Cục Thống kê tỉnh công bố khác số liệu trong báo cáo.',
          by: 'Lê Văn Thành',
          at,
        })),
        final,
      },
      issue,
    ),
  }
}

const ofMeetings = (issue: Issue): Papers => ({
  minutes: minutes(
    {
      subject: 'Họp trù bị tổng kết công tác thi đua, khen thưởng năm 2020',
      paragraphs: [
        { kind: 'paragraph', text: 'Thời gian bắt đầu: 8 giờ 30 phút, ngày 17 tháng 01 năm 2021.' },
        { kind: 'paragraph', text: 'Địa điểm: thành phố Hạ Long, tỉnh Quảng Ninh.' },
        { kind: 'heading', text: 'I. Thành phần tham dự' },
        { kind: 'bullet', text: 'Tỉnh Hải Dương: ông Nguyễn Văn An, Trưởng ban Thi đua - Khen thưởng;' },
        { kind: 'bullet', text: 'Tỉnh Bắc Ninh: bà Trần Thị Hòa, Phó Giám đốc Sở Nội vụ.' },
        { kind: 'heading', text: 'II. Nội dung' },
        ...discussion.map((text) => ({ kind: 'paragraph' as const, text })),
      ],
      addenda: [{ number: 1, text: 'Sửa “8 giờ” thành “8 giờ 30 phút”.', reason: 'ghi nhầm giờ', at }],
      sha256: hash,
      chair: { name: 'Trần Văn Minh', note: null },
      secretary: { name: 'Phạm Thu Hà', note: '(Đã ký ngày 20/01/2021)' },
    },
    { ...issue, symbol: '3/BB-CTĐ' },
  ),
})

const agreed = (issue: Issue): Papers => ({
  pact: pact(
    {
      clusterName,
      year,
      criteria,
      legalBasis,
      units: units.map(({ name }, place) => ({
        name,
        label: name.replace('tỉnh ', ''),
        targets: ['KT01', 'KT02', 'KT03'].slice(place % 2).map((criterionCode) => ({
          criterionCode,
          target: `${7 + place}.5`,
          note: '',
        })),
        movements: place % 2 === 0 ? ['Cả nước chung sức xây dựng nông thôn mới'] : [],
        signed: place === 8 ? null : { by: `Nguyễn Văn ${'ABCDEGHI'[place]}`, at },
      })),
    },
    { ...issue, symbol: '1/GƯTĐ-CTĐ' },
  ),
  'submission-letter': submissionLetter(
    {
      clusterName,
      year,
      addressees: ['Thủ tướng Chính phủ', 'Ban Thi đua - Khen thưởng Trung ương'],
      legalBasis,
      proposals: [
        {
          unit: 'tỉnh Quảng Ninh',
          award: 'Cờ thi đua của Chính phủ',
          total: '978.25',
          rank: 1,
          votes: '8 trên 9 phiếu (88,89 %)',
        },
      ],
    },
    { ...issue, symbol: '5/TTr-CTĐ' },
  ),
})

const told = (issue: Issue): Papers => ({
  'conclusion-notice': conclusionNotice(
    {
      clusterName,
      meeting: 'Họp trù bị tổng kết năm 2020',
      startedAt: at,
      place: 'thành phố Hạ Long, tỉnh Quảng Ninh',
      concludedBy: 'Cụm trưởng',
      attendance: 'đại biểu của 9 trên 9 tỉnh thành viên; Ban Thi đua - Khen thưởng Trung ương',
      conclusions: [
        { title: 'Về kết quả chấm điểm năm 2020', sentences: discussion },
        { title: 'Về bầu Cụm trưởng năm 2021', sentences: ['Thống nhất bầu tỉnh Hải Dương.'] },
      ],
      tasks: [{ what: 'Hoàn thiện hồ sơ khen thưởng', owner: 'Tổ thư ký', due: '2021-01-31' }],
    },
    issue,
  ),
  'comment-table': commentTable(
    {
      draft: 'dự thảo Quy chế hoạt động của Cụm năm 2021',
      asked: { all: 10, answered: 9, silent: 2 },
      comments: [
        {
          place: 'Khoản 2 Điều 5',
          quoted: 'trong mười ngày làm việc',
          by: 'Ban Thi đua - Khen thưởng Trung ương',
          body: 'Thời hạn bàn giao quá dài.',
          suggestion: 'trong năm ngày làm việc',
          isLate: false,
          answer: 'acceptedInPart',
          reason: 'Sửa thành bảy ngày để kịp sao hồ sơ giấy.',
          number: 1,
          about: null,
          isOrphan: false,
        },
        {
          place: null,
          quoted: null,
          by: 'tỉnh Nam Định',
          body: 'Nhất trí với dự thảo; =SUM(A1:A9)',
          suggestion: null,
          isLate: true,
          answer: null,
          reason: null,
          number: 2,
          about: null,
          isOrphan: false,
        },
      ],
    },
    { ...issue, symbol: '7/BTT-CTĐ' },
  ),
  regulation: regulation(
    {
      name: 'Quy chế',
      subject: 'Tổ chức và hoạt động của Cụm thi đua các tỉnh Đồng bằng sông Hồng năm 2021',
      legalBasis,
      parts: [
        { kind: 'chapter', mark: 'Chương I', text: 'Quy định chung' },
        { kind: 'article', mark: 'Điều 1.', text: 'Phạm vi điều chỉnh và đối tượng áp dụng' },
        { kind: 'clause', mark: '1.', text: 'Quy chế này quy định tổ chức, hoạt động của Cụm thi đua.' },
        { kind: 'point', mark: 'a)', text: 'xây dựng kế hoạch, Bộ tiêu chí, quy chế của năm;' },
        { kind: 'paragraph', mark: '', text: 'Văn bản này là dự thảo minh họa.' },
      ],
    },
    { ...issue, symbol: '2/QC-CTĐ' },
  ),
})

/** Every paper there is, made from sample facts. */
export function papers(changes: Partial<Issue> = {}): Papers {
  const issue = { ...issuedByChair, ...changes }
  return { ...tables(issue), ...ofMeetings(issue), ...agreed(issue), ...told(issue) }
}

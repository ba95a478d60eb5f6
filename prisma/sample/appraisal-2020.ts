import { appraisals } from '@bangvang/contract/appraisals'
import { drafts } from '@bangvang/contract/drafts'
import type { AppraisalDecision } from '@bangvang/core/appraisals/effective'
import { appraisers, reviewer, secretary, viceChairOf2020 } from './accounts.ts'
import { seasonIdOf } from './facts.ts'
import type { Stage } from './stage.ts'

const params = { seasonId: seasonIdOf(2020) }

type Act = { by: string; cell: `${string} ${string}`; decision: AppraisalDecision; reason: string }

const [first, second] = appraisers
// All illustrative but for what a published figure says. Nam Định and Ninh Bình are kept as they are: the sample's tie.
const acts: Act[] = [
  {
    by: first,
    cell: 'BNI TD03',
    decision: { kind: 'corrected', answer: { count: 3 } },
    reason: 'Các phong trào do Thủ tướng phát động không tính vào phong trào của tỉnh (minh họa).',
  },
  {
    by: first,
    cell: 'BNI TD05',
    decision: { kind: 'corrected', answer: { count: 74 } },
    reason: 'Chỉ tính tin, bài trên báo và đài cấp tỉnh trở lên (minh họa).',
  },
  {
    by: second,
    cell: 'HDU TD06',
    decision: { kind: 'corrected', answer: { part: '112', whole: '200' } },
    reason: 'Trừ các quyết định khen cán bộ lãnh đạo, quản lý (minh họa).',
  },
  {
    by: second,
    cell: 'HDU KT01',
    decision: { kind: 'kept' },
    reason: 'Khớp với số đã công bố.',
  },
  {
    by: second,
    cell: 'VPC KT11',
    decision: { kind: 'kept' },
    reason: 'Khớp với số đã công bố.',
  },
  {
    by: first,
    cell: 'HNA CT05',
    decision: { kind: 'corrected', answer: { value: '84.6' } },
    reason: 'Theo kết quả công bố lần cuối (minh họa).',
  },
  {
    by: first,
    cell: 'VPC CT07',
    decision: { kind: 'overridden', points: '13' },
    reason: 'Một nội dung diễn tập chưa tổ chức trong năm (minh họa).',
  },
  {
    by: second,
    cell: 'NDI KT01',
    decision: { kind: 'kept' },
    reason: 'Khớp với số đã công bố.',
  },
  {
    by: viceChairOf2020,
    cell: 'QNI CT07',
    decision: { kind: 'overridden', points: '13.5' },
    reason: 'Cụm phó thẩm định đơn vị Cụm trưởng: trừ một nội dung chưa có tài liệu (minh họa).',
  },
]

/** Appraisal under way: corrections, overrides, gates, then comments on the draft ranking. */
export async function appraiseSeason2020(stage: Stage): Promise<void> {
  stage.at('2020-12-29 09:00')
  for (const { by, cell, decision, reason } of acts)
    await decide(stage, by, { cell, decision, reason, seen: 0 })
  stage.at('2020-12-30 09:00')
  await decide(stage, first, {
    cell: 'BNI TD05',
    decision: { kind: 'overridden', points: '8.6' },
    reason: 'Đơn vị gửi thêm danh mục 12 bài; tính 86 bài (minh họa).',
    seen: 1,
  })
  await decideGates(stage)
  await comment(stage)
}

async function decide(
  stage: Stage,
  by: string,
  { cell, ...body }: { cell: string; decision: AppraisalDecision; reason: string; seen: number },
): Promise<void> {
  const [unitId = '', criterionCode = ''] = cell.split(' ')
  await (await stage.as(by))(appraisals.decide, { params: { ...params, unitId, criterionCode }, body })
}

async function decideGates(stage: Stage): Promise<void> {
  const call = await stage.as(second)
  const gate = (unitId: string, applies: boolean, reason: string) =>
    call(appraisals.decideGate, {
      params: { ...params, unitId, gateCode: 'D03' },
      body: { applies, reason, seen: applies ? 0 : 1 },
    })
  await gate('VPC', true, 'KT01: GRDP tăng 2,79 %, thấp hơn chỉ tiêu; KT07: thu ngân sách dưới dự toán.')
  await gate('HNA', true, 'KT01: GRDP tăng 7,02 %, thấp hơn chỉ tiêu.')
  await gate('HNA', false, 'Chỉ tiêu KT01 còn chờ nghị quyết điều chỉnh; xem lại khi có văn bản (minh họa).')
}

async function comment(stage: Stage): Promise<void> {
  stage.at('2020-12-30 14:00')
  const call = await stage.as(reviewer)
  const say = async (anchor: string | null, body: string) =>
    (await call(drafts.comment, { params, body: { anchor, body } })).id
  const answered = await say(null, 'Đề nghị ghi rõ nguồn của từng số liệu trong bảng tổng hợp.')
  stage.at('2020-12-30 14:10')
  await say('QNI', 'KT01 của Quảng Ninh thấp hơn chỉ tiêu; đề nghị Cụm xem xét điều kiện D03.')
  stage.at('2020-12-30 14:25')
  await say('NDI', 'Nam Định và Ninh Bình bằng điểm; đề nghị nêu cách xử lý khi xét tặng Cờ thi đua.')
  stage.at('2020-12-31 09:00')
  await (await stage.as(secretary))(drafts.answer, {
    params: { commentId: answered },
    body: {
      kind: 'acceptedInPart',
      body: 'Đã ghi nguồn ở ghi chú của từng tiêu chí; số chưa công bố được ghi là minh họa.',
    },
  })
}

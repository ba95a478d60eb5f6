import type { AgendaKind, MeetingKind, QuorumRule } from './meeting.ts'

type TwoTongues = { vi: string; en: string }
export type TemplateItem = { title: TwoTongues; kind: AgendaKind; minutes: number }
export type MeetingTemplate = { title: TwoTongues; quorum: QuorumRule; items: readonly TemplateItem[] }

const item = (kind: AgendaKind, minutes: number, [vi, en]: readonly [string, string]): TemplateItem => ({
  title: { vi, en },
  kind,
  minutes,
})

/**
 * How many must be there, for an ordinary meeting and for a session that proposes awards. The figures could not be
 * confirmed in the law's text, so each says where it is said to stand (domain.md "Votes").
 */
export const quorumRules = {
  ordinary: {
    share: '2/3',
    test: 'atLeast',
    legalBasis:
      'Quy chế hoạt động của Cụm: có mặt ít nhất 2/3 số đơn vị thành viên (đối chiếu quy chế đang áp dụng)',
  },
  awards: {
    share: '4/5',
    test: 'atLeast',
    legalBasis:
      'Phiên xét khen thưởng: có mặt ít nhất 80% số thành viên (đối chiếu Nghị định 98/2023/NĐ-CP, Nghị định 152/2025/NĐ-CP)',
  },
} as const satisfies Record<string, QuorumRule>

const opening = item('other', 10, [
  'Ổn định tổ chức, giới thiệu đại biểu',
  'Opening, introduction of those present',
])
const closing = item('other', 10, ['Kết luận của chủ trì, bế mạc', 'The chair’s conclusions, closing'])

/** What each kind of meeting usually holds (domain.md "Meetings"): the preparatory one as on 17 January 2021. */
export const meetingTemplates: Record<MeetingKind, MeetingTemplate> = {
  preparatory: {
    title: {
      vi: 'Họp trù bị tổng kết công tác thi đua, khen thưởng',
      en: 'Preparatory meeting for the year-end review',
    },
    quorum: quorumRules.ordinary,
    items: [
      opening,
      item('report', 20, ['Báo cáo kết quả chấm điểm thi đua', 'Report on the scoring of the year']),
      item('discussion', 40, [
        'Kiến nghị, giải trình về điểm của các đơn vị',
        'Appeals and explanations of the units’ points',
      ]),
      item('vote', 15, ['Thông qua bảng xếp hạng', 'Adoption of the ranking']),
      item('vote', 20, [
        'Đề nghị tặng Cờ thi đua của Chính phủ, Bằng khen của Thủ tướng Chính phủ',
        'Proposals for the Government’s flag and the Prime Minister’s certificate',
      ]),
      item('election', 20, [
        'Bầu Cụm trưởng, Cụm phó năm sau',
        'Election of next year’s chair and vice-chair',
      ]),
      item('discussion', 20, [
        'Góp ý Quy chế hoạt động và Bộ tiêu chí năm sau',
        'Comments on next year’s regulation and criteria',
      ]),
      closing,
    ],
  },
  pactSigning: {
    title: { vi: 'Hội nghị ký kết giao ước thi đua', en: 'Signing of the emulation pact' },
    quorum: quorumRules.ordinary,
    items: [
      opening,
      item('report', 20, ['Trình bày dự thảo giao ước thi đua', 'Presentation of the draft pact']),
      item('discussion', 30, [
        'Thảo luận chỉ tiêu, phong trào đăng ký',
        'Discussion of registered targets and movements',
      ]),
      item('vote', 10, ['Thông qua giao ước thi đua', 'Adoption of the pact']),
      item('other', 20, ['Lễ ký kết giao ước thi đua', 'Signing']),
      closing,
    ],
  },
  midYear: {
    title: { vi: 'Hội nghị sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm', en: 'Mid-year review' },
    quorum: quorumRules.ordinary,
    items: [
      opening,
      item('report', 30, ['Báo cáo sơ kết 6 tháng đầu năm', 'Report on the first six months']),
      item('discussion', 60, ['Tham luận, trao đổi kinh nghiệm', 'Contributions and exchange of experience']),
      item('discussion', 20, ['Nhiệm vụ 6 tháng cuối năm', 'Tasks of the second half of the year']),
      closing,
    ],
  },
  yearEnd: {
    title: { vi: 'Hội nghị tổng kết công tác thi đua, khen thưởng', en: 'Year-end conference' },
    quorum: quorumRules.ordinary,
    items: [
      opening,
      item('report', 30, ['Báo cáo tổng kết năm', 'Report on the year']),
      item('discussion', 60, ['Tham luận của các đơn vị', 'Contributions of the units']),
      item('report', 15, [
        'Công bố kết quả xếp hạng, bình xét thi đua',
        'Announcement of the ranking and the awards proposed',
      ]),
      item('other', 20, ['Bàn giao Cụm trưởng, Cụm phó', 'Handover to the new chair and vice-chair']),
      closing,
    ],
  },
  other: {
    title: { vi: 'Họp Cụm thi đua', en: 'Meeting of the cluster' },
    quorum: quorumRules.ordinary,
    items: [opening, item('discussion', 60, ['Nội dung họp', 'Matters discussed']), closing],
  },
}

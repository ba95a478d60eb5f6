import type { CommentAnswerKind } from '@bangvang/core/drafts/draft'
import { delegateOf, leaderOf, reviewer, secretary } from './accounts.ts'

type Act = { by: string; at: string } & (
  | { reply: string }
  | { kind: CommentAnswerKind; answer: string }
  | { apply: string }
  | { resolved: true }
)
/** A comment of the sample and what became of it; `quote` null: about the whole part. */
export type SampleComment = {
  by: string
  at: string
  nodeId: string | null
  field: string | null
  quote: string | null
  body: string
  replacement: string | null
  after: Act[]
}

const onText = (nodeId: string, quote: string) => ({ nodeId, field: 'text', quote })
const onWhole = { nodeId: null, field: null, quote: null }
const bySecretary = (at: string) => ({ by: secretary, at })

/** Comments on the regulation in every state there is; all illustrative. */
export const commentsOnRegulation: readonly SampleComment[] = [
  {
    by: delegateOf('NDI'),
    at: '2021-01-06 09:10',
    ...onWhole,
    body: 'Bố cục rõ ràng; đề nghị bổ sung phụ lục mẫu giao ước thi đua.',
    replacement: null,
    after: [
      {
        ...bySecretary('2021-01-08 10:00'),
        kind: 'accepted',
        answer: 'Tiếp thu; phụ lục sẽ ban hành kèm Quy chế.',
      },
      { by: delegateOf('NDI'), at: '2021-01-08 15:20', resolved: true },
    ],
  },
  {
    by: delegateOf('BNI'),
    at: '2021-01-08 08:45',
    ...onText('d8k1', 'trước ngày 25 tháng 12'),
    body: 'Số liệu cả năm của Cục Thống kê công bố ngày 29/12. Đề nghị lùi hạn.',
    replacement: 'trước ngày 31 tháng 12',
    after: [
      {
        ...bySecretary('2021-01-11 09:00'),
        kind: 'acceptedInPart',
        answer: 'Giữ ngày 25/12 cho bản tự chấm; khoản 2 cho bổ sung số chính thức đến 05/01.',
      },
    ],
  },
  {
    by: delegateOf('BNI'),
    at: '2021-01-08 09:05',
    ...onText('d6k1', 'một người của mỗi tỉnh thành viên'),
    body: 'Một người không đủ cho 54 tiêu chí; đề nghị hai người.',
    replacement: null,
    after: [
      { ...bySecretary('2021-01-11 09:10'), kind: 'accepted', answer: 'Tiếp thu, mỗi tỉnh cử hai cán bộ.' },
    ],
  },
  {
    by: delegateOf('TBI'),
    at: '2021-01-09 14:30',
    ...onText('d10k4', 'từ 900 điểm trở lên'),
    body: 'Nên hạ mức xuất sắc xuống 880 điểm vì năm 2020 chịu ảnh hưởng của dịch.',
    replacement: 'từ 880 điểm trở lên',
    after: [
      {
        ...bySecretary('2021-01-11 09:30'),
        kind: 'declined',
        answer: 'Chỉ tiêu đã được điều chỉnh giữa năm; không hạ mức điểm lần nữa.',
      },
      {
        by: delegateOf('TBI'),
        at: '2021-01-11 16:00',
        reply: 'Thái Bình giữ ý kiến, xin trao đổi tại họp trù bị.',
      },
    ],
  },
  {
    by: reviewer,
    at: '2021-01-11 08:45',
    ...onText('d10k2', 'Cụm trưởng quyết định'),
    body: 'Căn cứ phụ cần ghi rõ để các tỉnh tự tính được thứ hạng trước khi họp.',
    replacement:
      'xét lần lượt phần III, phần I, tiêu chí KT01, tiêu chí KT07; vẫn bằng thì xếp đồng hạng và Cụm biểu quyết',
    after: [],
  },
  {
    by: reviewer,
    at: '2021-01-11 09:05',
    ...onText('d11k2', 'thành viên vắng mặt được lấy ý kiến bằng văn bản'),
    body: 'Ghi rõ thời hạn gửi ý kiến.',
    replacement: 'thành viên vắng mặt gửi ý kiến bằng văn bản trước khi Cụm họp',
    after: [{ ...bySecretary('2021-01-11 14:00'), apply: 'Tiếp thu, sửa theo góp ý.' }],
  },
  {
    by: delegateOf('NBI'),
    at: '2021-01-11 10:20',
    ...onText('d9k2', 'trong ba ngày làm việc'),
    body: 'Ba ngày ngắn với tiêu chí phải hỏi lại sở, ngành; đề nghị năm ngày.',
    replacement: 'trong năm ngày làm việc',
    after: [],
  },
  {
    by: delegateOf('HNA'),
    at: '2021-01-12 08:15',
    ...onText('d13k2', 'ít nhất hai phần ba số thành viên'),
    body: 'Thành viên ủy quyền có được tính vào số có mặt không?',
    replacement: null,
    after: [
      {
        ...bySecretary('2021-01-12 10:00'),
        reply: 'Có: người được ủy quyền bằng văn bản thay mặt thành viên, nên tính là có mặt.',
      },
      { by: reviewer, at: '2021-01-12 11:30', reply: 'Đề nghị ghi hẳn vào khoản 3 để khỏi hỏi lại.' },
    ],
  },
  {
    by: reviewer,
    at: '2021-01-12 11:40',
    nodeId: 'd3',
    field: null,
    quote: null,
    body: 'Bổ sung giải thích "điểm thẩm định", vì Điều 9 dùng từ này.',
    replacement: null,
    after: [],
  },
  {
    by: delegateOf('HYE'),
    at: '2021-01-13 16:20',
    ...onText('d12k1', 'không quá hai tỉnh'),
    body: 'Nhất trí.',
    replacement: null,
    after: [
      { ...bySecretary('2021-01-14 08:30'), kind: 'accepted', answer: 'Ghi nhận.' },
      { by: secretary, at: '2021-01-14 08:31', resolved: true },
    ],
  },
  {
    by: leaderOf('VPC'),
    at: '2021-01-14 09:40',
    ...onText('d14k2', 'mười năm'),
    body: 'Đề nghị theo thời hạn bảo quản của cơ quan lưu trữ.',
    replacement: null,
    after: [],
  },
]

type Coded = { id: string; content: Record<string, unknown> }

/** Comments on the criteria drafted for 2021, on parts found by their code; all illustrative. */
export function commentsOnCriteria(nodes: readonly Coded[]): SampleComment[] {
  const idOf = (code: string): string => {
    const found = nodes.find(({ content }) => content.code === code)
    if (found === undefined) throw new Error(`the sample's criteria have no ${code}`)
    return found.id
  }
  return [
    {
      by: delegateOf('BNI'),
      at: '2021-01-07 15:10',
      nodeId: idOf('KT09'),
      field: null,
      quote: null,
      body: 'Bậc 92 % quá sát bậc 95 %; đề nghị giữ các bậc của năm 2020.',
      replacement: null,
      after: [
        {
          ...bySecretary('2021-01-11 15:00'),
          kind: 'declined',
          answer: 'Năm 2020 bảy tỉnh đạt trên 90 %; thêm bậc để phân biệt được các tỉnh.',
        },
      ],
    },
    {
      by: reviewer,
      at: '2021-01-11 09:30',
      nodeId: idOf('CT11'),
      field: 'title.vi',
      quote: 'mức độ 4',
      body: 'Dùng cách gọi mới của Chính phủ.',
      replacement: 'toàn trình',
      after: [],
    },
    {
      by: delegateOf('HDU'),
      at: '2021-01-12 09:20',
      nodeId: idOf('TD06'),
      field: null,
      quote: null,
      body: 'Mức 65 % là cao với tỉnh có nhiều doanh nghiệp nhỏ.',
      replacement: null,
      after: [
        {
          ...bySecretary('2021-01-13 08:40'),
          kind: 'acceptedInPart',
          answer: 'Giữ 65 % và hướng dẫn cách tính người lao động trực tiếp trong doanh nghiệp nhỏ.',
        },
      ],
    },
    {
      by: delegateOf('NDI'),
      at: '2021-01-13 10:00',
      nodeId: idOf('D07'),
      field: 'title.vi',
      quote: 'dưới 60 %',
      body: 'Vốn giao bổ sung cuối năm có tính không?',
      replacement: null,
      after: [],
    },
  ]
}

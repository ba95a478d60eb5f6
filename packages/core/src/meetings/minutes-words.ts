import type { Base, Quorum, Threshold, ThresholdTest } from '../ballots/question.ts'
import type { AttendanceState } from './meeting.ts'

const vietnam = (instant: Date) => new Date(instant.getTime() + 7 * 3_600_000).toISOString()
const list = (names: readonly string[]) => names.join(', ')
const named = (name: string, detail: string) => (detail === '' ? name : `${name} (${detail})`)

/** A sentence with its full stop, and only one. */
const closed = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** "08 giờ 05 phút, ngày 17 tháng 01 năm 2021", in Vietnam. */
export function momentOf(instant: Date): string {
  const [date = '', time = ''] = vietnam(instant).split('T')
  const [year, month, day] = date.split('-')
  const [hour, minute] = time.split(':')
  // Decree 30/2020: days under 10 and the months 1 and 2 bear a zero.
  return `${hour} giờ ${minute} phút, ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}

/** An ISO day as dd/MM/yyyy. */
export const dayOf = (iso: string): string => iso.split('-').reverse().join('/')

const roman = ['I', 'II', 'III', 'IV', 'V'] as const
const tests: Record<ThresholdTest, string> = { atLeast: 'ít nhất', moreThan: 'quá' }
const bases: Record<Base, string> = {
  members: 'tổng số đơn vị thành viên',
  present: 'số đơn vị có mặt',
  cast: 'số phiếu đã biểu quyết',
  valid: 'số phiếu hợp lệ',
  expressed: 'số phiếu có ý kiến',
}

type Counts = {
  members: number
  present: number
  written: number
  cast: number
  valid: number
  invalid: number
  blank: number
}
type Option = { option: string; votes: number; against: number; abstained: number; passes: boolean }

/** Every sentence of the minutes: the paper's own text, in the language of the paper (Decree 30/2020, form 1.10). */
export const minutesWords = {
  /** The name of the document, where it stands among others. */
  title: (meeting: string) => `Biên bản ${meeting.charAt(0).toLocaleLowerCase('vi')}${meeting.slice(1)}`,
  part: (number: number, name: string) => `${roman[number - 1] ?? number}. ${name}`,
  item: (position: number, title: string) => `${position}. ${title}`,
  began: (at: Date) => `Thời gian bắt đầu: ${momentOf(at)}.`,
  place: (place: string, isOnline: boolean) => {
    if (place === '') return 'Địa điểm: họp trực tuyến.'
    return isOnline ? `Địa điểm: ${place}, kết hợp trực tuyến.` : `Địa điểm: ${place}.`
  },
  attendance: 'Thành phần tham dự',
  chair: (name: string, unit: string | null) => `Chủ trì: ${named(name, unit ?? '')}.`,
  secretary: (name: string) => `Thư ký: ${name}.`,
  present: (part: number, base: number) => `Có mặt ${part}/${base} đơn vị thành viên:`,
  unit: (unit: string, people: readonly { name: string; title: string }[]) => {
    const there = people.map(({ name, title }) => (title === '' ? name : `${name}, ${title}`)).join('; ')
    return there === '' ? `${unit}.` : `${unit}: ${there}.`
  },
  authorized: (unit: string, substitute: { name: string; title: string; paperNumber: string }) => {
    const { name, title, paperNumber } = substitute
    return `${unit}: ${title === '' ? name : `${name}, ${title}`}, dự thay theo giấy ủy quyền số ${paperNumber}.`
  },
  absent: (units: readonly string[]) => `Vắng mặt: ${list(units)}.`,
  guests: 'Đại biểu mời (không tính vào số đơn vị có mặt):',
  guest: (name: string, organisation: string) => `${named(name, organisation)}.`,
  quorum: (quorum: {
    part: number
    base: number
    needed: number
    share: string
    test: ThresholdTest
    holds: boolean
  }) => {
    const rule = `cần ${tests[quorum.test]} ${quorum.share} số đơn vị thành viên, tức ${quorum.needed} đơn vị`
    return quorum.holds
      ? `Số đơn vị có mặt là ${quorum.part}/${quorum.base}, đủ điều kiện họp (${rule}).`
      : `Số đơn vị có mặt là ${quorum.part}/${quorum.base}, chưa đủ điều kiện họp (${rule}).`
  },
  basis: (basis: string) => `Căn cứ: ${closed(basis)}`,
  proceedings: 'Nội dung và diễn biến',
  said: (name: string, unit: string | null, body: string) => `${named(name, unit ?? '')}: ${body}`,
  concluded: (name: string, body: string) => `Kết luận (${name}): ${body}`,
  asked: (title: string) => `Biểu quyết công khai, mỗi đơn vị một phiếu: ${title}`,
  round: (round: number) => `Vòng ${round}:`,
  rule: ({ quorum, threshold }: { quorum: Quorum; threshold: Threshold }) => {
    const counted = quorum.counts === 'present' ? 'có mặt' : 'có mặt hoặc có ý kiến bằng văn bản'
    return `Điều kiện: ${tests[quorum.test]} ${quorum.share} tổng số đơn vị thành viên ${counted}; được thông qua khi đạt ${tests[threshold.test]} ${threshold.share} ${bases[threshold.of]}.`
  },
  counts: ({ members, present, written, cast, valid, invalid, blank }: Counts) =>
    `Kết quả kiểm phiếu: ${members} đơn vị thành viên, ${present} có mặt, ${written} ý kiến bằng văn bản; ${cast} phiếu, trong đó ${valid} hợp lệ, ${invalid} không hợp lệ, ${blank} không có ý kiến.`,
  yesNo: ({ votes, against, abstained }: Option) =>
    `Đồng ý: ${votes}. Không đồng ý: ${against}. Không ý kiến: ${abstained}.`,
  option: ({ option, votes, against, abstained, passes }: Option, isApproval: boolean) => {
    const given = isApproval
      ? `${votes} đồng ý, ${against} không đồng ý, ${abstained} không ý kiến`
      : `${votes} phiếu`
    return `${option}: ${given}, ${passes ? 'đạt' : 'không đạt'} tỷ lệ.`
  },
  votersOf: (choice: string, units: readonly string[]) => `${choice}: ${list(units)}.`,
  choices: {
    yes: 'Đồng ý',
    no: 'Không đồng ý',
    abstain: 'Không ý kiến',
    invalid: 'Phiếu không hợp lệ',
    blank: 'Phiếu không chọn ai',
  },
  optionNo: (option: string) => `không ${option}`,
  byWriting: (unit: string, paperNumber: string) => `${unit} (văn bản số ${paperNumber})`,
  passed: 'Nội dung được thông qua.',
  failed: 'Nội dung không được thông qua.',
  noQuorum: 'Không đủ số đơn vị để biểu quyết; không có quyết định.',
  elected: (names: readonly string[]) => `Được chọn: ${list(names)}.`,
  nobody: 'Chưa chọn được ai.',
  tied: (names: readonly string[], seats: number) => `Bằng phiếu cho ${seats} suất còn lại: ${list(names)}.`,
  seatsLeft: (seats: number) => `Còn thiếu ${seats} suất.`,
  again: (names: readonly string[]) => `Biểu quyết vòng tiếp theo giữa: ${list(names)}.`,
  toChair: 'Đã hết số vòng biểu quyết; chủ trì quyết định.',
  decided: (names: readonly string[], reason: string) =>
    names.length === 0
      ? `Chủ trì quyết định không chọn thêm. Lý do: ${reason}`
      : `Chủ trì quyết định chọn: ${list(names)}. Lý do: ${reason}`,
  cancelled: (reason: string) => `Cuộc biểu quyết được hủy, không tính kết quả. Lý do: ${reason}`,
  conclusions: 'Kết luận',
  conclusion: (position: number | null, body: string) =>
    position === null ? body : `Về nội dung ${position}: ${body}`,
  tasks: 'Nhiệm vụ được giao',
  task: ({ title, owner, dueOn }: { title: string; owner: string; dueOn: string | null }) => {
    const by = owner === '' ? '' : ` Thực hiện: ${owner}.`
    return `${closed(title)}${by}${dueOn === null ? '' : ` Thời hạn: ${dayOf(dueOn)}.`}`
  },
  ended: (at: Date) => `Cuộc họp kết thúc vào ${momentOf(at)}.`,
  nothingSaid: 'Không có ý kiến.',
} as const

/** How a unit stands in the list of those who came. */
export const isThere = (state: AttendanceState): boolean => state !== 'absent'

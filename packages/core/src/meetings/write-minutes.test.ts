import { describe, expect, test } from 'vitest'
import { questionOf } from '../ballots/presets.ts'
import type { Ballot, Question } from '../ballots/question.ts'
import { tally } from '../ballots/tally.ts'
import {
  afterEdit,
  isEditable,
  isRewritable,
  minutesContent,
  minutesStatuses,
  unsignedParts,
} from './minutes.ts'
import { minutesWords } from './minutes-words.ts'
import { type BallotFact, type MinutesFacts, writeMinutes } from './write-minutes.ts'

const names = ['Quảng Ninh', 'Bắc Ninh', 'Hưng Yên', 'Vĩnh Phúc']

function roundOf(
  round: number,
  question: Question,
  choices: (Ballot | null)[],
): BallotFact['rounds'][number] {
  const ballots = choices.filter((choice) => choice !== null)
  const result = tally(question, {
    members: 4,
    present: 3,
    written: 0,
    invalid: choices.length - ballots.length,
    ballots,
    round,
  })
  const votes = choices.map((choice, index) => ({ unitName: names[index] ?? '', choice, paperNumber: null }))
  return { round, question, result, votes }
}

const vote: BallotFact = {
  itemId: 'i2',
  title: 'Thông qua bảng xếp hạng năm 2020?',
  legalBasis: 'Quy chế Cụm',
  rounds: [roundOf(1, questionOf('conclusion', []), ['yes', 'yes', 'no'])],
  chairDecision: null,
  cancelledReason: null,
}

const facts: MinutesFacts = {
  title: 'Họp trù bị năm 2020',
  startedAt: new Date('2021-01-17T01:05:00Z'),
  endedAt: new Date('2021-01-17T04:20:00Z'),
  place: 'Quảng Ninh',
  isOnline: false,
  chair: { name: 'Nguyễn Văn A', unitName: 'Quảng Ninh' },
  secretary: { name: 'Trần Thị B' },
  quorumRule: { share: '2/3', test: 'atLeast', legalBasis: 'Quy chế Cụm' },
  units: names.map((name) => ({
    name,
    state: name === 'Vĩnh Phúc' ? 'absent' : name === 'Hưng Yên' ? 'authorized' : 'present',
    people:
      name === 'Hưng Yên' || name === 'Vĩnh Phúc'
        ? []
        : [{ name: `Đại diện ${name}`, title: 'Phó Chủ tịch' }],
    authorization:
      name === 'Hưng Yên' ? { name: 'Lê C', title: 'Phó Giám đốc Sở', paperNumber: '12/GUQ' } : null,
  })),
  guests: [
    { name: 'Trịnh D', organisation: 'Ban Trung ương', isPresent: true },
    { name: 'Khách E', organisation: '', isPresent: false },
  ],
  items: [
    { id: 'i1', position: 1, title: 'Báo cáo' },
    { id: 'i2', position: 2, title: 'Thông qua bảng xếp hạng' },
  ],
  said: [
    {
      itemId: 'i2',
      kind: 'conclusion',
      body: 'Giao thư ký hoàn thiện.',
      byName: 'Nguyễn Văn A',
      byUnitName: null,
    },
    { itemId: 'i2', kind: 'comment', body: 'Nhất trí.', byName: 'Lê C', byUnitName: 'Hưng Yên' },
    { itemId: null, kind: 'comment', body: 'Cảm ơn.', byName: 'Trịnh D', byUnitName: null },
  ],
  ballots: [vote],
  tasks: [
    { title: 'Gửi tờ trình', ownerUnitName: 'Quảng Ninh', ownerName: 'Tổ thư ký', dueOn: '2021-01-25' },
    { title: 'Lưu hồ sơ', ownerUnitName: null, ownerName: '', dueOn: null },
  ],
}
const linesOf = (given: MinutesFacts) => writeMinutes(given).paragraphs.map(({ text }) => text)

test('the minutes of a meeting say when, where, who, what was said, voted and concluded, and who does what by when', () => {
  expect(writeMinutes(facts)).toMatchInlineSnapshot(`
    {
      "paragraphs": [
        {
          "kind": "paragraph",
          "text": "Thời gian bắt đầu: 08 giờ 05 phút, ngày 17 tháng 01 năm 2021.",
        },
        {
          "kind": "paragraph",
          "text": "Địa điểm: Quảng Ninh.",
        },
        {
          "kind": "heading",
          "text": "I. Thành phần tham dự",
        },
        {
          "kind": "paragraph",
          "text": "Chủ trì: Nguyễn Văn A (Quảng Ninh).",
        },
        {
          "kind": "paragraph",
          "text": "Thư ký: Trần Thị B.",
        },
        {
          "kind": "paragraph",
          "text": "Có mặt 3/4 đơn vị thành viên:",
        },
        {
          "kind": "bullet",
          "text": "Quảng Ninh: Đại diện Quảng Ninh, Phó Chủ tịch.",
        },
        {
          "kind": "bullet",
          "text": "Bắc Ninh: Đại diện Bắc Ninh, Phó Chủ tịch.",
        },
        {
          "kind": "bullet",
          "text": "Hưng Yên: Lê C, Phó Giám đốc Sở, dự thay theo giấy ủy quyền số 12/GUQ.",
        },
        {
          "kind": "paragraph",
          "text": "Vắng mặt: Vĩnh Phúc.",
        },
        {
          "kind": "paragraph",
          "text": "Đại biểu mời (không tính vào số đơn vị có mặt):",
        },
        {
          "kind": "bullet",
          "text": "Trịnh D (Ban Trung ương).",
        },
        {
          "kind": "paragraph",
          "text": "Số đơn vị có mặt là 3/4, đủ điều kiện họp (cần ít nhất 2/3 số đơn vị thành viên, tức 3 đơn vị).",
        },
        {
          "kind": "paragraph",
          "text": "Căn cứ: Quy chế Cụm.",
        },
        {
          "kind": "heading",
          "text": "II. Nội dung và diễn biến",
        },
        {
          "kind": "heading",
          "text": "1. Báo cáo",
        },
        {
          "kind": "paragraph",
          "text": "Không có ý kiến.",
        },
        {
          "kind": "heading",
          "text": "2. Thông qua bảng xếp hạng",
        },
        {
          "kind": "bullet",
          "text": "Lê C (Hưng Yên): Nhất trí.",
        },
        {
          "kind": "paragraph",
          "text": "Biểu quyết công khai, mỗi đơn vị một phiếu: Thông qua bảng xếp hạng năm 2020?",
        },
        {
          "kind": "paragraph",
          "text": "Căn cứ: Quy chế Cụm.",
        },
        {
          "kind": "paragraph",
          "text": "Điều kiện: ít nhất 2/3 tổng số đơn vị thành viên có mặt; được thông qua khi đạt quá 1/2 tổng số đơn vị thành viên.",
        },
        {
          "kind": "paragraph",
          "text": "Kết quả kiểm phiếu: 4 đơn vị thành viên, 3 có mặt, 0 ý kiến bằng văn bản; 3 phiếu, trong đó 3 hợp lệ, 0 không hợp lệ, 0 không có ý kiến.",
        },
        {
          "kind": "bullet",
          "text": "Đồng ý: 2. Không đồng ý: 1. Không ý kiến: 0.",
        },
        {
          "kind": "bullet",
          "text": "Đồng ý: Quảng Ninh, Bắc Ninh.",
        },
        {
          "kind": "bullet",
          "text": "Không đồng ý: Hưng Yên.",
        },
        {
          "kind": "paragraph",
          "text": "Nội dung không được thông qua.",
        },
        {
          "kind": "paragraph",
          "text": "Kết luận (Nguyễn Văn A): Giao thư ký hoàn thiện.",
        },
        {
          "kind": "bullet",
          "text": "Trịnh D: Cảm ơn.",
        },
        {
          "kind": "heading",
          "text": "III. Kết luận",
        },
        {
          "kind": "bullet",
          "text": "Về nội dung 2: Giao thư ký hoàn thiện.",
        },
        {
          "kind": "heading",
          "text": "IV. Nhiệm vụ được giao",
        },
        {
          "kind": "bullet",
          "text": "Gửi tờ trình. Thực hiện: Quảng Ninh, Tổ thư ký. Thời hạn: 25/01/2021.",
        },
        {
          "kind": "bullet",
          "text": "Lưu hồ sơ.",
        },
        {
          "kind": "paragraph",
          "text": "Cuộc họp kết thúc vào 11 giờ 20 phút, ngày 17 tháng 01 năm 2021.",
        },
      ],
      "title": "Họp trù bị năm 2020",
    }
  `)
})

test('the same facts make the same words, and no paragraph is empty', () => {
  expect(writeMinutes(structuredClone(facts))).toEqual(writeMinutes(facts))
  expect(linesOf(facts).every((text) => text.trim() !== '' && text === text.normalize('NFC'))).toBe(true)
})

test('what did not happen is not told', () => {
  const quiet: MinutesFacts = {
    ...facts,
    units: facts.units.filter(({ state }) => state === 'present'),
    quorumRule: { share: '3/4', test: 'moreThan', legalBasis: '' },
    guests: [],
    said: [],
    ballots: [{ ...vote, rounds: [] }],
    tasks: [],
    place: '',
  }
  const text = linesOf(quiet).join('\n')
  for (const word of ['Vắng mặt', 'Đại biểu mời', 'Kết luận', 'Nhiệm vụ', 'Biểu quyết', 'Căn cứ'])
    expect(text).not.toContain(word)
  expect(text).toContain('Địa điểm: họp trực tuyến.')
  expect(text).toContain('Không có ý kiến.')
  expect(linesOf({ ...facts, isOnline: true })[1]).toBe('Địa điểm: Quảng Ninh, kết hợp trực tuyến.')
  const few = { ...facts, units: facts.units.map((unit) => ({ ...unit, state: 'absent' as const })) }
  expect(linesOf(few).join('\n')).toContain(
    'chưa đủ điều kiện họp (cần ít nhất 2/3 số đơn vị thành viên, tức 3 đơn vị)',
  )
})

describe('an election in the minutes', () => {
  const election = questionOf('election', ['Hải Dương', 'Bắc Ninh', 'Hà Nam'])
  const again = questionOf('election', ['Hải Dương', 'Bắc Ninh'])
  const linesOfBallot = (ballot: Partial<BallotFact>) =>
    linesOf({ ...facts, ballots: [{ ...vote, ...ballot }] }).join('\n')

  test('tells both rounds, who is left, and the chair’s decision with its reason', () => {
    const text = linesOfBallot({
      rounds: [
        roundOf(1, election, [['Hải Dương'], ['Bắc Ninh'], []]),
        roundOf(2, again, [['Hải Dương'], ['Bắc Ninh'], null]),
      ],
      chairDecision: { options: ['Bắc Ninh'], reason: 'theo Quy chế' },
    })
    expect(text).toContain('Vòng 1:')
    expect(text).toContain(
      'Chưa chọn được ai.\nCòn thiếu 1 suất.\nBiểu quyết vòng tiếp theo giữa: Hải Dương, Bắc Ninh.',
    )
    expect(text).toContain('Phiếu không chọn ai: Hưng Yên.')
    expect(text).toContain('Phiếu không hợp lệ: Hưng Yên.')
    expect(text).toContain('Đã hết số vòng biểu quyết; chủ trì quyết định.')
    expect(text).toContain('Chủ trì quyết định chọn: Bắc Ninh. Lý do: theo Quy chế')
    expect(linesOfBallot({ chairDecision: { options: [], reason: 'x' } })).toContain('không chọn thêm')
  })

  test('tells a tie, and approvals option by option with written opinions', () => {
    const free = { ...election, threshold: { share: '1/3', of: 'valid', test: 'atLeast' } } as const
    expect(linesOfBallot({ rounds: [roundOf(1, free, [['Hải Dương'], ['Bắc Ninh'], []])] })).toContain(
      'Bằng phiếu cho 1 suất còn lại: Hải Dương, Bắc Ninh.',
    )
    const flag = { ...questionOf('flag', ['Quảng Ninh', 'Bắc Ninh']), quorum: election.quorum }
    const round = roundOf(1, flag, [{ 'Quảng Ninh': 'yes' }, { 'Quảng Ninh': 'yes', 'Bắc Ninh': 'no' }, {}])
    const votes = round.votes.map((one, index) => (index === 0 ? { ...one, paperNumber: '05/UBND' } : one))
    const text = linesOfBallot({ rounds: [{ ...round, votes }] })
    expect(text).toContain('Quảng Ninh: 2 đồng ý, 0 không đồng ý, 1 không ý kiến, không đạt tỷ lệ.')
    expect(text).toContain('Quảng Ninh: Quảng Ninh (văn bản số 05/UBND).')
    expect(text).toContain('Quảng Ninh + không Bắc Ninh: Bắc Ninh.')
  })

  test('tells a vote without quorum, one that failed, and one given up', () => {
    const strict = { ...election, quorum: { ...election.quorum, share: '1/1' } }
    expect(linesOfBallot({ rounds: [roundOf(1, strict, [])] })).toContain('Không đủ số đơn vị để biểu quyết')
    expect(
      linesOfBallot({ rounds: [roundOf(1, questionOf('conclusion', []), ['no', 'abstain'])] }),
    ).toContain('Nội dung không được thông qua.')
    expect(linesOfBallot({ rounds: [], cancelledReason: 'Hỏi nhầm' })).toContain(
      'Cuộc biểu quyết được hủy, không tính kết quả. Lý do: Hỏi nhầm',
    )
    expect(linesOfBallot({ legalBasis: '' })).not.toContain('Căn cứ: Quy chế Cụm.\nĐiều kiện')
  })
})

test('words may change until they are approved, and are written anew only where nobody changed them', () => {
  expect(minutesStatuses.filter(isEditable)).toEqual(['drafted', 'edited', 'consultation'])
  expect(minutesStatuses.filter(isRewritable)).toEqual(['drafted'])
  expect(minutesStatuses.map(afterEdit)).toEqual(['edited', 'edited', 'consultation', 'approved', 'locked'])
})

test('both parts sign the words alone, whoever edited them', () => {
  const paragraph = { kind: 'paragraph' as const, text: 'Một.', id: 'p', version: 3 }
  expect(minutesContent('m', 'Biên bản', [paragraph])).toEqual({
    meetingId: 'm',
    title: 'Biên bản',
    paragraphs: [{ kind: 'paragraph', text: 'Một.' }],
  })
  expect(unsignedParts([])).toEqual(['chair', 'secretary'])
  expect(unsignedParts([{ part: 'chair' }])).toEqual(['secretary'])
})

test('minutes are named after their meeting; a sentence that ends is not ended twice', () => {
  expect(minutesWords.title('Họp trù bị')).toBe('Biên bản họp trù bị')
  expect(minutesWords.basis('Quy chế Cụm.')).toBe('Căn cứ: Quy chế Cụm.')
  expect(minutesWords.task({ title: 'Ai làm?', owner: '', dueOn: null })).toBe('Ai làm?')
})

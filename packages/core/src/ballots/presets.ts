import type { Question, Quorum, Threshold } from './question.ts'

export const presetNames = ['agenda', 'conclusion', 'election', 'flag', 'certificate'] as const
export type PresetName = (typeof presetNames)[number]

type Distribute<Q> = Q extends unknown ? Omit<Q, 'options'> : never
/** A rule of voting; `question` lacks its options alone. `legalBasis` goes with the vote and into the minutes. */
export type BallotPreset = { name: PresetName; question: Distribute<Question>; legalBasis: string }

const present = (share: string): Quorum => ({ share, of: 'members', test: 'atLeast', counts: 'present' })
const moreThanHalf = (of: Threshold['of']): Threshold => ({ share: '1/2', of, test: 'moreThan' })
// Which figures hold today could not be confirmed: every one is data, with where it is said to stand (domain.md "Votes").
const unconfirmed = 'đối chiếu văn bản đang có hiệu lực'

/** How each matter is usually decided (domain.md "Votes"). Copied into a vote, where every figure may be changed before it opens. */
export const ballotPresets: Record<PresetName, BallotPreset> = {
  agenda: {
    name: 'agenda',
    question: { kind: 'yesNo', quorum: present('2/3'), threshold: moreThanHalf('present') },
    legalBasis: `Quy chế hoạt động của Cụm: quá nửa số đơn vị có mặt (${unconfirmed})`,
  },
  conclusion: {
    name: 'conclusion',
    question: { kind: 'yesNo', quorum: present('2/3'), threshold: moreThanHalf('members') },
    legalBasis: `Quy chế hoạt động của Cụm: quá nửa số đơn vị thành viên (${unconfirmed})`,
  },
  election: {
    name: 'election',
    question: {
      kind: 'choose',
      seats: 1,
      maxChoices: 1,
      quorum: present('2/3'),
      threshold: moreThanHalf('valid'),
      maxRounds: 2,
    },
    legalBasis: `Quy chế hoạt động của Cụm: quá nửa số phiếu hợp lệ; bằng phiếu thì bầu lại một lần, vẫn bằng thì Cụm trưởng quyết định (${unconfirmed})`,
  },
  flag: {
    name: 'flag',
    question: {
      kind: 'approve',
      seats: 1,
      quorum: { share: '4/5', of: 'members', test: 'atLeast', counts: 'presentOrWritten' },
      threshold: { share: '4/5', of: 'members', test: 'atLeast' },
      maxRounds: 2,
    },
    legalBasis: `Khoản 7 Điều 30 Nghị định 98/2023/NĐ-CP: ít nhất 80% tổng số thành viên, thành viên vắng mặt lấy ý kiến bằng văn bản (Nghị định 152/2025/NĐ-CP: ${unconfirmed})`,
  },
  certificate: {
    name: 'certificate',
    question: {
      kind: 'approve',
      seats: 1,
      quorum: { share: '4/5', of: 'members', test: 'atLeast', counts: 'presentOrWritten' },
      threshold: { share: '4/5', of: 'members', test: 'atLeast' },
      maxRounds: 2,
    },
    legalBasis: `Nghị định 98/2023/NĐ-CP: ít nhất 80% tổng số thành viên (${unconfirmed})`,
  },
}

/** The question of a preset with its options, as many seats as wanted (1 where left out); a yes/no has neither. */
export function questionOf(name: PresetName, options: readonly string[], seats = 1): Question {
  const { question } = ballotPresets[name]
  switch (question.kind) {
    case 'yesNo':
      return question
    case 'choose':
      return { ...question, options: [...options], seats, maxChoices: seats }
    case 'approve':
      return { ...question, options: [...options], seats }
  }
}

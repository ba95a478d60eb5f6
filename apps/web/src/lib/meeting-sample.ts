import type { BallotView } from '@bangvang/contract/ballots'
import type { MeetingView } from '@bangvang/contract/meetings'
import type { ProceedingsView } from '@bangvang/contract/proceedings'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const at = (time: string) => new Date(`2021-01-17T${time}:00+07:00`)

export const meetingId = id(1)
export const itemIds = [id(11), id(12)] as const
export const ballotId = id(21)
export const quorum = { part: 2, base: 3, needed: 2, share: '2/3', test: 'atLeast' as const, holds: true }

/** A running meeting of three units, two of them there, for tests. */
export function meetingOf(change: Partial<MeetingView> = {}): MeetingView {
  const item = (position: 1 | 2, title: string) => ({
    id: itemIds[position - 1] ?? '',
    position,
    title,
    kind: 'vote' as const,
    minutes: 20,
    papers: [],
    startedAt: position === 1 ? at('08:40') : null,
    endedAt: null,
    version: 1,
  })
  const unit = (unitId: string, unitName: string, state: 'present' | 'absent') => ({
    unitId,
    unitName,
    state,
    people: [],
    authorization: null,
    version: 1,
  })
  return {
    id: meetingId,
    seasonId: 'DBSH-2020',
    kind: 'preparatory',
    title: 'Họp trù bị',
    status: 'running',
    startsAt: at('08:00'),
    endsAt: null,
    place: 'Quảng Ninh',
    onlineLink: '',
    chair: { mandateId: id(31), name: 'Nguyễn Văn Thắng', unitId: 'QNI' },
    secretary: { mandateId: id(32), name: 'Phạm Thị Lan' },
    startedAt: at('08:00'),
    endedAt: null,
    quorum,
    itemCount: 2,
    minutesStatus: null,
    now: at('09:42'),
    version: 3,
    quorumRule: { share: '2/3', test: 'atLeast', legalBasis: 'Quy chế' },
    currentItemId: itemIds[0],
    agenda: [item(1, 'Thông qua bảng xếp hạng'), item(2, 'Bầu Cụm trưởng')],
    invitations: [],
    guests: [],
    attendance: [
      unit('HDU', 'Hải Dương', 'present'),
      unit('BNI', 'Bắc Ninh', 'absent'),
      unit('QNI', 'Quảng Ninh', 'present'),
    ],
    files: [],
    may: { run: false, speak: true, commentFor: 'HDU' },
    ...change,
  }
}

/** What goes on in it: nothing said yet. */
export function proceedingsOf(change: Partial<ProceedingsView> = {}): ProceedingsView {
  return {
    meetingId,
    now: at('09:42'),
    status: 'running',
    currentItemId: itemIds[0],
    quorum,
    speeches: [],
    contributions: [],
    tasks: [],
    ...change,
  }
}

/** An open yes-or-no vote on its first item that waits for Hải Dương. */
export function ballotOf(change: Partial<BallotView> = {}): BallotView {
  return {
    id: ballotId,
    meetingId,
    seasonId: 'DBSH-2020',
    itemId: itemIds[0],
    kind: 'open',
    title: 'Thông qua bảng xếp hạng năm 2020?',
    preset: null,
    legalBasis: 'Quy chế',
    showsVotes: true,
    status: 'open',
    version: 1,
    rounds: [
      {
        round: 1,
        question: {
          kind: 'yesNo',
          quorum: { share: '2/3', of: 'members', test: 'atLeast', counts: 'present' },
          threshold: { share: '1/2', of: 'members', test: 'moreThan' },
        },
        status: 'open',
        openedAt: at('09:40'),
        endsAt: null,
        closedAt: null,
        quorum,
        votes: [
          {
            unitId: 'QNI',
            unitName: 'Quảng Ninh',
            source: 'own',
            choice: 'yes',
            isInvalid: false,
            isHidden: false,
            byName: 'Lãnh đạo',
            at: at('09:41'),
            paperNumber: null,
            fileId: null,
          },
        ],
        waiting: [{ unitId: 'HDU', unitName: 'Hải Dương' }],
        result: null,
      },
    ],
    elected: [],
    chairDecision: null,
    cancelled: null,
    may: { run: false, decide: false, voteFor: 'HDU' },
    ...change,
  }
}

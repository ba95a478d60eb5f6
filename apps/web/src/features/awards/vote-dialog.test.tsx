import {
  type AwardKindView,
  type AwardProposalView,
  type AwardsView,
  awards,
} from '@bangvang/contract/awards'
import { type BallotView, ballots } from '@bangvang/contract/ballots'
import { type MeetingSummary, type MeetingView, meetings } from '@bangvang/contract/meetings'
import { type AwardKind, awardQuestion, standardAwards } from '@bangvang/core/awards/award-kind'
import { fireEvent, screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { answer, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { loadWords } from '../../lib/words.ts'
import { VoteDialog } from './vote-dialog.tsx'

const [flag] = standardAwards as [AwardKind]
const at = new Date('2021-01-17T03:00:00Z')
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const quorum = { part: 0, base: 9, needed: 8, share: '4/5', test: 'atLeast', holds: false } as const
const summary: MeetingSummary = {
  id: id(1),
  seasonId: 'DBSH-2020',
  kind: 'preparatory',
  title: 'Họp trù bị',
  status: 'planned',
  startsAt: at,
  endsAt: null,
  place: 'Hạ Long',
  onlineLink: '',
  chair: { mandateId: id(2), name: 'A', unitId: 'QNI' },
  secretary: { mandateId: id(3), name: 'B' },
  startedAt: null,
  endedAt: null,
  quorum,
  itemCount: 1,
  minutesStatus: null,
}
const item = { id: id(4), position: 1, title: 'Xét khen thưởng', kind: 'vote', minutes: null } as const
const meeting: MeetingView = {
  ...summary,
  now: at,
  version: 1,
  quorumRule: { share: '4/5', test: 'atLeast', legalBasis: '' },
  currentItemId: null,
  agenda: [{ ...item, papers: [], startedAt: null, endedAt: null, version: 1 }],
  invitations: [],
  guests: [],
  attendance: [],
  files: [],
  may: { run: true, speak: true, commentFor: null },
}
// No law of the shelf is named.
const unnamed = { basis: [] }
const kind: AwardKindView = {
  ...flag,
  ...unnamed,
  version: 1,
  suggestion: { eligible: [], proposed: [], tied: [], placesLeft: 0, excluded: [] },
}
const proposal = (n: number, unitName: string): AwardProposalView => ({
  id: id(n),
  kindCode: 'CO',
  kindTitle: flag.title,
  unitId: unitName,
  unitName,
  standing: { rank: 1, total: '976.50', revision: 7, sha256: null },
  reason: '',
  byName: 'A',
  at,
  status: 'proposed',
  ballot: null,
  outcome: null,
})
const proposals = [proposal(6, 'Quảng Ninh'), proposal(7, 'Hải Dương')]
const question = awardQuestion(flag, ['Quảng Ninh', 'Hải Dương'])
const ballot: BallotView = {
  ...unnamed,
  id: id(5),
  meetingId: id(1),
  seasonId: 'DBSH-2020',
  itemId: id(4),
  kind: 'open',
  title: '',
  preset: null,
  legalBasis: '',
  showsVotes: false,
  status: 'prepared',
  version: 1,
  rounds: [
    {
      round: 1,
      question,
      status: 'prepared',
      openedAt: null,
      endsAt: null,
      closedAt: null,
      quorum,
      votes: [],
      waiting: [],
      result: null,
    },
  ],
  elected: [],
  chairDecision: null,
  cancelled: null,
  may: { run: true, decide: false, voteFor: null },
}
const view: AwardsView = {
  seasonId: 'DBSH-2020',
  phase: 'deliberation',
  revision: 7,
  isFinal: false,
  isOpen: true,
  units: [],
  grades: [],
  gates: [],
  kinds: [kind],
  proposals,
}

beforeEach(() => loadWords('vi', ['awards', 'problem', 'shell', 'fault']))

async function open(listed: MeetingSummary[]) {
  const asked = serve(
    answer(meetings.list, { items: listed, mayPrepare: true }),
    answer(meetings.show, meeting),
    answer(ballots.prepare, ballot),
    answer(awards.linkBallot, view),
  )
  let isClosed = false
  const close = () => {
    isClosed = true
  }
  await renderAt(<VoteDialog view={view} kind={kind} proposals={proposals} onClose={close} />, {
    session: sessionOf('secretary'),
  })
  return {
    isClosed: () => isClosed,
    sent: () => asked.filter(({ method }) => method === 'POST').map(({ url, body }) => [url.pathname, body]),
  }
}

test('one ballot asks yes or no to every unit proposed, by the rules of the award, and is named in each proposal', async () => {
  const { sent, isClosed } = await open([{ ...summary, id: id(9), status: 'closed' }, summary])
  expect(await screen.findByText(/từng đơn vị: Quảng Ninh, Hải Dương/)).toBeTruthy()
  expect((await screen.findByLabelText<HTMLSelectElement>('Mục chương trình')).value).toBe(id(4))
  fireEvent.click(screen.getByRole('button', { name: 'Chuẩn bị biểu quyết' }))
  await expect.poll(isClosed).toBe(true)
  const [prepared, ...linked] = sent()
  expect(prepared).toEqual([
    '/api/ballots',
    expect.objectContaining({ meetingId: id(1), itemId: id(4), question, legalBasis: flag.legalBasis }),
  ])
  expect(linked).toEqual(
    [6, 7].map((n) => [`/api/seasons/DBSH-2020/awards/proposals/${id(n)}/ballot`, { ballotId: id(5) }]),
  )
})

test('without a meeting that can take a vote the way to the meetings is shown', async () => {
  await open([{ ...summary, status: 'closed' }])
  expect(await screen.findByRole('link', { name: 'Tới trang họp' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Chuẩn bị biểu quyết' })).toBeNull()
})

import { ballots } from '@bangvang/contract/ballots'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { answer, serve } from '../../lib/answer.ts'
import { ballotOf, itemIds, meetingOf } from '../../lib/meeting-sample.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { ItemBallots } from './item-ballots.tsx'
import { questionOf } from './question-fields.tsx'
import { neededVotes } from './question-words.ts'

const delegate = sessionOf('delegate', { id: 'HDU', name: 'Hải Dương' })
const now = new Date('2021-01-17T02:42:00Z')
const listOf = (...items: ReturnType<typeof ballotOf>[]) => answer(ballots.list, { items, now })

test('a unit votes once, and is told when its vote was sent', async () => {
  const [round] = ballotOf().rounds
  const own = { ...round?.votes[0], unitId: 'HDU', unitName: 'Hải Dương', choice: 'no' as const }
  const sent = ballotOf({ rounds: [{ ...round, votes: [own], waiting: [] } as never] })
  let isSent = false
  const asked = serve(
    answer(ballots.list, () => ({ items: [isSent ? sent : ballotOf()], now })),
    answer(ballots.cast, () => {
      isSent = true
      return sent
    }),
  )
  await renderAt(<ItemBallots meeting={meetingOf()} itemId={itemIds[0]} />, { session: delegate })
  fireEvent.click(await screen.findByRole('button', { name: 'Gửi phiếu' }))
  expect(asked.some(({ method }) => method === 'POST')).toBe(false)
  fireEvent.click(screen.getByRole('radio', { name: 'Không đồng ý' }))
  fireEvent.click(screen.getByRole('button', { name: 'Gửi phiếu' }))
  await screen.findByText('Đã gửi lúc 09:41')
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ round: 1, choice: 'no' })
  expect(screen.queryByRole('button', { name: 'Gửi phiếu' })).toBeNull()
})

test('the rule and the number of votes it needs stand beside the question', async () => {
  serve(listOf(ballotOf()))
  await renderAt(<ItemBallots meeting={meetingOf()} itemId={itemIds[0]} />, { session: delegate })
  expect((await screen.findAllByText('cần 2/3: quá 1/2 số thành viên')).length).toBeGreaterThan(0)
})

test('the least number of votes is exact at the edge', () => {
  expect(neededVotes({ share: '4/5', test: 'atLeast' }, 9)).toBe(8)
  expect(neededVotes({ share: '4/5', test: 'atLeast' }, 10)).toBe(8)
  expect(neededVotes({ share: '1/2', test: 'moreThan' }, 10)).toBe(6)
  expect(neededVotes({ share: '1/2', test: 'moreThan' }, 9)).toBe(5)
})

test('a tie is shown as a tie, and who runs the meeting prepares the next round', async () => {
  const [round] = ballotOf().rounds
  const tie = ballotOf({
    status: 'closed',
    may: { run: true, decide: false, voteFor: null },
    rounds: [
      {
        ...round,
        status: 'closed',
        question: {
          ...round?.question,
          kind: 'choose',
          options: ['Hải Dương', 'Bắc Ninh'],
          seats: 1,
          maxChoices: 1,
        },
        result: {
          counts: {
            members: 3,
            present: 2,
            written: 0,
            cast: 2,
            invalid: 0,
            valid: 2,
            blank: 0,
            expressed: 2,
          },
          options: [],
          passed: null,
          outcome: 'tie',
          elected: [],
          tied: ['Hải Dương', 'Bắc Ninh'],
          seatsLeft: 1,
          next: { kind: 'secondRound', options: ['Hải Dương', 'Bắc Ninh'], seats: 1 },
        },
      } as never,
    ],
  })
  const asked = serve(listOf(tie), answer(ballots.nextRound, tie))
  await renderAt(<ItemBallots meeting={meetingOf()} itemId={itemIds[0]} />, { session: delegate })
  await screen.findByText('Bằng phiếu: Hải Dương, Bắc Ninh')
  fireEvent.click(screen.getByRole('button', { name: 'Chuẩn bị vòng tiếp' }))
  await waitFor(() => expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ round: 1 }))
})

test('the form of a new vote makes the question that core counts', () => {
  const form = new FormData()
  const typed = { kind: 'choose', options: ' Hải Dương \n\nBắc Ninh', seats: '1', most: '1', share: '1/2' }
  for (const [name, value] of Object.entries({ ...typed, of: 'valid', test: 'moreThan', quorumShare: '4/5' }))
    form.set(name, value)
  form.set('countsWritten', 'on')
  expect(questionOf(form)).toEqual({
    kind: 'choose',
    options: ['Hải Dương', 'Bắc Ninh'],
    seats: 1,
    maxChoices: 1,
    quorum: { share: '4/5', of: 'members', test: 'atLeast', counts: 'presentOrWritten' },
    threshold: { share: '1/2', of: 'valid', test: 'moreThan' },
  })
})

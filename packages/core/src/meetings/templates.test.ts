import { expect, test } from 'vitest'
import { parseShare } from '../ballots/question.ts'
import { meetingKinds } from './meeting.ts'
import { quorumOf } from './quorum.ts'
import { meetingTemplates, quorumRules } from './templates.ts'

test.each(meetingKinds)(
  'the template of %s says everything in both languages, with a quorum that is a share',
  (kind) => {
    const { title, quorum, items } = meetingTemplates[kind]
    expect(parseShare(quorum.share)).not.toBeNull()
    expect(quorum.legalBasis).not.toBe('')
    for (const { vi, en } of [title, ...items.map((item) => item.title)]) {
      expect(vi).not.toBe('')
      expect(en).not.toBe(vi)
      expect(vi).toBe(vi.normalize('NFC'))
    }
    expect(items.every(({ minutes }) => minutes > 0)).toBe(true)
  },
)

test('the preparatory meeting decides the ranking, proposes awards and elects the next chair', () => {
  expect(meetingTemplates.preparatory.items.map(({ kind }) => kind)).toEqual([
    'other',
    'report',
    'discussion',
    'vote',
    'vote',
    'election',
    'discussion',
    'other',
  ])
})

test('of nine an ordinary meeting needs six, a session on awards eight', () => {
  expect(quorumOf(quorumRules.ordinary, 6, 9)).toMatchObject({ needed: 6, holds: true })
  expect(quorumOf(quorumRules.awards, 7, 9)).toMatchObject({ needed: 8, holds: false })
})

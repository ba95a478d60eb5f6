import { type Conclusion, conclusionNotice } from '@bangvang/papers/builders/conclusion-notice'
import { minutes } from '@bangvang/papers/builders/minutes'
import { inSentence } from '@bangvang/papers/in-sentence'
import { issueWords, minutesWords, meetingWords as words } from '@bangvang/papers/words'
import { dayOf } from '@bangvang/papers/written'
import { unitWords } from './issue-words.ts'
import * as store from './meeting-store.ts'
import type { Matter, Source } from './source.ts'
import { unitNames } from './store.ts'

const matterOf = ({ id, title }: store.PaperMeeting, isFinal: boolean): Matter => ({
  aboutId: id,
  title,
  facts: { of: 'meeting' },
  isFinal,
})

type Minutes = NonNullable<Awaited<ReturnType<typeof store.findMinutes>>>

function signerOf({ signatures, meeting }: Minutes, part: 'chair' | 'secretary') {
  const signature = signatures.find((one) => one.part === part && one.addendum === 0)
  const named = part === 'chair' ? meeting.chairName : meeting.secretaryName
  if (signature === undefined) return { name: named, note: null }
  return { name: signature.byName, note: minutesWords.signedOn(dayOf(signature.at)) }
}

const parts = ['chair', 'secretary'] as const

/** The minutes of a meeting: final once the chair has approved them. */
export const minutesSource: Source = {
  matters: async ({ db, season }, aboutId) => {
    const meetings = await store.listMeetings(db, season.id, aboutId)
    return meetings
      .filter(({ minutes: status }) => status !== null)
      .map((meeting) => matterOf(meeting, meeting.minutes === 'approved' || meeting.minutes === 'locked'))
  },
  build: async ({ db }, { aboutId }, issue) => {
    const kept = await store.findMinutes(db, aboutId)
    if (kept === null) return null
    // An addendum counts once both have signed it.
    const isSigned = (number: number) =>
      parts.every((part) => kept.signatures.some((one) => one.addendum === number && one.part === part))
    const facts = {
      subject: kept.title,
      paragraphs: kept.paragraphs,
      addenda: kept.addenda.filter(({ number }) => isSigned(number)),
      sha256: kept.sha256,
      chair: signerOf(kept, 'chair'),
      secretary: signerOf(kept, 'secretary'),
    }
    return minutes(facts, issue)
  },
}

type Told = NonNullable<Awaited<ReturnType<typeof store.findConclusions>>>

function conclusionsOf({ items, contributions }: Told): Conclusion[] {
  const under = (itemId: string | null) =>
    contributions.filter((one) => one.itemId === itemId).map(({ body }) => body)
  const general = { title: words.general, sentences: under(null) }
  return [...items.map(({ id, title }) => ({ title, sentences: under(id) })), general]
}

function attendanceOf({ attendance, guests }: Told, members: number): string {
  const authorized = attendance.filter(({ state }) => state === 'authorized').length
  const there = attendance.filter(({ state }) => state === 'present').length + authorized
  const invited = guests.filter(({ isPresent }) => isPresent)
  const names = invited.map(({ name, organisation }) => organisation || name)
  const units = words.attended(there, members)
  const whole = authorized === 0 ? units : `${units}, ${words.authorized(authorized)}`
  return [whole, ...new Set(names)].join('; ')
}

/** The notice of what was concluded at a meeting: final once the meeting has ended. */
export const noticeSource: Source = {
  matters: async ({ db, season }, aboutId) => {
    const meetings = await store.listMeetings(db, season.id, aboutId)
    return meetings
      .filter(({ status }) => status !== 'planned')
      .map((meeting) => matterOf(meeting, meeting.status === 'closed'))
  },
  build: async ({ db, season }, { aboutId }, issue) => {
    const told = await store.findConclusions(db, aboutId)
    if (told === null) return null
    const owners = told.tasks.flatMap(({ ownerUnitId }) => (ownerUnitId === null ? [] : [ownerUnitId]))
    const units = await unitNames(db, owners)
    const tasks = told.tasks.map(({ title, ownerUnitId, ownerName, dueOn }) => {
      const unit = ownerUnitId === null ? undefined : units.get(ownerUnitId)
      const owner = [unit === undefined ? '' : unitWords(unit), ownerName].filter((name) => name !== '')
      return { what: title, owner: owner.join(', '), due: dueOn?.toISOString().slice(0, 10) ?? null }
    })
    const facts = {
      clusterName: season.clusterName.vi,
      meeting: inSentence(told.title),
      startedAt: told.startedAt ?? told.startsAt,
      place: told.place === '' ? words.online : told.place,
      concludedBy: issueWords.authority[1],
      attendance: attendanceOf(told, await store.countMembers(db, season)),
      conclusions: conclusionsOf(told),
      tasks,
    }
    return conclusionNotice(facts, issue)
  },
}

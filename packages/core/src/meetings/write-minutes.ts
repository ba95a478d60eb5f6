import type { Ballot, Question } from '../ballots/question.ts'
import type { TallyResult } from '../ballots/tally.ts'
import type { AttendanceState, ContributionKind, QuorumRule } from './meeting.ts'
import type { MinutesParagraph, ParagraphKind } from './minutes.ts'
import { isThere, minutesWords as words } from './minutes-words.ts'
import { quorumOf } from './quorum.ts'
import { ballotParagraphs } from './write-ballot.ts'

type Person = { name: string; title: string }
export type SaidFact = {
  /** Null: said outside any item. */
  itemId: string | null
  kind: ContributionKind
  body: string
  byName: string
  byUnitName: string | null
}
export type BallotFact = {
  itemId: string
  title: string
  legalBasis: string
  /** Closed rounds, the first first. */
  rounds: readonly {
    round: number
    question: Question
    result: TallyResult
    votes: readonly { unitName: string; choice: Ballot | null; paperNumber: string | null }[]
  }[]
  chairDecision: { options: readonly string[]; reason: string } | null
  cancelledReason: string | null
}

/** Everything a meeting left behind, by name, in its order. */
export type MinutesFacts = {
  title: string
  startedAt: Date
  endedAt: Date
  place: string
  isOnline: boolean
  chair: { name: string; unitName: string | null }
  secretary: { name: string }
  quorumRule: QuorumRule
  units: readonly {
    name: string
    state: AttendanceState
    people: readonly Person[]
    authorization: (Person & { paperNumber: string }) | null
  }[]
  guests: readonly { name: string; organisation: string; isPresent: boolean }[]
  items: readonly { id: string; position: number; title: string }[]
  said: readonly SaidFact[]
  ballots: readonly BallotFact[]
  tasks: readonly { title: string; ownerUnitName: string | null; ownerName: string; dueOn: string | null }[]
}

/** `title` is what the minutes are of, as it stands under their name. */
export type WrittenMinutes = { title: string; paragraphs: MinutesParagraph[] }

const of = (kind: ParagraphKind, text: string): MinutesParagraph => ({ kind, text })

/**
 * The minutes of a closed meeting (domain.md "Meetings": start and end, place, chair, secretary, attendance, proceedings,
 * votes, conclusions), as paragraphs that people then edit one by one. The same facts always make the same words.
 */
export function writeMinutes(facts: MinutesFacts): WrittenMinutes {
  const parts: [string, MinutesParagraph[]][] = [
    [words.attendance, attendance(facts)],
    [words.proceedings, proceedings(facts)],
    [words.conclusions, conclusions(facts)],
    [words.tasks, tasks(facts)],
  ]
  const written = parts.filter(([, paragraphs]) => paragraphs.length > 0)
  return {
    title: facts.title,
    paragraphs: [
      of('paragraph', words.began(facts.startedAt)),
      of('paragraph', words.place(facts.place, facts.isOnline)),
      ...written.flatMap(([name, paragraphs], index) => [
        of('heading', words.part(index + 1, name)),
        ...paragraphs,
      ]),
      of('paragraph', words.ended(facts.endedAt)),
    ],
  }
}

function attendance({ chair, secretary, units, guests, quorumRule }: MinutesFacts): MinutesParagraph[] {
  const there = units.filter(({ state }) => isThere(state))
  const absent = units.filter(({ state }) => !isThere(state)).map(({ name }) => name)
  const invited = guests.filter(({ isPresent }) => isPresent)
  return [
    of('paragraph', words.chair(chair.name, chair.unitName)),
    of('paragraph', words.secretary(secretary.name)),
    of('paragraph', words.present(there.length, units.length)),
    ...there.map(({ name, people, authorization }) =>
      of('bullet', authorization === null ? words.unit(name, people) : words.authorized(name, authorization)),
    ),
    ...(absent.length === 0 ? [] : [of('paragraph', words.absent(absent))]),
    ...(invited.length === 0 ? [] : [of('paragraph', words.guests)]),
    ...invited.map(({ name, organisation }) => of('bullet', words.guest(name, organisation))),
    of('paragraph', words.quorum(quorumOf(quorumRule, there.length, units.length))),
    ...(quorumRule.legalBasis === '' ? [] : [of('paragraph', words.basis(quorumRule.legalBasis))]),
  ]
}

function saidParagraphs(said: readonly SaidFact[]): MinutesParagraph[] {
  return said.map(({ kind, body, byName, byUnitName }) =>
    kind === 'conclusion'
      ? of('paragraph', words.concluded(byName, body))
      : of('bullet', words.said(byName, byUnitName, body)),
  )
}

function proceedings({ items, said, ballots }: MinutesFacts): MinutesParagraph[] {
  const outside = said.filter(({ itemId }) => !items.some(({ id }) => id === itemId))
  return [
    ...items.flatMap(({ id, position, title }) => {
      const here = said.filter(({ itemId }) => itemId === id)
      const comments = saidParagraphs(here.filter(({ kind }) => kind === 'comment'))
      const votes = ballots.filter(({ itemId }) => itemId === id).flatMap(ballotParagraphs)
      const concluded = saidParagraphs(here.filter(({ kind }) => kind === 'conclusion'))
      const all = [...comments, ...votes, ...concluded]
      return [
        of('heading', words.item(position, title)),
        ...(all.length === 0 ? [of('paragraph', words.nothingSaid)] : all),
      ]
    }),
    ...saidParagraphs(outside),
  ]
}

function conclusions({ items, said }: MinutesFacts): MinutesParagraph[] {
  return said
    .filter(({ kind }) => kind === 'conclusion')
    .map(({ itemId, body }) => {
      const position = items.find(({ id }) => id === itemId)?.position ?? null
      return of('bullet', words.conclusion(position, body))
    })
}

function tasks(facts: MinutesFacts): MinutesParagraph[] {
  return facts.tasks.map(({ title, ownerUnitName, ownerName, dueOn }) => {
    const owner = [ownerUnitName ?? '', ownerName].filter((name) => name !== '').join(', ')
    return of('bullet', words.task({ title, owner, dueOn }))
  })
}

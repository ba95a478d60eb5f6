import { randomUUID } from 'node:crypto'
import { minutes } from '@bangvang/contract/minutes'
import { afterEdit, isRewritable } from '@bangvang/core/meetings/minutes'
import { writeMinutes as write } from '@bangvang/core/meetings/write-minutes'
import { inTransaction, type Tx } from '../../../db.ts'
import type { Call } from '../../../http/mount.ts'
import { refusals } from '../../../http/problem.ts'
import { createMinutesDraft } from '../../../minutes-draft.ts'
import { lockToRun } from '../load.ts'
import { factsOf } from './facts.ts'
import { type Held, keepDraft, lockToEdit, note, textOf } from './load.ts'
import * as store from './store.ts'
import { minutesView, paragraphView } from './view.ts'

export async function showMinutes({ params, actor, deps }: Call<typeof minutes.show>) {
  return minutesView(deps.database.prisma, actor, params.meetingId)
}

const refuseWrite = refusals(minutes.write)

/** The minutes write themselves from the closed meeting, and anew while nobody has edited them (domain.md "Meetings"). */
export async function writeMinutes({ params, actor, now, deps }: Call<typeof minutes.write>) {
  return inTransaction(deps.database, async (tx) => {
    const found = await lockToRun(tx, actor, params.meetingId)
    const { meeting } = found
    if (meeting.status !== 'closed') throw refuseWrite('meeting-state')
    const before = await store.findMinutes(tx, meeting.id)
    if (before !== null && !isRewritable(before.status)) throw refuseWrite('minutes-state')
    const { title, paragraphs } = write(await factsOf(tx, found))
    await store.saveWritten(tx, meeting.id, { title, writtenAt: now, writtenBy: actor.name })
    await store.addParagraphs(
      tx,
      paragraphs.map((paragraph, index) => ({
        ...paragraph,
        text: paragraph.text.normalize('NFC'),
        id: randomUUID(),
        meetingId: meeting.id,
        position: index + 1,
      })),
    )
    await note(
      tx,
      { actor, now, meeting },
      { what: 'minutes-written', after: { title, paragraphs: paragraphs.length, isAnew: before !== null } },
    )
    return minutesView(tx, actor, meeting.id)
  })
}

type By = Pick<Call<typeof minutes.saveParagraph>, 'actor' | 'now'>

/** What follows every edit: a new revision, a draft that says the same, a note. */
async function edited(
  tx: Tx,
  by: By & { held: Held },
  told: { what: string; before?: unknown; after?: unknown },
) {
  const { actor, held } = by
  const { meeting } = held
  await store.saveRevision(tx, meeting.id, afterEdit(held.minutes.status))
  await keepDraft(tx, by, held)
  await note(tx, { ...by, meeting }, told)
  return minutesView(tx, actor, meeting.id)
}

const shown = ({ id, kind, text }: store.ParagraphRow) => ({ id, kind, text })

/** The paragraph as it stands now, for whoever lost a race; null where it is gone. */
function currentOf({ minutes: { paragraphs } }: Held, id: string): unknown {
  const row = paragraphs.find((paragraph) => paragraph.id === id)
  return row === undefined ? null : JSON.parse(JSON.stringify(paragraphView(row)))
}

const refuseAdd = refusals(minutes.addParagraph)

export async function addParagraph({ params, body, actor, now, deps }: Call<typeof minutes.addParagraph>) {
  return inTransaction(deps.database, async (tx) => {
    const held = await lockToEdit(tx, actor, params.meetingId)
    const { kind, text, afterId } = body
    const after = held.minutes.paragraphs.find(({ id }) => id === afterId)
    if (afterId !== null && after === undefined) throw refuseAdd('paragraph-changed', { current: null })
    const position = (after?.position ?? 0) + 1
    await store.makeRoom(tx, params.meetingId, position)
    const paragraph = { id: randomUUID(), kind, text }
    await store.addParagraphs(tx, [
      { ...paragraph, meetingId: params.meetingId, position, editedBy: actor.name, editedAt: now },
    ])
    return edited(tx, { actor, now, held }, { what: 'paragraph-added', after: paragraph })
  })
}

const refuseSave = refusals(minutes.saveParagraph)

export async function saveParagraph({ params, body, actor, now, deps }: Call<typeof minutes.saveParagraph>) {
  return inTransaction(deps.database, async (tx) => {
    const held = await lockToEdit(tx, actor, params.meetingId)
    const { meetingId, paragraphId: id } = params
    const { version, kind, text } = body
    const change = { kind, text, editedBy: actor.name, editedAt: now }
    const before = held.minutes.paragraphs.find((paragraph) => paragraph.id === id)
    if (before === undefined || !(await store.saveParagraph(tx, { id, meetingId, version }, change)))
      throw refuseSave('paragraph-changed', { current: currentOf(held, id) })
    const told = { what: 'paragraph-saved', before: shown(before), after: { id, kind, text } }
    return edited(tx, { actor, now, held }, told)
  })
}

const refuseRemove = refusals(minutes.removeParagraph)

export async function removeParagraph({
  params,
  query,
  actor,
  now,
  deps,
}: Call<typeof minutes.removeParagraph>) {
  return inTransaction(deps.database, async (tx) => {
    const held = await lockToEdit(tx, actor, params.meetingId)
    const { meetingId, paragraphId: id } = params
    const before = held.minutes.paragraphs.find((paragraph) => paragraph.id === id)
    if (before === undefined || !(await store.removeParagraph(tx, { id, meetingId, version: query.version })))
      throw refuseRemove('paragraph-changed', { current: currentOf(held, id) })
    return edited(tx, { actor, now, held }, { what: 'paragraph-removed', before: shown(before) })
  })
}

const refuseSend = refusals(minutes.sendOut)

/** A draft of the minutes, paragraph by paragraph, which the drafts room sends out; from then on it says what they say. */
export async function sendOut({ params, actor, now, deps }: Call<typeof minutes.sendOut>) {
  return inTransaction(deps.database, async (tx) => {
    const held = await lockToEdit(tx, actor, params.meetingId)
    const { meeting } = held
    if (held.minutes.draftId !== null) throw refuseSend('minutes-state')
    const draftId = await createMinutesDraft(tx, { actor, now }, await textOf(tx, held))
    await store.saveDraftId(tx, meeting.id, draftId)
    await note(tx, { actor, now, meeting }, { what: 'minutes-sent-out', after: { draftId } })
    return minutesView(tx, actor, meeting.id)
  })
}

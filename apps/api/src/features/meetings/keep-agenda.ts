import { randomUUID } from 'node:crypto'
import { meetings } from '@bangvang/contract/meetings'
import { inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import * as agenda from './agenda-store.ts'
import { hasFiles } from './attendance-store.ts'
import { lockToChange, note } from './load.ts'
import { meetingView } from './meeting-view.ts'
import { currentOf } from './plan-meeting.ts'

type Papers = Call<typeof meetings.addItem>['body']['papers']

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

// A linked file is one of the meeting, a link an address of the web; other papers are shown by their own rooms.
async function refuseUnknownPapers(tx: Tx, meetingId: string, papers: Papers): Promise<void> {
  for (const [index, { kind, ref }] of papers.entries()) {
    const isKnown =
      kind === 'file'
        ? isUuid(ref) && (await hasFiles(tx, meetingId, [ref]))
        : kind !== 'link' || /^https?:\/\/\S+$/.test(ref)
    if (!isKnown)
      throw new ProblemError('unknown-file', {
        errors: [{ pointer: `#/papers/${index}/ref`, code: 'unknown-file' }],
      })
  }
}

export async function addItem({ params, body, actor, now, deps }: Call<typeof meetings.addItem>) {
  return inTransaction(deps.database, async (tx) => {
    const { meeting } = await lockToChange(tx, actor, params.meetingId)
    await refuseUnknownPapers(tx, meeting.id, body.papers)
    const item = { id: randomUUID(), position: (await agenda.listItems(tx, meeting.id)).length + 1, ...body }
    await agenda.addItem(tx, { ...item, meetingId: meeting.id })
    await note(tx, { actor, now, meeting }, { what: 'item-added', after: item })
    return meetingView(tx, { actor, now }, meeting.id)
  })
}

/** The item of a meeting held to change; one of another meeting is not there. */
async function lockItem(
  tx: Tx,
  actor: Call<typeof meetings.changeItem>['actor'],
  params: { meetingId: string; itemId: string },
) {
  const { meeting } = await lockToChange(tx, actor, params.meetingId)
  const item = await agenda.findItem(tx, meeting.id, params.itemId)
  if (item === null) throw new ProblemError('not-found')
  return { meeting, item }
}

const refuseChange = refusals(meetings.changeItem)

export async function changeItem({ params, body, actor, now, deps }: Call<typeof meetings.changeItem>) {
  return inTransaction(deps.database, async (tx) => {
    const { meeting, item } = await lockItem(tx, actor, params)
    await refuseUnknownPapers(tx, meeting.id, body.papers)
    const { version, ...change } = body
    if (!(await agenda.saveItem(tx, { id: item.id, version }, change)))
      throw refuseChange('item-changed', { current: await currentOf(tx, { actor, now }, meeting.id) })
    const { id, title, kind, minutes, papers } = item
    await note(
      tx,
      { actor, now, meeting },
      { what: 'item-changed', before: { id, title, kind, minutes, papers }, after: { id, ...change } },
    )
    return meetingView(tx, { actor, now }, meeting.id)
  })
}

export async function moveItem({ params, body, actor, now, deps }: Call<typeof meetings.moveItem>) {
  return inTransaction(deps.database, async (tx) => {
    const { meeting, item } = await lockItem(tx, actor, params)
    const others = (await agenda.listItems(tx, meeting.id)).map(({ id }) => id).filter((id) => id !== item.id)
    const position = Math.min(body.position, others.length + 1)
    await agenda.saveOrder(tx, others.toSpliced(position - 1, 0, item.id))
    const { id, title } = item
    await note(
      tx,
      { actor, now, meeting },
      { what: 'item-moved', before: { id, title, position: item.position }, after: { id, position } },
    )
    return meetingView(tx, { actor, now }, meeting.id)
  })
}

const refuseRemove = refusals(meetings.removeItem)

/** An item under which something was said or voted, and the one being dealt with, stay. */
export async function removeItem({ params, actor, now, deps }: Call<typeof meetings.removeItem>) {
  return inTransaction(deps.database, async (tx) => {
    const { meeting, item } = await lockItem(tx, actor, params)
    if (meeting.currentItemId === item.id || (await agenda.isInUse(tx, meeting.id, [item.id])))
      throw refuseRemove('item-in-use')
    await agenda.removeItem(tx, item.id)
    await agenda.saveOrder(
      tx,
      (await agenda.listItems(tx, meeting.id)).map(({ id }) => id),
    )
    const { id, title, kind, position } = item
    await note(tx, { actor, now, meeting }, { what: 'item-removed', before: { id, title, kind, position } })
    return meetingView(tx, { actor, now }, meeting.id)
  })
}

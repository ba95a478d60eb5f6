import { randomUUID } from 'node:crypto'
import { proceedings } from '@bangvang/contract/proceedings'
import { mayRunMeeting } from '@bangvang/core/meetings/policy'
import { inTransaction } from '../../../db.ts'
import type { Call } from '../../../http/mount.ts'
import { refusals } from '../../../http/problem.ts'
import { lockMeeting, lockToRun, note } from '../load.ts'
import * as store from '../proceedings-store.ts'
import { refuseStrangeItem, refuseStrangeUnit, refuseUnlessRunning, speakerOf } from './run.ts'
import { mayEditContribution, proceedingsView } from './view.ts'

const refuse = refusals(proceedings.contribute)

/** What is said is typed as it is said: by its speaker, or by chair and secretary, who alone conclude. */
export async function contribute({ params, body, actor, now, deps }: Call<typeof proceedings.contribute>) {
  return inTransaction(deps.database, async (tx) => {
    const found = { ...(await lockMeeting(tx, actor, params.meetingId)), actor }
    const { meeting } = found
    refuseUnlessRunning(found)
    if (body.kind === 'conclusion' && !mayRunMeeting(actor, meeting)) throw refuse('not-meeting-officer')
    await refuseStrangeItem(tx, found, body.itemId)
    const { name: byName, unitId: byUnitId } = await speakerOf(tx, found, body.speaker)
    const said = { id: randomUUID(), itemId: body.itemId, kind: body.kind, body: body.body, byName, byUnitId }
    const number = await store.addContribution(tx, {
      ...said,
      meetingId: meeting.id,
      enteredBy: actor.name,
      enteredById: actor.mandate?.id ?? actor.personId,
      at: now,
    })
    await note(
      tx,
      { actor, now, meeting },
      {
        what: body.kind === 'conclusion' ? 'conclusion-typed' : 'contribution-typed',
        after: { number, ...said },
      },
    )
    return proceedingsView(tx, { actor, now }, meeting.id)
  })
}

const refuseChange = refusals(proceedings.changeContribution)

export async function changeContribution({
  params,
  body,
  actor,
  now,
  deps,
}: Call<typeof proceedings.changeContribution>) {
  return inTransaction(deps.database, async (tx) => {
    const found = await lockMeeting(tx, actor, params.meetingId)
    const { meeting } = found
    const said = await store.findContribution(tx, meeting.id, params.contributionId)
    const isTheirs =
      said !== null && (mayRunMeeting(actor, meeting) || said.enteredById === actor.mandate?.id)
    if (said === null || !isTheirs) throw refuseChange('not-found')
    refuseUnlessRunning(found)
    const change = { body: body.body, editedAt: now }
    const isSaved =
      mayEditContribution(actor, meeting, said) &&
      (await store.saveContribution(tx, { id: said.id, version: body.version }, change))
    if (!isSaved)
      throw refuseChange('contribution-changed', {
        current: JSON.parse(JSON.stringify(await proceedingsView(tx, { actor, now }, meeting.id))),
      })
    const { number } = said
    await note(
      tx,
      { actor, now, meeting },
      {
        what: 'contribution-changed',
        before: { number, body: said.body },
        after: { number, body: body.body },
      },
    )
    return proceedingsView(tx, { actor, now }, meeting.id)
  })
}

const dayOf = (day: string | null) => (day === null ? null : new Date(day))

/** A task of a meeting that has begun: what, by whom, by when. */
export async function addTask({ params, body, actor, now, deps }: Call<typeof proceedings.addTask>) {
  return inTransaction(deps.database, async (tx) => {
    const found = await lockToRun(tx, actor, params.meetingId)
    const { meeting } = found
    if (meeting.status === 'planned') throw refuseTask('meeting-state')
    await refuseStrangeItem(tx, found, body.itemId)
    await refuseStrangeUnit(tx, found, { unitId: body.ownerUnitId, pointer: '#/ownerUnitId' })
    const task = { id: randomUUID(), ...body }
    const number = await store.addTask(tx, { ...task, dueOn: dayOf(body.dueOn), meetingId: meeting.id })
    await note(tx, { actor, now, meeting }, { what: 'task-given', after: { number, ...task } })
    return proceedingsView(tx, { actor, now }, meeting.id)
  })
}

const refuseTask = refusals(proceedings.changeTask)

export async function changeTask({ params, body, actor, now, deps }: Call<typeof proceedings.changeTask>) {
  return inTransaction(deps.database, async (tx) => {
    const found = await lockToRun(tx, actor, params.meetingId)
    const { meeting } = found
    const task = await store.findTask(tx, meeting.id, params.taskId)
    if (task === null) throw refuseTask('not-found')
    await refuseStrangeItem(tx, found, body.itemId)
    await refuseStrangeUnit(tx, found, { unitId: body.ownerUnitId, pointer: '#/ownerUnitId' })
    const { version, isDone, dueOn, ...change } = body
    const doneAt = isDone ? (task.doneAt ?? now) : null
    const saved = { ...change, dueOn: dayOf(dueOn), doneAt }
    if (!(await store.saveTask(tx, { id: task.id, version }, saved)))
      throw refuseTask('task-changed', {
        current: JSON.parse(JSON.stringify(await proceedingsView(tx, { actor, now }, meeting.id))),
      })
    const { number, title, ownerUnitId, ownerName } = task
    await note(
      tx,
      { actor, now, meeting },
      {
        what: 'task-changed',
        before: { number, title, ownerUnitId, ownerName, dueOn: task.dueOn, doneAt: task.doneAt },
        after: { number, ...saved },
      },
    )
    return proceedingsView(tx, { actor, now }, meeting.id)
  })
}

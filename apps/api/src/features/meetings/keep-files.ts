import { randomUUID } from 'node:crypto'
import { meetings } from '@bangvang/contract/meetings'
import { inTransaction } from '../../db.ts'
import { forgetFile, keepFiles, takeFile } from '../../files/keep-file.ts'
import { sendFile } from '../../files/send-file.ts'
import type { Call, sent } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import * as store from './attendance-store.ts'
import { loadMeeting, lockToRun, note } from './load.ts'

/** Takes a paper of the meeting whole, tells its kind by its content, and only then writes the row that names it. */
export async function uploadFile({ params, actor, now, deps, request }: Call<typeof meetings.upload>) {
  // Before the bytes are read: who may not run the meeting sends none.
  await inTransaction(deps.database, (tx) => lockToRun(tx, actor, params.meetingId))
  const { file: taken, arrival } = await takeFile(deps, request)
  return keepFiles(deps, [arrival], async (tx) => {
    const { meeting } = await lockToRun(tx, actor, params.meetingId)
    const file = { id: randomUUID(), ...taken, uploadedAt: now, uploadedBy: actor.name }
    await store.saveFile(tx, { ...file, meetingId: meeting.id })
    const { id, name, sha256, size } = file
    await note(tx, { actor, now, meeting }, { what: 'file-uploaded', after: { id, name, sha256, size } })
    return file
  })
}

const refuse = refusals(meetings.file)

export async function sendMeetingFile({
  params,
  query,
  actor,
  deps,
  reply,
}: Call<typeof meetings.file>): Promise<typeof sent> {
  const db = deps.database.prisma
  const { meeting } = await loadMeeting(db, actor, params.meetingId)
  const { fileId } = params
  const file =
    (await store.findFile(db, meeting.id, fileId)) ?? (await store.findSignedFile(db, meeting.id, fileId))
  if (file === null || (await deps.files.size(file.sha256)) === null) throw refuse('not-found')
  return sendFile({ deps, reply }, file, query.download)
}

const refuseRemove = refusals(meetings.removeFile)

/** A file that the agenda, an authorization or an opinion names stays. */
export async function removeFile({ params, actor, now, deps }: Call<typeof meetings.removeFile>) {
  const { sha256 } = await inTransaction(deps.database, async (tx) => {
    const { meeting } = await lockToRun(tx, actor, params.meetingId)
    const file = await store.findFile(tx, meeting.id, params.fileId)
    if (file === null) throw refuseRemove('not-found')
    if (await store.isNamed(tx, meeting.id, file.id)) throw refuseRemove('file-in-use')
    await store.removeFile(tx, file.id)
    const { id, name, sha256: hash } = file
    await note(tx, { actor, now, meeting }, { what: 'file-removed', before: { id, name, sha256: hash } })
    return file
  })
  await forgetFile(deps, sha256)
  return undefined
}

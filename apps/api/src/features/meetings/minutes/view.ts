import type { MinutesView } from '@bangvang/contract/minutes'
import { isEditable, isRewritable, unsignedParts } from '@bangvang/core/meetings/minutes'
import { actsAsChair, mayRunMeeting, signsAs } from '@bangvang/core/meetings/policy'
import type { Actor } from '@bangvang/core/people/actor'
import type { Db } from '../../../db.ts'
import { ProblemError } from '../../../http/problem.ts'
import { type Loaded, loadMeeting } from '../load.ts'
import * as store from './store.ts'

export function paragraphView({
  meetingId: _,
  ...paragraph
}: store.ParagraphRow): MinutesView['paragraphs'][number] {
  return paragraph
}

const signaturesOf = ({ signatures }: store.MinutesRow, wanted: number) =>
  signatures
    .filter(({ addendum }) => addendum === wanted)
    .map(({ part, byName, at, sha256 }) => ({ part, byName, at, sha256 }))

function mayOf(actor: Actor, { meeting, season }: Loaded, row: store.MinutesRow): MinutesView['may'] {
  const isRunner = season.phase !== 'archived' && mayRunMeeting(actor, meeting)
  const part = isRunner ? signsAs(actor, meeting) : null
  const isUnsigned = part !== null && unsignedParts(signaturesOf(row, 0)).includes(part)
  return {
    rewrite: isRunner && isRewritable(row.status),
    edit: isRunner && isEditable(row.status),
    sendOut: isRunner && isEditable(row.status) && row.draftId === null,
    approve: isRunner && actsAsChair(actor, meeting) && isEditable(row.status),
    sign: row.status === 'approved' && isUnsigned ? part : null,
    addAddendum: isRunner && row.status === 'locked',
  }
}

/** The minutes as the actor may see them; not there before they are written. */
export async function minutesView(db: Db, actor: Actor, meetingId: string): Promise<MinutesView> {
  const found = await loadMeeting(db, actor, meetingId)
  const row = await store.findMinutes(db, meetingId)
  if (row === null) throw new ProblemError('not-found')
  const { approvedBy, approvedAt, approvedBallot: ballotId } = row
  return {
    meetingId,
    status: row.status,
    title: row.title,
    revision: row.revision,
    writtenAt: row.writtenAt,
    writtenBy: row.writtenBy,
    paragraphs: row.paragraphs.map(paragraphView),
    draftId: row.draftId,
    sha256: row.sha256,
    approved:
      approvedBy === null || approvedAt === null ? null : { byName: approvedBy, at: approvedAt, ballotId },
    signatures: signaturesOf(row, 0),
    lockedAt: row.lockedAt,
    signedFiles: row.signedFiles.map(({ meetingId: _, ...file }) => file),
    addenda: row.addenda.map(({ number, text, reason, byName, at, sha256 }) => ({
      number,
      text,
      reason,
      byName,
      at,
      sha256,
      signatures: signaturesOf(row, number),
    })),
    may: mayOf(actor, found, row),
  }
}

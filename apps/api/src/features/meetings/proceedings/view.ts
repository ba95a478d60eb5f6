import type {
  ContributionView,
  MeetingTaskView,
  ProceedingsView,
  SpeechView,
} from '@bangvang/contract/proceedings'
import { mayRunMeeting } from '@bangvang/core/meetings/policy'
import { quorumOf } from '@bangvang/core/meetings/quorum'
import type { Actor } from '@bangvang/core/people/actor'
import type { Db } from '../../../db.ts'
import { countPresent } from '../attendance-store.ts'
import { type Loaded, loadMeeting } from '../load.ts'
import { ruleOf } from '../meeting-view.ts'
import * as store from '../proceedings-store.ts'
import { listMembers } from '../store.ts'

/** Who looks, at what, with the names of its units. */
export type Look = Loaded & { actor: Actor; names: ReadonlyMap<string, string> }

const nameIn = (names: Look['names'], unitId: string | null) =>
  unitId === null ? null : (names.get(unitId) ?? unitId)

export function speechView(
  { actor, names }: Pick<Look, 'actor' | 'names'>,
  row: store.SpeechRow,
): SpeechView {
  const { meetingId: _, mandateId, ...speech } = row
  const isOwn = mandateId !== null && mandateId === actor.mandate?.id
  return { ...speech, unitName: nameIn(names, row.unitId), isOwn }
}

/** Whoever typed it may change it while the meeting runs, chair and secretary whatever was typed. */
export function mayEditContribution(
  actor: Actor,
  meeting: Loaded['meeting'],
  { enteredById }: Pick<store.ContributionRow, 'enteredById'>,
): boolean {
  if (meeting.status !== 'running') return false
  return enteredById === actor.mandate?.id || mayRunMeeting(actor, meeting)
}

export function contributionView(
  { actor, meeting, names }: Look,
  row: store.ContributionRow,
): ContributionView {
  const { meetingId: _, enteredById: __, ...contribution } = row
  return {
    ...contribution,
    byUnitName: nameIn(names, row.byUnitId),
    mayEdit: mayEditContribution(actor, meeting, row),
  }
}

function taskView({ names }: Look, { meetingId: _, ...task }: store.TaskRow): MeetingTaskView {
  return {
    ...task,
    ownerUnitName: nameIn(names, task.ownerUnitId),
    dueOn: task.dueOn?.toISOString().slice(0, 10) ?? null,
  }
}

/** What goes on in a meeting the actor may see; one out of sight is not there. */
export async function proceedingsView(
  db: Db,
  { actor, now }: { actor: Actor; now: Date },
  meetingId: string,
): Promise<ProceedingsView> {
  const { meeting, season } = await loadMeeting(db, actor, meetingId)
  const members = await listMembers(db, season)
  const look = { meeting, season, actor, names: new Map(members.map(({ id, name }) => [id, name])) }
  return {
    meetingId,
    now,
    status: meeting.status,
    currentItemId: meeting.currentItemId,
    quorum: quorumOf(ruleOf(meeting), await countPresent(db, meetingId), members.length),
    speeches: (await store.listSpeeches(db, meetingId)).map((row) => speechView(look, row)),
    contributions: (await store.listContributions(db, meetingId)).map((row) => contributionView(look, row)),
    tasks: (await store.listTasks(db, meetingId)).map((row) => taskView(look, row)),
  }
}

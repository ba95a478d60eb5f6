import type { notices } from '@bangvang/contract/notices'
import { listDraftTasks } from '@bangvang/core/notices/list-draft-tasks'
import { listMissing } from '@bangvang/core/notices/list-missing'
import { type TaskFacts, listTasks as tasksOf } from '@bangvang/core/notices/list-tasks'
import { type Actor, actsAs } from '@bangvang/core/people/actor'
import { criteriaInForce } from '../../criteria-in-force.ts'
import type { Database } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { listConsulted } from './draft-store.ts'
import * as store from './store.ts'

type Asked = { database: Database; actor: Actor; season: store.Season }

async function ownOf({ database, actor, season }: Asked): Promise<TaskFacts['own']> {
  const unitId = actor.mandate?.unitId ?? null
  if (!actsAs(actor, 'delegate', 'leader') || unitId === null || season.criteriaVersionId === null)
    return null
  const sheet = await store.findSheet(database.prisma, { seasonId: season.id, unitId })
  if (sheet === null) return null
  const { document, byCode } = await criteriaInForce(database, season.criteriaVersionId)
  return { status: sheet.status, missing: listMissing(document, sheet), criteria: byCode.size }
}

async function appraisedBy({ database, actor, season }: Asked): Promise<Pick<TaskFacts, 'cells' | 'onHold'>> {
  const isVice = actsAs(actor, 'viceChair')
  if ((!isVice && !actsAs(actor, 'appraiser')) || season.criteriaVersionId === null)
    return { cells: { of: 0, decided: 0 }, onHold: { units: 0, of: season.units } }
  const { document } = await criteriaInForce(database, season.criteriaVersionId)
  const holding = (document.gates ?? []).filter(({ effect }) => effect.kind === 'hold')
  const cells = await store.cellsOf(database, season.id, {
    only: isVice ? season.chairUnitId : null,
    butFor: actor.mandate?.unitId ?? null,
  })
  const units = isVice
    ? 0
    : await store.unitsUnder(
        database,
        season.id,
        holding.map(({ code }) => code),
      )
  return { cells, onHold: { units, of: season.units } }
}

async function tasksIn(asked: Asked) {
  const { database, actor, season } = asked
  return tasksOf({
    actor,
    season: { ...season, hasCriteria: season.criteriaVersionId !== null },
    deadlines: season.deadlines,
    own: await ownOf(asked),
    ...(await appraisedBy(asked)),
    comments: await store.commentsOf(database, season.id, actor.personId),
    unreadCorrections: await store.unreadCorrections(
      database.prisma,
      season.id,
      actor.mandate?.unitId ?? null,
    ),
  })
}

/** What the actor owes under this mandate, newest season first. */
export async function listTasks({ actor, deps: { database } }: Call<typeof notices.tasks>) {
  const seasons = await store.listSeasons(database.prisma, actor)
  const items = await Promise.all(seasons.map((season) => tasksIn({ database, actor, season })))
  return { items: [...items.flat(), ...listDraftTasks(actor, await listConsulted(database, actor))] }
}

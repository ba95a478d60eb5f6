import { pacts } from '@bangvang/contract/pacts'
import { mayRegister } from '@bangvang/core/pacts/policy'
import { record } from '../../audit/record.ts'
import { inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { holdOpen } from './show-pact.ts'
import * as store from './store.ts'

const most = 50
const refuse = refusals(pacts.saveMovement)

async function beginChange(tx: Tx, place: store.Place, now: Date): Promise<void> {
  await holdOpen(store.holdSeason(tx, place.seasonId))
  if (!(await store.beginChange(tx, place, now))) throw refuse('registration-signed')
}

/** A movement the unit undertakes to launch: saved where nobody changed it since it was seen. */
export async function saveMovement({ params, body, actor, now, deps }: Call<typeof pacts.saveMovement>) {
  if (!mayRegister(actor, params)) throw refuse('not-found')
  return inTransaction(deps.database, async (tx) => {
    await beginChange(tx, params, now)
    const stored = await store.findMovement(tx, params)
    if (stored === null && (await store.countMovements(tx, params)) >= most)
      throw refuse('too-many-movements')
    const saved = { title: body.title, content: body.content, updatedAt: now, updatedBy: actor.name }
    if (!(await store.saveMovement(tx, params, { ...saved, version: body.version })))
      throw refuse('movement-changed', { current: stored })
    await record(tx, {
      actor,
      now,
      seasonId: params.seasonId,
      what: 'movement-registered',
      about: { kind: 'pact-movement', id: params.movementId },
      before: stored && { title: stored.title, content: stored.content },
      after: { ...body, version: body.version + 1 },
    })
    return { id: params.movementId, ...saved, version: body.version + 1 }
  })
}

const refuseRemoval = refusals(pacts.removeMovement)

export async function removeMovement({
  params,
  query,
  actor,
  now,
  deps,
}: Call<typeof pacts.removeMovement>): Promise<undefined> {
  if (!mayRegister(actor, params)) throw refuseRemoval('not-found')
  await inTransaction(deps.database, async (tx) => {
    await beginChange(tx, params, now)
    const stored = await store.findMovement(tx, params)
    if (stored === null) throw refuseRemoval('not-found')
    if (!(await store.removeMovement(tx, params, query.version)))
      throw refuseRemoval('movement-changed', { current: stored })
    await record(tx, {
      actor,
      now,
      seasonId: params.seasonId,
      what: 'movement-removed',
      about: { kind: 'pact-movement', id: params.movementId },
      before: { title: stored.title, content: stored.content },
    })
  })
}

import type { TargetView } from '@bangvang/contract/pacts'
import { pacts } from '@bangvang/contract/pacts'
import type { FieldError } from '@bangvang/contract/problem'
import { mayRegister } from '@bangvang/core/pacts/policy'
import { targetFault } from '@bangvang/core/pacts/registration'
import type { Actor } from '@bangvang/core/people/actor'
import { record } from '../../audit/record.ts'
import { type CriteriaInForce, criteriaInForce } from '../../criteria-in-force.ts'
import { type Database, inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { holdOpen } from './show-pact.ts'
import * as store from './store.ts'

const refuse = refusals(pacts.saveTargets)

type Change = { criterionCode: string; target: string | null; note: string; version: number; pointer: string }
type Save = { database: Database; actor: Actor; now: Date; place: store.Place; changes: Change[] }

function faultsOf({ document, byCode }: CriteriaInForce, changes: readonly Change[]): FieldError[] {
  return changes.flatMap(({ criterionCode, target, pointer }) => {
    // A target of a criterion that is there no more can still be taken out.
    if (target === null) return []
    const placed = byCode.get(criterionCode)
    if (placed === undefined) throw refuse('unknown-criterion')
    const code = targetFault(document, placed.criterion, target)
    return code === null ? [] : [{ pointer: `${pointer}/target`, code }]
  })
}

async function saveOne(tx: Tx, { actor, now, place }: Save, change: Change): Promise<TargetView> {
  const { criterionCode, target, note, version } = change
  const at = { ...place, criterionCode }
  const stored = await store.findTarget(tx, at)
  const saved = { target, note, updatedAt: now, updatedBy: actor.name }
  if (!(await store.saveTarget(tx, at, { ...saved, version })))
    throw refuse('target-changed', { current: await store.findTarget(tx, at) })
  await record(tx, {
    actor,
    now,
    seasonId: place.seasonId,
    what: 'target-registered',
    about: { kind: 'pact-target', id: `${place.unitId} ${criterionCode}` },
    before: stored && { target: stored.target, note: stored.note },
    after: { target, note, version: version + 1 },
  })
  return { criterionCode, ...saved, version: version + 1 }
}

/** All or none, in the order of codes; every target that does not fit its criterion is named. */
async function saveAll(save: Save): Promise<TargetView[]> {
  const { database, actor, now, place } = save
  if (!mayRegister(actor, place)) throw refuse('not-found')
  return inTransaction(database, async (tx) => {
    const season = await holdOpen(store.holdSeason(tx, place.seasonId))
    const errors = faultsOf(await criteriaInForce(database, season.criteria.id), save.changes)
    if (errors.length > 0) throw refuse('target-invalid', { errors })
    if (!(await store.beginChange(tx, place, now))) throw refuse('registration-signed')
    const items: TargetView[] = []
    for (const change of save.changes) items.push(await saveOne(tx, save, change))
    return items
  })
}

/** Autosave of one target: saved where nobody changed it since it was seen. */
export async function saveTarget({ params, body, actor, now, deps }: Call<typeof pacts.saveTarget>) {
  const { criterionCode, ...place } = params
  const changes = [{ ...body, criterionCode, pointer: '#' }]
  const [saved] = await saveAll({ database: deps.database, actor, now, place, changes })
  if (saved === undefined) throw refuse('not-found')
  return saved
}

export async function saveTargets({ params, body, actor, now, deps }: Call<typeof pacts.saveTargets>) {
  const changes = body.targets
    .map((change, index) => ({ ...change, pointer: `#/targets/${index}` }))
    .sort((a, b) => (a.criterionCode < b.criterionCode ? -1 : 1))
  return { items: await saveAll({ database: deps.database, actor, now, place: params, changes }) }
}

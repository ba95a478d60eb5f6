import { type CorrectionView, criteria } from '@bangvang/contract/criteria'
import type { Actor } from '@bangvang/core/people/actor'
import { maySeeSeason, seesEveryUnit } from '@bangvang/core/seasons/policy'
import type { SeasonFacts } from '@bangvang/core/seasons/season'
import { record } from '../../audit/record.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import * as corrections from './correction-store.ts'
import * as seasonStore from './season-store.ts'

const refuse = refusals(criteria.corrections)

/** A correction as the actor sees it: of every unit, or of the actor's own alone. */
export function correctionFor(actor: Actor, season: SeasonFacts, correction: CorrectionView): CorrectionView {
  if (seesEveryUnit(actor, season)) return correction
  const own = actor.mandate?.seasonId === season.id ? actor.mandate.unitId : null
  return { ...correction, units: correction.units.filter(({ unitId }) => unitId === own) }
}

export async function listCorrections({ params, actor, deps }: Call<typeof criteria.corrections>) {
  const { prisma } = deps.database
  const season = await seasonStore.findSeason(prisma, params.seasonId)
  if (season === null || !maySeeSeason(actor, season)) throw refuse('not-found')
  const items = await corrections.listCorrections(prisma, season.id)
  return { items: items.map((one) => correctionFor(actor, season, one)) }
}

const refuseRead = refusals(criteria.acknowledge)

/** The unit has read what a correction changed for it; until then it is told of it (issue 3, point 2). */
export async function acknowledge({ params, actor, now, deps }: Call<typeof criteria.acknowledge>) {
  return inTransaction(deps.database, async (tx) => {
    const correction = await corrections.findCorrection(tx, params.correctionId)
    const season = correction && (await seasonStore.findSeason(tx, correction.seasonId))
    const unitId = actor.mandate?.unitId ?? null
    const isOwn =
      actor.mandate?.seasonId === correction?.seasonId &&
      correction?.units.some((unit) => unit.unitId === unitId)
    if (season === null || unitId === null || !isOwn) throw refuseRead('not-found')
    const read = { correctionId: params.correctionId, unitId, at: now, byName: actor.name }
    if (!(await corrections.saveRead(tx, read))) throw refuseRead('correction-read')
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'correction-read',
      about: { kind: 'criteria-correction', id: params.correctionId },
      after: { unitId },
    })
    const read_ = await corrections.findCorrection(tx, params.correctionId)
    if (read_ === null) throw refuseRead('not-found')
    return correctionFor(actor, season, read_)
  })
}

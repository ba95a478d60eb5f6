import { randomUUID } from 'node:crypto'
import { awards } from '@bangvang/contract/awards'
import { mayPropose, proposeAwards } from '@bangvang/core/awards/propose-awards'
import { record } from '../../audit/record.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { lockOpen } from './keep-kinds.ts'
import { awardsView, takenBy } from './show-awards.ts'
import { readStandings } from './standings.ts'
import * as store from './store.ts'

const refuse = refusals(awards.propose)

/** A unit is proposed for an award, from exactly the ranking that was shown (domain.md "Awards"). */
export async function proposeUnit({
  params,
  body,
  actor,
  now,
  deps: { database },
}: Call<typeof awards.propose>) {
  return inTransaction(database, async (tx) => {
    const season = await lockOpen(tx, actor, params.seasonId)
    const { kindCode, unitId: unit, reason } = body
    if (season.revision !== body.revision) throw refuse('ranking-changed')
    const kinds = await store.listKinds(tx, season.id)
    const proposals = await store.listProposals(tx, season.id)
    const taken = takenBy(proposals)
    if (taken.get(kindCode)?.has(unit)) throw refuse('already-proposed')
    const standings = await readStandings({ database, db: tx }, season)
    const suggestions = standings === null ? [] : proposeAwards({ ...standings, taken }, kinds)
    const suggestion = suggestions.find(({ kind }) => kind === kindCode)
    const standing = standings?.standings.find((one) => one.unit === unit)
    if (suggestion === undefined) throw refuse('unknown-award')
    const decision = mayPropose(suggestion, { unit, reason })
    if (!decision.ok) throw refuse(decision.refusal.reason)
    const proposed = {
      rank: standing?.rank ?? null,
      total: standing?.total ?? '0',
      revision: season.revision,
      sha256: standings?.sha256 ?? null,
    }
    const id = randomUUID()
    await store.saveProposal(tx, {
      id,
      seasonId: season.id,
      kindCode,
      unitId: unit,
      standing: proposed,
      reason,
      byName: actor.name,
      byMandateId: actor.mandate?.id ?? '',
      at: now,
    })
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'award-proposed',
      about: { kind: 'award-proposal', id },
      after: { award: kindCode, unit, reason, ...proposed },
    })
    return awardsView({ database, db: tx }, actor, season.id)
  })
}

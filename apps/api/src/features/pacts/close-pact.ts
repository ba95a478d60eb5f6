import { pacts } from '@bangvang/contract/pacts'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import { closePact as decide, type PactContent, type PactSignature } from '@bangvang/core/pacts/close-pact'
import { mayClosePact } from '@bangvang/core/pacts/policy'
import { record, sha256 } from '../../audit/record.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { holdOpen, pactView, signatureInForce } from './show-pact.ts'
import * as store from './store.ts'

const refuse = refusals(pacts.close)

/** The signatures that hold, in the cluster's order. */
function signaturesOf(season: store.PactSeason, rows: readonly store.RegistrationRow[]): PactSignature[] {
  return season.units.flatMap(({ id }) => {
    const row = rows.find(({ unitId }) => unitId === id)
    const signature = signatureInForce(row, season)
    if (signature === null) return []
    const { sha256: hash, signedBy, signedAt } = signature
    return [{ unit: id, sha256: hash, signedBy, signedAt: signedAt.toISOString() }]
  })
}

/** The chair closes the pact at the pact meeting: every registration is frozen with it (issue 4, "The pact"). */
export async function closePact({ params, body, actor, now, deps }: Call<typeof pacts.close>) {
  if (!mayClosePact(actor, { id: params.seasonId })) throw refuse('not-found')
  return inTransaction(deps.database, async (tx) => {
    const season = await holdOpen(store.lockSeason(tx, params.seasonId))
    const signatures = signaturesOf(season, await store.listRegistrations(tx, season.id))
    const unitIds = season.units.map(({ id }) => id)
    const decision = decide({ unitIds, signatures, without: body.without })
    if (!decision.ok) throw refuse('pact-unsigned', { current: { without: decision.refusal.unitIds } })
    const content: PactContent = {
      format: 'bangvang.pact/1',
      season: { id: season.id, year: season.year },
      signatures,
      without: unitIds.filter((id) => body.without.includes(id)),
      closedAt: now.toISOString(),
      closedBy: actor.name,
    }
    const hash = sha256(canonicalJson(content))
    const by = { name: actor.name, mandateId: actor.mandate?.id ?? '', at: now }
    await store.savePact(tx, { content, sha256: hash }, by)
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'pact-closed',
      about: { kind: 'pact', id: season.id },
      after: { sha256: hash, signed: signatures.length, without: content.without },
    })
    return pactView(tx, actor, season.id)
  })
}

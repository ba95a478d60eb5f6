import type { PactView, RegistrationView } from '@bangvang/contract/pacts'
import { pacts } from '@bangvang/contract/pacts'
import { isOpenToRegistration, maySeePact, maySeeRegistration } from '@bangvang/core/pacts/policy'
import { isSignatureInForce } from '@bangvang/core/pacts/sign-pact'
import type { Actor } from '@bangvang/core/people/actor'
import type { Db } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import * as store from './store.ts'

/** Whether registrations may change now. */
export function isOpen(season: store.PactSeason): boolean {
  const { phase, criteria, pact } = season
  return isOpenToRegistration({ phase, hasCriteria: criteria !== null, isPactClosed: pact !== null })
}

/** The season under a hold, where registrations may change; a closed pact refuses. */
export async function holdOpen(hold: Promise<store.PactSeason | null>) {
  const season = await hold
  if (season === null) throw new ProblemError('not-found')
  if (season.criteria === null || !isOpen(season)) throw new ProblemError('pact-closed')
  return { ...season, criteria: season.criteria }
}

/** The signature under a registration that holds by the criteria in force, or null. */
export function signatureInForce(row: store.RegistrationRow | undefined, season: store.PactSeason) {
  const signature = row?.signatures[0] ?? null
  if (row === undefined || signature === null || season.criteria === null) return null
  return isSignatureInForce({ status: row.status, signature }, season.criteria.sha256) ? signature : null
}

function registrationView(
  unit: { id: string; name: string },
  row: store.RegistrationRow | undefined,
  { season, isSeen }: { season: store.PactSeason; isSeen: boolean },
): RegistrationView {
  const last = row?.signatures[0]
  return {
    unitId: unit.id,
    unitName: unit.name,
    status: row?.status ?? 'draft',
    signature: last
      ? {
          number: last.number,
          signedAt: last.signedAt,
          signedBy: last.signedBy,
          isInForce: signatureInForce(row, season) !== null,
        }
      : null,
    content: isSeen
      ? {
          revision: row?.revision ?? 0,
          sha256: signatureInForce(row, season)?.sha256 ?? null,
          targets: row?.targets ?? [],
          movements: row?.movements ?? [],
        }
      : null,
  }
}

/** The pact as this actor may see it; a pact not theirs to see is not there. */
export async function pactView(db: Db, actor: Actor, seasonId: string): Promise<PactView> {
  const season = await store.findSeason(db, seasonId)
  if (season === null || !maySeePact(actor, season)) throw refuse('not-found')
  const rows = new Map((await store.listRegistrations(db, seasonId)).map((row) => [row.unitId, row]))
  const { pact } = season
  const seen = { id: season.id, isPactClosed: pact !== null }
  return {
    seasonId,
    phase: season.phase,
    hasCriteria: season.criteria !== null,
    isOpen: isOpen(season),
    closed: pact && {
      at: pact.closedAt,
      byName: pact.closedBy,
      sha256: pact.sha256,
      without: pact.content.without,
    },
    registrations: season.units.map((unit) =>
      registrationView(unit, rows.get(unit.id), {
        season,
        isSeen: maySeeRegistration(actor, seen, unit.id),
      }),
    ),
  }
}

const refuse = refusals(pacts.show)

export function showPact({ params, actor, deps }: Call<typeof pacts.show>) {
  return pactView(deps.database.prisma, actor, params.seasonId)
}

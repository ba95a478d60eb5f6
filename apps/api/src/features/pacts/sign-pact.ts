import { pacts } from '@bangvang/contract/pacts'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import { maySignPact } from '@bangvang/core/pacts/policy'
import { type RegisteredTarget, registrationContent } from '@bangvang/core/pacts/registration'
import { signPact as decide, type SignRefusal } from '@bangvang/core/pacts/sign-pact'
import { record, sha256 } from '../../audit/record.ts'
import { criteriaInForce } from '../../criteria-in-force.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { type ProblemError, refusals } from '../../http/problem.ts'
import { holdOpen, pactView } from './show-pact.ts'
import * as store from './store.ts'

const refuse = refusals(pacts.sign)

function asProblem(refusal: SignRefusal): ProblemError {
  if (refusal.reason !== 'registration-invalid') return refuse(refusal.reason)
  return refuse('registration-invalid', {
    errors: refusal.faults.map(({ criterionCode, code }) => ({
      pointer: `#/targets/${criterionCode}`,
      code,
    })),
  })
}

function registeredOf({ targets }: store.RegistrationRow): RegisteredTarget[] {
  return targets.flatMap(({ criterionCode, target, note }) =>
    target === null ? [] : [{ criterionCode, target, note }],
  )
}

/** The leader signs what was shown: the registration's canonical JSON, its hash, the time (domain.md "The season"). */
export async function signPact({ params, body, actor, now, deps }: Call<typeof pacts.sign>) {
  if (!maySignPact(actor, params)) throw refuse('not-found')
  return inTransaction(deps.database, async (tx) => {
    const season = await holdOpen(store.holdSeason(tx, params.seasonId))
    const unit = season.units.find(({ id }) => id === params.unitId)
    if (unit === undefined) throw refuse('not-found')
    const row = await store.findRegistration(tx, params)
    if (row === null) throw refuse('registration-empty')
    const { document } = await criteriaInForce(deps.database, season.criteria.id)
    const { status, revision, movements } = row
    const targets = registeredOf(row)
    const decision = decide({ status, revision, seenRevision: body.revision, document, targets, movements })
    if (!decision.ok) throw asProblem(decision.refusal)
    const content = registrationContent({
      season,
      unit: { code: unit.id, name: unit.name },
      criteria: season.criteria,
      targets,
      movements,
    })
    const hash = sha256(canonicalJson(content))
    const number = (row.signatures[0]?.number ?? 0) + 1
    const by = { name: actor.name, mandateId: actor.mandate?.id ?? '', at: now }
    const signature = { content, sha256: hash, criteriaSha256: season.criteria.sha256, ...by }
    if (!(await store.saveSignature(tx, { ...params, revision, number }, signature)))
      throw refuse('registration-changed')
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'registration-signed',
      about: { kind: 'pact-registration', id: params.unitId },
      before: { status, revision },
      after: { number, sha256: hash, targets: targets.length, movements: movements.length },
    })
    return pactView(tx, actor, season.id)
  })
}

const refuseReopening = refusals(pacts.reopen)

/** The leader opens it again, before the chair closes the pact; the signature that was stays readable. */
export async function reopenRegistration({ params, body, actor, now, deps }: Call<typeof pacts.reopen>) {
  if (!maySignPact(actor, params)) throw refuseReopening('not-found')
  return inTransaction(deps.database, async (tx) => {
    const season = await holdOpen(store.holdSeason(tx, params.seasonId))
    if (!(await store.saveReopened(tx, params))) throw refuseReopening('registration-not-signed')
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'registration-reopened',
      about: { kind: 'pact-registration', id: params.unitId },
      before: { status: 'signed' },
      after: { status: 'draft', reason: body.reason },
    })
    return pactView(tx, actor, season.id)
  })
}

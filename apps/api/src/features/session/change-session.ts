import { session } from '@bangvang/contract/session'
import { weakPassword } from '@bangvang/core/people/weak-password'
import { record } from '../../audit/record.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { takeCookie } from '../../http/session.ts'
import { hashPassword, isPassword } from '../../password.ts'
import { sessionView } from './session-view.ts'
import { countedBy, secondsUntil } from './sign-in.ts'
import * as store from './store.ts'

/** Ends this browser's session. */
export async function signOut({
  signed,
  actor,
  now,
  deps,
  request,
  reply,
}: Call<typeof session.signOut>): Promise<undefined> {
  await inTransaction(deps.database, async (tx) => {
    await store.closeSession(tx, signed.tokenHash)
    await record(tx, {
      actor,
      now,
      seasonId: null,
      what: 'signed-out',
      about: { kind: 'person', id: actor.personId },
    })
  })
  takeCookie(request, reply)
}

/** Ends every session of the person, this one too. */
export async function signOutEverywhere({
  actor,
  now,
  deps,
  request,
  reply,
}: Call<typeof session.signOutEverywhere>): Promise<undefined> {
  await inTransaction(deps.database, async (tx) => {
    await store.closeSessions(tx, actor.personId, null)
    await record(tx, {
      actor,
      now,
      seasonId: null,
      what: 'signed-out-everywhere',
      about: { kind: 'person', id: actor.personId },
    })
  })
  takeCookie(request, reply)
}

const refusePassword = refusals(session.changePassword)

/** A wrong present password counts as a failed sign-in; a right change ends the other sessions. */
export async function changePassword({
  body,
  signed,
  actor,
  now,
  deps,
  request,
}: Call<typeof session.changePassword>): Promise<undefined> {
  const counted = countedBy(signed.person.email, request.ip)
  const blocked = await store.claimAttempt(deps.database, counted, now)
  if (blocked !== null) throw refusePassword('sign-in-delayed', { retryAfter: secondsUntil(blocked, now) })
  if (!(await isPassword(await store.findPasswordHash(deps.database.prisma, actor.personId), body.present)))
    throw refusePassword('wrong-password', { errors: [{ pointer: '#/present', code: 'wrong-password' }] })
  await inTransaction(deps.database, (tx) => store.takeBackAttempt(tx, counted, now))
  const weakness = weakPassword(body.next, signed.person)
  if (weakness !== null)
    throw refusePassword('weak-password', { errors: [{ pointer: '#/next', code: weakness }] })
  const passwordHash = await hashPassword(body.next)
  await inTransaction(deps.database, async (tx) => {
    await store.savePassword(tx, actor.personId, passwordHash)
    await store.closeSessions(tx, actor.personId, signed.tokenHash)
    await record(tx, {
      actor,
      now,
      seasonId: null,
      what: 'password-changed',
      about: { kind: 'person', id: actor.personId },
    })
  })
}

const refuseMandate = refusals(session.actUnder)

/** From now on each act is done under this mandate, and the journal says so. */
export async function actUnder({ body, signed, actor, now, deps }: Call<typeof session.actUnder>) {
  const mandate = signed.mandates.find(({ id }) => id === body.mandateId)
  if (mandate === undefined) {
    const own = await store.listMandates(deps.database.prisma, actor.personId)
    throw refuseMandate(own.some(({ id }) => id === body.mandateId) ? 'mandate-not-in-force' : 'not-found')
  }
  const acting = { ...signed, actor: { ...actor, mandate } }
  return inTransaction(deps.database, async (tx) => {
    await store.saveMandate(tx, signed.tokenHash, mandate.id)
    await record(tx, {
      actor: acting.actor,
      now,
      seasonId: null,
      what: 'mandate-chosen',
      about: { kind: 'mandate', id: mandate.id },
      before: actor.mandate && { mandateId: actor.mandate.id },
      after: { mandateId: mandate.id },
    })
    return sessionView(tx, deps, acting)
  })
}

export async function chooseLocale({
  body,
  signed,
  actor,
  now,
  deps,
}: Call<typeof session.chooseLocale>): Promise<undefined> {
  await inTransaction(deps.database, async (tx) => {
    await store.saveLocale(tx, actor.personId, body.locale)
    await record(tx, {
      actor,
      now,
      seasonId: null,
      what: 'locale-chosen',
      about: { kind: 'person', id: actor.personId },
      before: { locale: signed.person.locale },
      after: body,
    })
  })
}

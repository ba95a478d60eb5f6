import { randomInt, randomUUID } from 'node:crypto'
import { people } from '@bangvang/contract/people'
import { actsAs } from '@bangvang/core/people/actor'
import { mandateFaults, mayStandIn, overlaps } from '@bangvang/core/people/grant-mandate'
import { record } from '../../audit/record.ts'
import { type Db, inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import { hashPassword } from '../../password.ts'
import * as store from './store.ts'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Sixteen characters in fours, none that look alike: some 79 bits. Told once, good for one sign-in. */
export function oneTimePassword(): string {
  return Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-')
}

const emailOf = (text: string) => text.normalize('NFC').trim().toLowerCase()

async function personNow(db: Db, id: string) {
  const person = await store.findPerson(db, id)
  if (person === null) throw new ProblemError('not-found')
  return person
}

const refuseCreate = refusals(people.create)
const taken = { errors: [{ pointer: '#/email', code: 'email-taken' }] }

export async function createPerson({ body, actor, now, deps }: Call<typeof people.create>) {
  const password = oneTimePassword()
  const person = {
    id: randomUUID(),
    email: emailOf(body.email),
    name: body.name,
    passwordHash: await hashPassword(password),
    mustChangePassword: true,
    createdAt: now,
  }
  return inTransaction(deps.database, async (tx) => {
    if (!(await store.createPerson(tx, person))) throw refuseCreate('email-taken', taken)
    await record(tx, {
      actor,
      now,
      seasonId: null,
      what: 'person-created',
      about: { kind: 'person', id: person.id },
      after: { name: person.name, email: person.email },
    })
    return { person: await personNow(tx, person.id), oneTimePassword: password }
  })
}

const refuseChange = refusals(people.change)

/** A closed account is signed out everywhere; nobody closes their own. */
export async function changePerson({ params, body, actor, now, deps }: Call<typeof people.change>) {
  return inTransaction(deps.database, async (tx) => {
    const before = await store.lockPerson(tx, params.personId)
    if (before === null || (before.id === actor.personId && !body.isActive)) throw refuseChange('not-found')
    const change = { email: emailOf(body.email), name: body.name, isActive: body.isActive }
    if (!(await store.savePerson(tx, before.id, change))) throw refuseChange('email-taken', taken)
    if (!body.isActive) await store.endSessions(tx, before.id)
    const { email, name, isActive } = before
    await record(tx, {
      actor,
      now,
      seasonId: null,
      what: 'person-changed',
      about: { kind: 'person', id: before.id },
      before: { email, name, isActive },
      after: change,
    })
    return personNow(tx, before.id)
  })
}

const refuseReset = refusals(people.resetPassword)

export async function resetPassword({ params, actor, now, deps }: Call<typeof people.resetPassword>) {
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  return inTransaction(deps.database, async (tx) => {
    if ((await store.lockPerson(tx, params.personId)) === null) throw refuseReset('not-found')
    await store.saveOneTimePassword(tx, params.personId, passwordHash)
    await store.endSessions(tx, params.personId)
    await record(tx, {
      actor,
      now,
      seasonId: null,
      what: 'password-reset',
      about: { kind: 'person', id: params.personId },
    })
    return { oneTimePassword: password }
  })
}

const refuseGrant = refusals(people.grant)

type Grant = Call<typeof people.grant>['body']

// A substitute stands in for a mandate that is there; a season and its member unit are there.
async function refuseUnfit(db: Db, personId: string, wish: Grant): Promise<void> {
  if (wish.substituteForId !== null) {
    const mandate = await store.findMandate(db, wish.substituteForId)
    if (mandate === null) throw refuseGrant('not-found')
    if (!mayStandIn({ ...wish, personId }, mandate))
      throw refuseGrant('invalid-request', { errors: [{ pointer: '#/substituteForId', code: 'forbidden' }] })
  }
  if (wish.seasonId === null) return
  if (!(await store.hasSeason(db, wish.seasonId))) throw refuseGrant('not-found')
  if (wish.unitId !== null && !(await store.isMember(db, wish.seasonId, wish.unitId)))
    throw refuseGrant('unit-not-in-season', {
      errors: [{ pointer: '#/unitId', code: 'unit-not-in-season' }],
    })
}

/** A mandate within its role's scope, of a member unit of that year; the same one not twice at a time. */
export async function grantMandate({ params, body, actor, now, deps }: Call<typeof people.grant>) {
  const errors = mandateFaults(body).map(({ field, code }) => ({ pointer: `#/${field}`, code }))
  if (errors.length > 0) throw refuseGrant('invalid-request', { errors })
  return inTransaction(deps.database, async (tx) => {
    const person = await store.lockPerson(tx, params.personId)
    if (person === null) throw refuseGrant('not-found')
    await refuseUnfit(tx, person.id, body)
    if (person.mandates.some((mandate) => overlaps(mandate, body))) throw refuseGrant('mandate-overlaps')
    const mandate = { id: randomUUID(), personId: person.id, ...body, createdAt: now }
    await store.createMandate(tx, mandate)
    await record(tx, {
      actor,
      now,
      seasonId: body.seasonId,
      what: 'mandate-given',
      about: { kind: 'mandate', id: mandate.id },
      after: { personId: person.id, name: person.name, ...body },
    })
    return personNow(tx, person.id)
  })
}

const refuseEnd = refusals(people.endMandate)

/** Ends a mandate that is not over; administrators keep the one they act under. */
export async function endMandate({ params, body, actor, now, deps }: Call<typeof people.endMandate>) {
  return inTransaction(deps.database, async (tx) => {
    const mandate = await store.findMandate(tx, params.mandateId)
    const isOwn = actsAs(actor, 'administrator') && actor.mandate?.id === mandate?.id
    if (mandate === null || isOwn) throw refuseEnd('not-found')
    await store.lockPerson(tx, mandate.personId)
    if (body.endsOn < mandate.startsOn || (mandate.endsOn !== null && mandate.endsOn <= body.endsOn))
      throw refuseEnd('mandate-not-in-force')
    await store.saveEnd(tx, mandate.id, body.endsOn)
    await record(tx, {
      actor,
      now,
      seasonId: mandate.seasonId,
      what: 'mandate-ended',
      about: { kind: 'mandate', id: mandate.id },
      before: { endsOn: mandate.endsOn },
      after: { endsOn: body.endsOn },
    })
    return personNow(tx, mandate.personId)
  })
}

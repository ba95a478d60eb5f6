import { randomUUID } from 'node:crypto'
import { people } from '@bangvang/contract/people'
import { type FieldError, fieldErrors } from '@bangvang/contract/problem'
import { dayInVietnam } from '@bangvang/core/people/actor'
import { weakPassword } from '@bangvang/core/people/weak-password'
import { record } from '../../audit/record.ts'
import { type Database, inTransaction } from '../../db.ts'
import { hashPassword } from '../../password.ts'
import * as store from './store.ts'

/** Who is to be the first administrator, in their own words. */
export type AdministratorWish = { email: string; name: string; password: string }
export type FirstAdministrator =
  | { ok: true; email: string }
  | {
      ok: false
      refusal:
        | { reason: 'invalid-request'; errors: FieldError[] }
        | { reason: 'weak-password'; weakness: NonNullable<ReturnType<typeof weakPassword>> }
        | { reason: 'administrator-exists' }
        | { reason: 'email-taken' }
    }

const refused = (refusal: Extract<FirstAdministrator, { ok: false }>['refusal']): FirstAdministrator => ({
  ok: false,
  refusal,
})

/**
 * Makes the first administrator, for the terminal: no account opens the first one, and there is no default password.
 * Refused once somebody administrates; from then on accounts are opened by administrators. Of two at once one wins.
 */
export async function makeFirstAdministrator(
  database: Database,
  { email, name, password }: AdministratorWish,
  now: Date,
): Promise<FirstAdministrator> {
  const wish = people.create.body.safeParse({ email: email.normalize('NFC').trim().toLowerCase(), name })
  if (!wish.success) return refused({ reason: 'invalid-request', errors: fieldErrors(wish.error.issues) })
  const weakness = weakPassword(password, wish.data)
  if (weakness !== null) return refused({ reason: 'weak-password', weakness })
  const passwordHash = await hashPassword(password)
  const person = { id: randomUUID(), ...wish.data, passwordHash, mustChangePassword: false, createdAt: now }
  const today = dayInVietnam(now)
  return inTransaction(database, async (tx) => {
    await store.lockAdministration(tx)
    if (await store.hasAdministrator(tx, today)) return refused({ reason: 'administrator-exists' })
    if (!(await store.createPerson(tx, person))) return refused({ reason: 'email-taken' })
    const span = { startsOn: today, endsOn: null, paperNumber: null, substituteForId: null }
    const scope = { role: 'administrator' as const, seasonId: null, unitId: null }
    const mandate = { id: randomUUID(), personId: person.id, ...scope, ...span, createdAt: now }
    await store.createMandate(tx, mandate)
    const act = { actor: { personId: person.id, name: person.name, mandate: null }, now, seasonId: null }
    await record(tx, {
      ...act,
      what: 'person-created',
      about: { kind: 'person', id: person.id },
      after: wish.data,
    })
    await record(tx, {
      ...act,
      what: 'mandate-given',
      about: { kind: 'mandate', id: mandate.id },
      after: { personId: person.id, name: person.name, ...scope, ...span },
    })
    return { ok: true, email: person.email }
  })
}

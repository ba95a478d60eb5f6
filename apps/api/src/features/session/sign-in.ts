import { session } from '@bangvang/contract/session'
import { record, sha256 } from '../../audit/record.ts'
import { inTransaction } from '../../db.ts'
import type { Deps } from '../../http/deps.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { giveCookie, hashToken, newToken, sessionHours } from '../../http/session.ts'
import { isPassword } from '../../password.ts'
import { sessionView, signedNow } from './session-view.ts'
import * as store from './store.ts'

const refuse = refusals(session.signIn)

/** Of an account five failures are free; of an address, behind which a whole office may sit, fifty. */
export const countedBy = (email: string, address: string): store.Counted[] => [
  { key: `email ${sha256(email)}`, free: 5 },
  { key: `address ${sha256(address)}`, free: 50 },
]

/** Whole seconds until an attempt may be made again. */
export const secondsUntil = (instant: Date, now: Date): number =>
  Math.ceil((instant.getTime() - now.getTime()) / 1000)

async function fail(deps: Deps, email: string, now: Date): Promise<never> {
  await inTransaction(deps.database, (tx) =>
    record(tx, {
      actor: null,
      now,
      seasonId: null,
      what: 'sign-in-failed',
      about: { kind: 'account', id: sha256(email).slice(0, 16) },
    }),
  )
  throw refuse('wrong-credentials')
}

/** By e-mail and password. A wrong one is told the same, and takes as long, whether the account is there or not. */
export async function signIn({
  body,
  signed: before,
  now,
  deps,
  request,
  reply,
}: Call<typeof session.signIn>) {
  const email = body.email.normalize('NFC').trim().toLowerCase()
  const counted = countedBy(email, request.ip)
  const blocked = await store.claimAttempt(deps.database, counted, now)
  if (blocked !== null) throw refuse('sign-in-delayed', { retryAfter: secondsUntil(blocked, now) })
  const account = email.includes('\0') ? null : await store.findAccount(deps.database.prisma, email)
  const isRight = await isPassword(account?.passwordHash ?? null, body.password)
  if (account === null || !isRight || !account.isActive) return fail(deps, email, now)

  const token = newToken()
  const view = await inTransaction(deps.database, async (tx) => {
    await store.openSession(tx, {
      tokenHash: hashToken(token),
      personId: account.id,
      now,
      expiresAt: new Date(now.getTime() + sessionHours * 3_600_000),
    })
    if (before !== null) await store.closeSession(tx, before.tokenHash)
    await store.takeBackAttempt(tx, counted, now)
    const signed = await signedNow(tx, await store.findPerson(tx, account.id), now)
    await record(tx, {
      actor: signed.actor,
      now,
      seasonId: null,
      what: 'signed-in',
      about: { kind: 'person', id: account.id },
    })
    return sessionView(tx, deps, signed)
  })
  giveCookie(request, reply, token)
  return view
}

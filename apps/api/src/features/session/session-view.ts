import type { SessionView } from '@bangvang/contract/session'
import { type Actor, dayInVietnam, isInForce } from '@bangvang/core/people/actor'
import type { Db } from '../../db.ts'
import type { Deps } from '../../http/deps.ts'
import type { Signed } from '../../http/session.ts'
import * as store from './store.ts'

type Person = NonNullable<SessionView['person']>

/** What the browser may know of who is signed in, under which mandate. */
export async function sessionView(
  db: Db,
  deps: Deps,
  signed: Pick<Signed, 'person' | 'mandates' | 'actor'> | null,
): Promise<SessionView> {
  return {
    person: signed?.person ?? null,
    mandate: signed?.mandates.find(({ id }) => id === signed.actor.mandate?.id) ?? null,
    mandates: signed?.mandates ?? [],
    seasons: await store.listSeasons(db, signed?.actor ?? null),
    sampleAccounts: signed === null ? deps.sampleAccounts : null,
    now: deps.clock().toISOString(),
  }
}

/** A person just signed in, as the next request will find them. */
export async function signedNow(
  db: Db,
  person: Person,
  now: Date,
): Promise<Pick<Signed, 'person' | 'mandates' | 'actor'>> {
  const mandates = (await store.listMandates(db, person.id)).filter((mandate) =>
    isInForce(mandate, dayInVietnam(now)),
  )
  const actor: Actor = { personId: person.id, name: person.name, mandate: mandates[0] ?? null }
  return { person, mandates, actor }
}

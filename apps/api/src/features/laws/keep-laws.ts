import { randomUUID } from 'node:crypto'
import { type LawBody, type LawView, laws } from '@bangvang/contract/laws'
import { checkLaw } from '@bangvang/core/laws/check-law'
import { record } from '../../audit/record.ts'
import { inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import * as store from './store.ts'

/** Refuses a law that another already is, or that contradicts itself or the shelf. */
function refuseUnfit(law: LawBody & { id: string }, shelf: readonly LawView[]): void {
  const isTaken = shelf.some(
    ({ id, number, issuer }) => id !== law.id && number === law.number && issuer === law.issuer,
  )
  if (isTaken) throw new ProblemError('law-exists', { errors: [{ pointer: '#/number', code: 'law-exists' }] })
  const errors = checkLaw(law, shelf).map(({ path, code }) => ({ pointer: `#/${path}`, code }))
  if (errors.length > 0) throw new ProblemError('law-invalid', { errors })
}

/** The law as it stands after a change. */
export async function savedLaw(tx: Tx, id: string): Promise<LawView> {
  const law = await store.findLaw(tx, id)
  if (law === null) throw new ProblemError('not-found')
  return law
}

/** Ids as the database writes them: one law is not named in two spellings. */
const named = (law: LawBody): LawBody => ({
  ...law,
  replaces: law.replaces.map((one) => ({ ...one, lawId: one.lawId.toLowerCase() })),
})

export async function createLaw({ body, actor, now, deps }: Call<typeof laws.create>): Promise<LawView> {
  const id = randomUUID()
  const law = named(body)
  return inTransaction(deps.database, async (tx) => {
    await store.lockShelf(tx)
    refuseUnfit({ id, ...law }, await store.listLaws(tx))
    await store.createLaw(tx, id, { law, now })
    const about = { kind: 'law', id }
    await record(tx, { actor, now, seasonId: null, what: 'law-added', about, after: law })
    return savedLaw(tx, id)
  })
}

const refuse = refusals(laws.change)

/** Changes a law, its end included: a law that something names is never deleted. */
export async function changeLaw(call: Call<typeof laws.change>): Promise<LawView> {
  const { params, actor, now, deps } = call
  const { version, ...body } = call.body
  const law = named(body)
  return inTransaction(deps.database, async (tx) => {
    await store.lockShelf(tx)
    const shelf = await store.listLaws(tx)
    const present = shelf.find(({ id }) => id === params.lawId)
    if (present === undefined) throw refuse('not-found')
    if (present.version !== version) throw refuse('law-changed', { current: present })
    refuseUnfit({ id: present.id, ...law }, shelf)
    if (!(await store.changeLaw(tx, present, { law, now }))) throw refuse('law-changed')
    const { id, file: _, version: __, updatedAt: ___, ...before } = present
    const about = { kind: 'law', id }
    await record(tx, { actor, now, seasonId: null, what: 'law-changed', about, before, after: law })
    return savedLaw(tx, id)
  })
}

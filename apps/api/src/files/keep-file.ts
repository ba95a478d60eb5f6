import type { Readable } from 'node:stream'
import type { ProblemCode } from '@bangvang/contract/problem'
import type { FastifyRequest } from 'fastify'
import { inTransaction, type Tx } from '../db.ts'
import type { Deps } from '../http/deps.ts'
import { ProblemError } from '../http/problem.ts'
import { fileKind, fileName } from './file-kind.ts'
import type { Arrival } from './file-store.ts'

/** A file as a row names it; its bytes lie in the file store. */
export type TakenFile = { name: string; contentType: string; size: number; sha256: string }

/** Which of the kinds of files a place takes, by content type, and how it refuses the others. */
export type TakenKinds = { only: readonly string[]; refusal: ProblemCode }

/** A file that came whole and is of a kind that is taken; `keepFiles` keeps it with the row that names it. */
export type Upload = { file: TakenFile; arrival: Arrival }

/**
 * Takes an upload whole and tells its kind by its content; throws `too-large`, or `evidence-kind` (`kinds.refusal`) where
 * the kind is not taken, and then keeps nothing.
 */
export async function takeFile(deps: Deps, request: FastifyRequest, kinds?: TakenKinds): Promise<Upload> {
  const name = fileName(request.headers['x-file-name'] as string | undefined)
  const arrival = await deps.files.take(request.body as Readable, deps.env.UPLOAD_LIMIT_MB * 1024 * 1024)
  if (arrival === null) throw new ProblemError('too-large')
  const { sha256, size } = arrival
  const contentType = await fileKind(arrival.head, name)
  const isTaken = contentType !== null && (kinds?.only.includes(contentType) ?? true)
  if (isTaken) return { file: { name, contentType, size, sha256 }, arrival }
  await arrival.drop()
  throw new ProblemError(kinds?.refusal ?? 'evidence-kind')
}

/** Holds these bytes until the transaction ends: nobody else keeps or removes them. Held before anything else is. */
async function holdBytes(tx: Tx, sha256: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`bytes ${sha256}`}, 0))::text`
}

/**
 * One transaction that keeps bytes and, in `work`, writes the rows that name them; where it throws nothing of them stays. The
 * bytes are held until it ends, so that whoever takes the same ones away either goes before, or finds them named.
 */
export async function keepFiles<T>(
  deps: Deps,
  arrivals: readonly Arrival[],
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  // In one order always: two that keep the same bytes never wait for each other.
  const inOrder = [...arrivals].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
  return inTransaction(deps.database, async (tx) => {
    for (const { sha256, keep } of inOrder) {
      await holdBytes(tx, sha256)
      await keep()
    }
    return work(tx)
  }).catch(async (error) => {
    for (const { sha256, drop } of inOrder) {
      await drop()
      await forgetFile(deps, sha256)
    }
    throw error
  })
}

/** Removes bytes that no row of any room names. Called outside every transaction. */
export async function forgetFile(deps: Deps, sha256: string): Promise<void> {
  await inTransaction(deps.database, async (tx) => {
    await holdBytes(tx, sha256)
    if (!(await isNamed(tx, sha256))) await deps.files.remove(sha256)
  })
}

async function isNamed(tx: Tx, sha256: string): Promise<boolean> {
  const where = { where: { sha256 } }
  const named =
    (await tx.evidence.count(where)) ||
    (await tx.meetingFile.count(where)) ||
    (await tx.minutesSignedFile.count(where)) ||
    (await tx.paperFile.count(where)) ||
    (await tx.law.count({ where: { fileSha256: sha256 } }))
  return named > 0
}

import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { Db } from '../db.ts'
import type { Deps } from '../http/deps.ts'
import { ProblemError } from '../http/problem.ts'
import { fileKind, fileName } from './file-kind.ts'

/** A file whose bytes lie in the file store, and which no row names yet. */
export type TakenFile = { name: string; contentType: string; size: number; sha256: string }

/**
 * Takes an upload whole and tells its kind by its content; throws `too-large`, or `evidence-kind` where the kind is not
 * taken, and then keeps nothing. Whoever cannot write the row that names it forgets it again.
 */
export async function takeFile(
  deps: Deps,
  request: FastifyRequest,
  isTaken: (contentType: string) => boolean = () => true,
): Promise<TakenFile> {
  const name = fileName(request.headers['x-file-name'] as string | undefined)
  const stored = await deps.files.put(request.body as Readable, deps.env.UPLOAD_LIMIT_MB * 1024 * 1024)
  if (stored === null) throw new ProblemError('too-large')
  const { sha256, size } = stored
  const contentType = await fileKind(stored.head, name)
  if (contentType !== null && isTaken(contentType)) return { name, contentType, size, sha256 }
  await forgetFile(deps, sha256)
  throw new ProblemError('evidence-kind')
}

/** Removes bytes that no row of any room names. */
export async function forgetFile(deps: Deps, sha256: string): Promise<void> {
  if (!(await isNamed(deps.database.prisma, sha256))) await deps.files.remove(sha256)
}

async function isNamed(db: Db, sha256: string): Promise<boolean> {
  const counts = await Promise.all([
    db.evidence.count({ where: { sha256 } }),
    db.meetingFile.count({ where: { sha256 } }),
    db.law.count({ where: { fileSha256: sha256 } }),
  ])
  return counts.some((count) => count > 0)
}

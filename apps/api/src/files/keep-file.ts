import type { Readable } from 'node:stream'
import type { ProblemCode } from '@bangvang/contract/problem'
import type { FastifyRequest } from 'fastify'
import type { Db } from '../db.ts'
import type { Deps } from '../http/deps.ts'
import { ProblemError } from '../http/problem.ts'
import { fileKind, fileName } from './file-kind.ts'

/** A file whose bytes lie in the file store, and which no row names yet. */
export type TakenFile = { name: string; contentType: string; size: number; sha256: string }

/** Which of the kinds of files a place takes, by content type, and how it refuses the others. */
export type TakenKinds = { only: readonly string[]; refusal: ProblemCode }

/**
 * Takes an upload whole and tells its kind by its content; throws `too-large`, or `evidence-kind` (`kinds.refusal`) where
 * the kind is not taken, and then keeps nothing. Whoever cannot write the row that names it forgets it again.
 */
export async function takeFile(deps: Deps, request: FastifyRequest, kinds?: TakenKinds): Promise<TakenFile> {
  const name = fileName(request.headers['x-file-name'] as string | undefined)
  const stored = await deps.files.put(request.body as Readable, deps.env.UPLOAD_LIMIT_MB * 1024 * 1024)
  if (stored === null) throw new ProblemError('too-large')
  const { sha256, size } = stored
  const contentType = await fileKind(stored.head, name)
  const isTaken = contentType !== null && (kinds?.only.includes(contentType) ?? true)
  if (isTaken) return { name, contentType, size, sha256 }
  await forgetFile(deps, sha256)
  throw new ProblemError(kinds?.refusal ?? 'evidence-kind')
}

/** Removes bytes that no row of any room names. */
export async function forgetFile(deps: Deps, sha256: string): Promise<void> {
  if (!(await isNamed(deps.database.prisma, sha256))) await deps.files.remove(sha256)
}

async function isNamed(db: Db, sha256: string): Promise<boolean> {
  const counts = await Promise.all([
    db.evidence.count({ where: { sha256 } }),
    db.meetingFile.count({ where: { sha256 } }),
    db.minutesSignedFile.count({ where: { sha256 } }),
    db.paperFile.count({ where: { sha256 } }),
    db.law.count({ where: { fileSha256: sha256 } }),
  ])
  return counts.some((count) => count > 0)
}

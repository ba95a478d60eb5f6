import type { IssuedPaperView, papers } from '@bangvang/contract/papers'
import type { PaperFormat } from '@bangvang/core/papers/paper'
import { maySeePapers } from '@bangvang/core/papers/policy'
import type { FastifyReply } from 'fastify'
import type { Deps } from '../../http/deps.ts'
import { type Call, sent } from '../../http/mount.ts'
import { ProblemError } from '../../http/problem.ts'
import { headFile } from './render.ts'
import * as store from './store.ts'

type Wanted = { paper: IssuedPaperView; format: PaperFormat; deps: Deps; reply: FastifyReply }

async function send({ paper, format, deps, reply }: Wanted, cache: string): Promise<typeof sent> {
  const file = paper.files.find((one) => one.format === format)
  if (file === undefined || (await deps.files.size(file.sha256)) === null) throw new ProblemError('not-found')
  headFile(reply, paper.symbol, format)
    .header('content-length', file.size)
    .header('etag', `"${file.sha256}"`)
    .header('cache-control', cache)
    .send(deps.files.get(file.sha256))
  return sent
}

/** A file of an issued paper, to the season's people and the reviewer. */
export async function downloadPaper({
  params,
  actor,
  deps,
  reply,
}: Call<typeof papers.file>): Promise<typeof sent> {
  const paper = await store.findIssued(deps.database.prisma, params.paperId)
  if (paper === null || !maySeePapers(actor, { id: paper.seasonId })) throw new ProblemError('not-found')
  return send({ paper, format: params.format, deps, reply }, 'private, no-store')
}

/** A file of a published paper, to everyone; it may be taken back, so no cache keeps it unasked. */
export async function downloadPublic({
  params,
  deps,
  reply,
}: Call<typeof papers.publicFile>): Promise<typeof sent> {
  const paper = await store.findIssued(deps.database.prisma, params.paperId)
  if (paper === null || paper.publishedAt === null) throw new ProblemError('not-found')
  return send({ paper, format: params.format, deps, reply }, 'public, no-cache')
}

export async function listPublicPapers({ query, deps }: Call<typeof papers.listPublic>) {
  return { items: await store.listPublished(deps.database.prisma, query.seasonId) }
}

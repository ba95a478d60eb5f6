import { type LawView, laws } from '@bangvang/contract/laws'
import { record } from '../../audit/record.ts'
import { type Database, inTransaction, type Tx } from '../../db.ts'
import { forgetFile, keepFiles, type TakenFile, takeFile } from '../../files/keep-file.ts'
import { sendFile } from '../../files/send-file.ts'
import type { Call, sent } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import { savedLaw } from './keep-laws.ts'
import * as store from './store.ts'

/** A law's text is a document: PDF, or Word of either age. */
const kinds = {
  only: [
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/msword',
  ],
  refusal: 'law-file-kind',
} as const

type Change = Pick<Call<typeof laws.removeFile>, 'params' | 'query' | 'actor' | 'now' | 'deps'>

async function findFresh(database: Database, { params, query }: Pick<Change, 'params' | 'query'>) {
  const law = await store.findLaw(database.prisma, params.lawId)
  if (law === null) throw new ProblemError('not-found')
  if (law.version !== query.version) throw new ProblemError('law-changed', { current: law })
  return law
}

/** Puts the file in the place of what was there; answers the law, and the bytes it no longer names. */
async function exchange(tx: Tx, { params, query, actor, now }: Change, file: TakenFile | null) {
  const former = await store.findFile(tx, params.lawId)
  const seen = { id: params.lawId, version: query.version }
  if (!(await store.saveFile(tx, seen, { file, now })))
    throw new ProblemError('law-changed', { current: await savedLaw(tx, params.lawId) })
  const what = file === null ? 'law-file-removed' : 'law-file-put'
  const about = { kind: 'law', id: params.lawId }
  await record(tx, { actor, now, seasonId: null, what, about, before: former, after: file })
  return { law: await savedLaw(tx, params.lawId), former }
}

/** Takes a law's text whole, tells its kind by its content, and only then names it beside the law. */
export async function putFile(call: Call<typeof laws.putFile>): Promise<LawView> {
  const { deps, request } = call
  // Before the bytes are read: where the law changed meanwhile, none are taken.
  await findFresh(deps.database, call)
  const { file, arrival } = await takeFile(deps, request, kinds)
  const { law, former } = await keepFiles(deps, [arrival], (tx) => exchange(tx, call, file))
  if (former !== null) await forgetFile(deps, former.sha256)
  return law
}

/** Takes a law's text away; its bytes too, once no row names them. */
export async function removeFile(call: Call<typeof laws.removeFile>): Promise<LawView> {
  if ((await findFresh(call.deps.database, call)).file === null) throw new ProblemError('not-found')
  const { law, former } = await inTransaction(call.deps.database, (tx) => exchange(tx, call, null))
  if (former !== null) await forgetFile(call.deps, former.sha256)
  return law
}

const refuse = refusals(laws.file)

/** A law's text, to everyone signed in. Nothing in it ever runs here. */
export async function downloadFile({
  params,
  query,
  deps,
  reply,
}: Call<typeof laws.file>): Promise<typeof sent> {
  const file = await store.findFile(deps.database.prisma, params.lawId)
  if (file === null || (await deps.files.size(file.sha256)) === null) throw refuse('not-found')
  return sendFile({ deps, reply }, file, query.download)
}

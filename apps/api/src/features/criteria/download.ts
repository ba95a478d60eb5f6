import { criteria } from '@bangvang/contract/criteria'
import { toDocument } from '@bangvang/core/criteria/nodes'
import type { SheetLanguage } from '@bangvang/core/criteria/sheet-words'
import { mayReadDraft } from '@bangvang/core/drafts/policy'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import type { Actor } from '@bangvang/core/people/actor'
import type { FastifyReply } from 'fastify'
import type { Db } from '../../db.ts'
import { disposition } from '../../http/disposition.ts'
import { type Call, sent } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import { writeCriteria } from './criteria-workbook.ts'
import { readableVersion } from './show-versions.ts'
import * as store from './store.ts'

const types = {
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

function send(reply: FastifyReply, name: string, bytes: Buffer): typeof sent {
  const type = name.endsWith('.json') ? types.json : types.xlsx
  reply
    .header('content-type', type)
    .header('content-disposition', disposition('attachment', name))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(bytes)
  return sent
}

const fileNames = { vi: 'Bộ tiêu chí', en: 'Criteria' } as const
const workbookOf = async (document: unknown, language: SheetLanguage) =>
  Buffer.from(await writeCriteria(document, language))

/** The very bytes that the version's hash is of (RFC 8785). */
export async function downloadVersion({
  params,
  actor,
  deps,
  reply,
}: Call<typeof criteria.versionDocument>): Promise<typeof sent> {
  const { document, year, number } = await readableVersion(deps.database.prisma, actor, params.versionId)
  return send(reply, `${fileNames.vi} ${year}-${number}.json`, Buffer.from(canonicalJson(document)))
}

export async function downloadVersionSheet({
  params,
  query: { language },
  actor,
  deps,
  reply,
}: Call<typeof criteria.versionSheet>): Promise<typeof sent> {
  const { document, year, number } = await readableVersion(deps.database.prisma, actor, params.versionId)
  return send(reply, `${fileNames[language]} ${year}-${number}.xlsx`, await workbookOf(document, language))
}

const refuseDraft = refusals(criteria.document)

/** A draft of criteria that the actor reads, as its document; any other draft is not there. */
export async function readableCriteria(db: Db, actor: Actor, draftId: string) {
  const draft = await store.findDraft(db, draftId)
  if (draft === null || !mayReadDraft(actor, draft, draft.season)) throw new ProblemError('not-found')
  if (draft.kind !== 'criteria') throw refuseDraft('draft-kind')
  const nodes = await store.listNodes(db, draftId)
  return { draft, nodes, document: toDocument(nodes).document }
}

export async function downloadDraft({
  params,
  actor,
  deps,
  reply,
}: Call<typeof criteria.document>): Promise<typeof sent> {
  const { draft, document } = await readableCriteria(deps.database.prisma, actor, params.draftId)
  return send(reply, `${draft.title}.json`, Buffer.from(JSON.stringify(document, null, 2)))
}

export async function downloadDraftSheet({
  params,
  query: { language },
  actor,
  deps,
  reply,
}: Call<typeof criteria.sheet>): Promise<typeof sent> {
  const { draft, document } = await readableCriteria(deps.database.prisma, actor, params.draftId)
  return send(reply, `${draft.title}.xlsx`, await workbookOf(document, language))
}

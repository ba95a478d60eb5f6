import { papers } from '@bangvang/contract/papers'
import { formatsOf } from '@bangvang/core/papers/paper'
import { type Call, sent } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { issueOf } from './issue-words.ts'
import { headFile, render } from './render.ts'
import { findMatter, sources } from './sources.ts'
import * as store from './store.ts'

const refuse = refusals(papers.make)

/** A paper made now from what stands; nothing of it is kept. */
export async function makePaper(call: Call<typeof papers.make>): Promise<typeof sent> {
  const { params, query, actor, now, deps, reply } = call
  const { kind } = params
  const { format, ...about } = query
  const db = deps.database.prisma
  const season = await store.findSeason(db, params.seasonId)
  if (season === null) throw refuse('not-found')
  const reading = { database: deps.database, db, season, actor, now }
  const matter = await findMatter(reading, kind, about)
  if (matter === null) throw refuse('not-found')
  if (!formatsOf(kind).includes(format)) throw refuse('paper-format')
  const issue = issueOf({ kind, season, isFinal: matter.isFinal, now }, null)
  const paper = await sources[kind].build(reading, matter, issue)
  if (paper === null) throw refuse('not-found')
  const bytes = await render(paper, format)
  if (bytes === null) throw refuse(format === 'pdf' ? 'unavailable' : 'paper-format')
  const named = [paper.head.name, matter.title ?? '', season.id].filter((part) => part !== '').join(' ')
  headFile(reply, named, format).header('cache-control', 'private, no-store').send(Buffer.from(bytes))
  return sent
}

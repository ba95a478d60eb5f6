import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { type IssuedPaperView, papers } from '@bangvang/contract/papers'
import { issuePaper as decide } from '@bangvang/core/papers/issue-paper'
import { formatsOf, symbolOf } from '@bangvang/core/papers/paper'
import { mayIssuePapers } from '@bangvang/core/papers/policy'
import { type Paper, titleOf } from '@bangvang/papers/document'
import { record } from '../../audit/record.ts'
import type { Db, Tx } from '../../db.ts'
import type { Arrival, FileStore } from '../../files/file-store.ts'
import { forgetFile, keepFiles } from '../../files/keep-file.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { issueOf } from './issue-words.ts'
import { render } from './render.ts'
import { findMatter, sources } from './sources.ts'
import * as store from './store.ts'

const refuse = refusals(papers.issue)
const mostBytes = 64 * 1024 * 1024

type Issuing = Call<typeof papers.issue>

/** What is issued now: the thing the paper is made from, final, and which issue of it this is. */
async function findIssuable({ params, body, actor, now, deps }: Issuing, db: Db) {
  const { kind } = params
  const season = await store.findSeason(db, params.seasonId)
  if (season === null || !mayIssuePapers(actor, season)) throw refuse('not-found')
  const reading = { database: deps.database, db, season, actor, now }
  const matter = await findMatter(reading, kind, body.about)
  if (matter === null) throw refuse('not-found')
  const { aboutId, isFinal } = matter
  const editions = await store.countEditions(db, { seasonId: season.id, kind, aboutId })
  const decision = decide({ kind, phase: season.phase, isFinal, editions, seen: body.seen })
  if (!decision.ok) throw refuse(decision.refusal.reason)
  const series = {
    clusterId: season.clusterId,
    year: Number(body.day.slice(0, 4)),
    series: symbolOf(kind, null) ?? '',
  }
  return { reading, matter, edition: decision.edition, series }
}
type Issuable = Awaited<ReturnType<typeof findIssuable>>

type Written = { format: store.NewFile['format']; arrival: Arrival }

/** Every format of the paper, its bytes at hand and not kept yet. */
async function writeFormats(
  files: FileStore,
  kind: Issuing['params']['kind'],
  paper: Paper,
): Promise<Written[]> {
  const rendered: { format: Written['format']; bytes: Uint8Array }[] = []
  for (const format of formatsOf(kind)) {
    const bytes = await render(paper, format)
    if (bytes === null && format === 'xlsx') continue
    if (bytes === null) throw refuse('unavailable')
    rendered.push({ format, bytes })
  }
  const written: Written[] = []
  for (const { format, bytes } of rendered) {
    const arrival = await files.take(Readable.from([Buffer.from(bytes)]), mostBytes)
    if (arrival === null) throw refuse('unavailable')
    written.push({ format, arrival })
  }
  return written
}

type Made = { number: number; title: string; written: Written[] }

/** The paper under the number that is next now; number and files are taken only when it is saved. */
async function makeNext(
  { params, body, deps }: Issuing,
  { reading, matter, series }: Issuable,
): Promise<Made> {
  const { kind } = params
  const { season, now } = reading
  const number = await store.nextNumber(reading.db, series)
  const issue = issueOf({ kind, season, isFinal: true, now }, { ...body, number })
  const paper = await sources[kind].build(reading, matter, issue)
  if (paper === null) throw refuse('not-found')
  return { number, title: titleOf(paper.head), written: await writeFormats(deps.files, kind, paper) }
}

/** Saves where the number is still the next; null where someone took it meanwhile. */
async function saveMade(call: Issuing, tx: Tx, made: Made): Promise<IssuedPaperView | null> {
  const { params, body, actor, now } = call
  const { kind } = params
  await store.holdPapers(tx, params.seasonId)
  const { reading, matter, edition, series } = await findIssuable(call, tx)
  await store.holdSeries(tx, series)
  if ((await store.nextNumber(tx, series)) !== made.number) return null
  const { number, title, written } = made
  const files = written.map(({ format, arrival: { size, sha256 } }) => ({ format, size, sha256 }))
  const id = randomUUID()
  const row = {
    ...series,
    id,
    seasonId: reading.season.id,
    kind,
    aboutId: matter.aboutId,
    edition,
    number,
    title,
    place: body.place,
    day: new Date(body.day),
    signerName: body.signer.name,
    issuedAt: now,
    issuedBy: actor.name,
    byMandateId: actor.mandate?.id ?? '',
  }
  await store.saveIssued(tx, row, files)
  const symbol = `${number}${series.series}`
  await record(tx, {
    actor,
    now,
    seasonId: row.seasonId,
    what: 'paper-issued',
    about: { kind: 'paper', id },
    after: { kind, aboutId: matter.aboutId, edition, symbol, title, files },
  })
  return store.findIssued(tx, id)
}

/** How often a number taken by someone else meanwhile is replaced by the next. */
const patience = 10

/**
 * The chair issues a paper: the next number of its series, and its files for ever (issue 4, point 6). It is set before the
 * transaction, which takes the number only where it is still free.
 */
export async function issuePaper(call: Issuing): Promise<IssuedPaperView> {
  const { database } = call.deps
  for (let tries = 0; tries < patience; tries += 1) {
    const made = await makeNext(call, await findIssuable(call, database.prisma))
    const arrivals = made.written.map(({ arrival }) => arrival)
    const issued = await keepFiles(call.deps, arrivals, (tx) => saveMade(call, tx, made))
    if (issued !== null) return issued
    for (const { sha256 } of arrivals) await forgetFile(call.deps, sha256)
  }
  throw refuse('unavailable')
}

import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { papers } from '@bangvang/contract/papers'
import { issuePaper as decide, type IssueRefusal } from '@bangvang/core/papers/issue-paper'
import { formatsOf, symbolOf } from '@bangvang/core/papers/paper'
import { mayIssuePapers } from '@bangvang/core/papers/policy'
import { type Paper, titleOf } from '@bangvang/papers/document'
import { record } from '../../audit/record.ts'
import { inTransaction } from '../../db.ts'
import type { FileStore } from '../../files/file-store.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { issueOf } from './issue-words.ts'
import { render } from './render.ts'
import type { Matter, Reading } from './source.ts'
import { findMatter, sources } from './sources.ts'
import * as store from './store.ts'

const refuse = refusals(papers.issue)
const mostBytes = 64 * 1024 * 1024

type Kind = Parameters<typeof symbolOf>[0]

/** Every format of the paper, its bytes kept under their hash. */
async function keepFiles(files: FileStore, kind: Kind, paper: Paper): Promise<store.NewFile[]> {
  const kept: store.NewFile[] = []
  for (const format of formatsOf(kind)) {
    const bytes = await render(paper, format)
    if (bytes === null && format === 'xlsx') continue
    if (bytes === null) throw refuse('unavailable')
    const stored = await files.put(Readable.from([Buffer.from(bytes)]), mostBytes)
    if (stored === null) throw refuse('unavailable')
    kept.push({ format, size: stored.size, sha256: stored.sha256 })
  }
  return kept
}

type Issuing = Reading & Pick<Call<typeof papers.issue>, 'params' | 'body' | 'deps'> & { matter: Matter }

async function saveNext(issuing: Issuing, tx: Parameters<typeof store.takeNumber>[0], edition: number) {
  const { season, matter, params, body, now, actor, deps } = issuing
  const { kind } = params
  const series = symbolOf(kind, null) ?? ''
  const year = Number(body.day.slice(0, 4))
  const { clusterId } = season
  const number = await store.takeNumber(tx, { clusterId, year, series })
  const issue = issueOf({ kind, season, isFinal: true, now }, { ...body, number })
  const paper = await sources[kind].build(issuing, matter, issue)
  if (paper === null) throw refuse('not-found')
  const files = await keepFiles(deps.files, kind, paper)
  const id = randomUUID()
  const row = {
    id,
    seasonId: season.id,
    clusterId,
    kind,
    aboutId: matter.aboutId,
    edition,
    year,
    series,
    number,
    title: titleOf(paper.head),
    place: body.place,
    day: new Date(body.day),
    signerName: body.signer.name,
    issuedAt: now,
    issuedBy: actor.name,
    byMandateId: actor.mandate?.id ?? '',
  }
  await store.saveIssued(tx, row, files)
  return { id, symbol: `${number}${series}`, title: row.title, files }
}

function asProblem({ reason }: IssueRefusal) {
  return refuse(reason)
}

/** The chair issues a paper: the next number of its series, and its files for ever (issue 4, point 6). */
export async function issuePaper({ params, body, actor, now, deps }: Call<typeof papers.issue>) {
  const { kind } = params
  return inTransaction(deps.database, async (tx) => {
    const season = await store.findSeason(tx, params.seasonId)
    if (season === null || !mayIssuePapers(actor, season)) throw refuse('not-found')
    const reading = { database: deps.database, db: tx, season, actor, now }
    const matter = await findMatter(reading, kind, body.about)
    if (matter === null) throw refuse('not-found')
    const { aboutId, isFinal } = matter
    await store.holdPaper(tx, { seasonId: season.id, kind, aboutId })
    const editions = await store.countEditions(tx, { seasonId: season.id, kind, aboutId })
    const decision = decide({ kind, phase: season.phase, isFinal, editions, seen: body.seen })
    if (!decision.ok) throw asProblem(decision.refusal)
    const { id, ...after } = await saveNext({ ...reading, params, body, deps, matter }, tx, decision.edition)
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'paper-issued',
      about: { kind: 'paper', id },
      after: { kind, aboutId, edition: decision.edition, ...after },
    })
    const issued = await store.findIssued(tx, id)
    if (issued === null) throw refuse('not-found')
    return issued
  })
}

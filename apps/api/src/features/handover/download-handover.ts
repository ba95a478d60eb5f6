import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { handover } from '@bangvang/contract/handover'
import { type HandoverManifest, handoverPaths } from '@bangvang/core/handover/manifest'
import { mayTakeOver } from '@bangvang/core/handover/policy'
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Db } from '../../db.ts'
import type { FileStore } from '../../files/file-store.ts'
import { type Call, sent } from '../../http/mount.ts'
import { ProblemError } from '../../http/problem.ts'
import * as store from './store.ts'

type Season = NonNullable<Awaited<ReturnType<typeof store.findSeason>>>
/** A file of the archive: text to be compressed, or bytes kept as they are under this hash. */
type Part = { path: string; text: string } | { path: string; sha256: string }

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** A name that every file system takes: "12/TB-CTĐ" is "12-TB-CTD". */
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll(/[Đđ]/g, 'D')
    .replaceAll(/[^A-Za-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|-+$/g, '')

async function paperParts(db: Db, seasonId: string): Promise<Part[]> {
  const papers = await store.listPapers(db, seasonId)
  const files = papers.flatMap(({ year, number, series, edition, id, files }) =>
    files.map(({ format, sha256 }): Part => {
      const name = plain(`${year}-${number}${series}-${edition}-${id.slice(0, 8)}`)
      return { path: `papers/${name}.${format}`, sha256 }
    }),
  )
  return [{ path: 'papers.json', text: json(papers) }, ...files]
}

async function meetingParts(db: Db, seasonId: string): Promise<Part[]> {
  const meetings = await store.listMeetings(db, seasonId)
  return meetings.flatMap((meeting, index): Part[] => {
    const name = `meetings/${index + 1}-${meeting.startsAt.toISOString().slice(0, 10)}`
    const signed = meeting.minutes?.signedFiles ?? []
    return [
      { path: `${name}.json`, text: json(meeting) },
      ...signed.map(({ sha256 }, file) => ({ path: `${name}-signed-${file + 1}.pdf`, sha256 })),
    ]
  })
}

/** Everything a season leaves behind, in the order it stands in the archive. */
async function partsOf(db: Db, season: Season, ranking: string) {
  const entries = await store.listEntries(db, season.id)
  const parts: Part[] = [
    { path: handoverPaths.ranking, text: ranking },
    { path: handoverPaths.journal, text: entries.map((entry) => `${JSON.stringify(entry)}\n`).join('') },
    { path: 'evidence.json', text: json(await store.listEvidence(db, season.id)) },
    { path: 'pact.json', text: json(await store.readPact(db, season.id)) },
    { path: 'awards.json', text: json(await store.readAwards(db, season.id)) },
    ...(await meetingParts(db, season.id)),
    ...(await paperParts(db, season.id)),
  ]
  return { parts, head: entries.at(-1) }
}

async function packed(files: FileStore, parts: readonly Part[], madeAt: Date) {
  const zippable: Zippable = {}
  const listed: HandoverManifest['files'] = []
  for (const part of parts) {
    const isText = 'text' in part
    const bytes = isText ? strToU8(part.text) : await buffer(files.get(part.sha256))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    // What a writer of documents made is compressed already.
    zippable[part.path] = [bytes, { level: isText ? 6 : 0, mtime: madeAt }]
    listed.push({ path: part.path, size: bytes.length, sha256 })
  }
  return { zippable, listed }
}

/**
 * A finalized season for the next chair and the archive: ranking, journal, papers, minutes, pact, awards and the list
 * of evidence, with a manifest of every hash (issue 4, "Handover"). Not there before the season is finalized.
 */
export async function downloadHandover({
  params,
  actor,
  now,
  deps,
  reply,
}: Call<typeof handover.download>): Promise<typeof sent> {
  const read = await deps.database.prisma.$transaction(
    async (tx) => {
      const season = await store.findSeason(tx, params.seasonId)
      const ranking = season === null ? null : await store.findBundle(tx, season.id)
      if (season === null || ranking === null || !mayTakeOver(actor, season)) return null
      return { season, ...(await partsOf(tx, season, ranking)) }
    },
    { isolationLevel: 'RepeatableRead', timeout: 20_000 },
  )
  if (read === null) throw new ProblemError('not-found')
  const { season, parts, head } = read
  const { zippable, listed } = await packed(deps.files, parts, now)
  const manifest: HandoverManifest = {
    format: 'bangvang.handover/1',
    season: { id: season.id, year: season.year, clusterName: season.clusterName },
    madeAt: now.toISOString(),
    journal: { chain: season.id, number: head?.number ?? 0, hash: head?.hash ?? '0'.repeat(64) },
    files: listed,
  }
  zippable[handoverPaths.manifest] = [strToU8(json(manifest)), { level: 6, mtime: now }]
  reply
    .header('content-type', 'application/zip')
    .header('content-disposition', `attachment; filename="${season.id}-ban-giao.zip"`)
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(zipSync(zippable)))
  return sent
}

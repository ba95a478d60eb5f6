import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { awards } from '@bangvang/contract/awards'
import { handover } from '@bangvang/contract/handover'
import { rankings } from '@bangvang/contract/rankings'
import { seasons } from '@bangvang/contract/seasons'
import { type AwardKind, standardAwards } from '@bangvang/core/awards/award-kind'
import { checkHandover } from '@bangvang/core/handover/check-handover'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../audit/record.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { submittedSeason } from '../../test/submitted.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const [{ code: _code, ...flag }] = standardAwards as [AwardKind]

/** A season whose ranking its chair has finalized, an award proposed, a paper issued. */
async function finalized() {
  const made = await submittedSeason(world, 'deliberation')
  const { season, params, first, as } = made
  const chair = await as('chair', first)
  const { revision } = await chair(rankings.show, { params })
  await chair(awards.saveKind, { params: { ...params, kindCode: 'CO' }, body: { ...flag, version: 0 } })
  await chair(awards.propose, { params, body: { kindCode: 'CO', unitId: first, reason: '', revision } })
  await chair(rankings.finalize, { params, body: { revision } })
  await issuePaper(season.id, season.clusterId)
  return { ...made, chair }
}

const pdf = '%PDF-1.7\nThông báo\n%%EOF\n'

async function issuePaper(seasonId: string, clusterId: string) {
  const stored = await world.app.deps.files.take(Readable.from([Buffer.from(pdf)]), 1000)
  await stored?.keep()
  await world.database.prisma.paper.create({
    data: {
      id: randomUUID(),
      seasonId,
      clusterId,
      kind: 'conclusionNotice',
      aboutId: '',
      edition: 1,
      year: 2021,
      series: '/TB-CTĐ',
      number: 12,
      title: 'Thông báo kết luận',
      place: 'Hạ Long',
      day: new Date('2021-01-20'),
      signerName: 'A',
      issuedAt: world.clock.now,
      issuedBy: 'A',
      byMandateId: randomUUID(),
      files: { create: { format: 'pdf', size: stored?.size ?? 0, sha256: stored?.sha256 ?? '' } },
    },
  })
}

/** The archive opened, as `bangvang verify` opens it. */
async function opened(blob: Blob) {
  const unpacked = unzipSync(new Uint8Array(await blob.arrayBuffer()))
  const text = (path: string) => strFromU8(unpacked[path] ?? new Uint8Array())
  const files = new Map(
    Object.entries(unpacked).map(([path, bytes]) => [
      path,
      { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    ]),
  )
  return {
    text,
    manifest: JSON.parse(text('manifest.json')),
    ranking: JSON.parse(text('ranking.json')),
    journal: text('journal.jsonl')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)),
    files,
  }
}

test('a finalized season is handed over whole: every file as listed, ranking and journal as they were', async () => {
  const { chair, params, season, entries, first } = await finalized()
  const archive = await opened(await chair(handover.download, { params }))
  expect(checkHandover(archive, sha256)).toEqual({ ok: true, differences: [], faults: [] })
  const last = (await entries()).at(-1)
  expect(archive.manifest).toMatchObject({
    format: 'bangvang.handover/1',
    season: { id: season.id, year: 2020 },
    journal: { chain: season.id, number: last?.number, hash: last?.hash },
  })
  expect([...archive.files.keys()]).toEqual([
    'ranking.json',
    'journal.jsonl',
    'evidence.json',
    'pact.json',
    'awards.json',
    'papers.json',
    expect.stringMatching(/^papers\/2021-12-TB-CTD-1-[0-9a-f]{8}\.pdf$/),
    'manifest.json',
  ])
  const paper = [...archive.files.keys()].find((path) => path.startsWith('papers/')) ?? ''
  expect(archive.text(paper)).toBe(pdf)
  expect(JSON.parse(archive.text('awards.json'))).toMatchObject({ proposals: [{ unitId: first }] })
})

test('what lies in the archive changes with the season: a later entry moves the journal’s head', async () => {
  const { chair, params } = await finalized()
  const before = await opened(await chair(handover.download, { params }))
  await chair(seasons.movePhase, { params, body: { to: 'archived' } })
  const after = await opened(await chair(handover.download, { params }))
  expect(after.manifest.journal.number).toBe(before.manifest.journal.number + 1)
  expect(checkHandover(after, sha256).ok).toBe(true)
})

test('the list of evidence names each file with its hash, and holds no bytes', async () => {
  const { chair, params, second } = await finalized()
  await world.owner.query('ALTER TABLE evidence DISABLE TRIGGER season_not_frozen')
  await world.database.prisma.evidence.create({
    data: {
      id: randomUUID(),
      seasonId: params.seasonId,
      unitId: second,
      name: 'Báo cáo.pdf',
      contentType: 'application/pdf',
      size: 10,
      sha256: 'ab'.repeat(32),
      uploadedAt: world.clock.now,
      uploadedBy: 'A',
    },
  })
  await world.owner.query('ALTER TABLE evidence ENABLE TRIGGER season_not_frozen')
  const archive = await opened(await chair(handover.download, { params }))
  expect(JSON.parse(archive.text('evidence.json'))).toMatchObject([
    { unitId: second, name: 'Báo cáo.pdf', sha256: 'ab'.repeat(32), criterionCodes: [] },
  ])
})

test('chair, secretary and reviewer take it over once it is finalized; nobody else, and not before', async () => {
  const { params, as, second } = await finalized()
  const reviewer = world.as(await world.make.person({ role: 'reviewer' }))
  for (const call of [await as('secretary'), reviewer])
    expect((await call(handover.download, { params })).size).toBeGreaterThan(100)
  for (const role of ['delegate', 'leader', 'viceChair'] as const)
    await refusal((await as(role, second))(handover.download, { params }), 'not-allowed')
  await refusal(world.stranger(handover.download, { params }), 'not-signed-in')
  const other = await submittedSeason(world, 'deliberation')
  await refusal((await other.as('chair', other.first))(handover.download, { params }), 'not-found')
  await refusal(
    (await other.as('chair', other.first))(handover.download, { params: other.params }),
    'not-found',
  )
})

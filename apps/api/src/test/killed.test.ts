import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../db.ts'
import { killNine, startOwnPostgres, startServer, untilWell } from './child.ts'
import { openWorld, type World } from './kit.ts'
import { makers } from './makers.ts'
import { type Acknowledged, afterCrash, saveInLoop } from './save-in-loop.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const codes = ['KT01', 'KT02', 'TD01', 'TD02', 'B01']
const enough = 100

async function opened(database: Database) {
  const clock = { now: new Date() }
  const make = makers(database, clock)
  const season = await make.season()
  const place = { seasonId: season.id, unitId: season.chair }
  await database.prisma.assessment.create({ data: { ...place, createdAt: clock.now } })
  const { cookie } = await make.person({ role: 'delegate', ...place })
  return { place, cookie }
}

/** Everything acknowledged is there and told once; of each loop at most the one save that was under way is there besides. */
function expectNothingLost(
  { answers, journal, verdict }: Awaited<ReturnType<typeof afterCrash>>,
  acknowledged: readonly Acknowledged[],
): void {
  expect(verdict).toEqual({ ok: true })
  expect(journal).toEqual(expect.arrayContaining(acknowledged.map((save) => expect.objectContaining(save))))
  for (const code of codes) {
    const last = acknowledged.filter(({ criterionCode }) => criterionCode === code).at(-1)?.version ?? 0
    const stored = answers.find(({ criterionCode }) => criterionCode === code)
    expect([last, last + 1]).toContain(stored?.version ?? 0)
    const told = journal.filter(({ criterionCode }) => criterionCode === code)
    expect(told.map(({ version }) => version)).toEqual(told.map((_, index) => index + 1))
    expect(told.at(-1)?.note).toBe(stored?.note)
    expect(told).toHaveLength(stored?.version ?? 0)
  }
}

test('kill -9 of the API in the middle of saving loses nothing acknowledged', {
  timeout: 90_000,
}, async () => {
  const { place, cookie } = await opened(world.database)
  const acknowledged: Acknowledged[] = []
  for (let round = 1; round <= 2; round += 1) {
    const { child, baseUrl } = await startServer(world.url, world.filesFolder)
    const saved = await saveInLoop({ baseUrl, cookie, place, codes }, (count) => {
      if (count === enough) child.kill('SIGKILL')
    }).finally(() => killNine(child))
    expect(saved.length).toBeGreaterThanOrEqual(enough)
    acknowledged.push(...saved)
    expectNothingLost(await afterCrash(world.database, place), acknowledged)
  }
})

test('kill -9 of PostgreSQL in the middle of saving loses nothing acknowledged, and the API goes on by itself', {
  timeout: 120_000,
}, async () => {
  const name = `test-${process.pid}`
  const filesFolder = join(tmpdir(), `bangvang_killed_${randomUUID()}`)
  let postgres = await startOwnPostgres(name)
  const database = openDatabase(postgres.webUrl, 5)
  const { child, baseUrl } = await startServer(postgres.webUrl, filesFolder)
  try {
    const { place, cookie } = await opened(database)
    const saver = { baseUrl, cookie, place, codes }
    const first = await saveInLoop(saver, (count) => {
      if (count === enough) process.kill(postgres.pid, 'SIGKILL')
    })
    expect(first.length).toBeGreaterThanOrEqual(enough)
    await postgres.exited
    const refused = await fetch(`${baseUrl}/api/health`)
    expect(refused.status).toBe(503)

    postgres = await startOwnPostgres(name)
    await untilWell(baseUrl)
    expectNothingLost(await afterCrash(database, place), first)
    const second = await saveInLoop(saver, (count) => {
      if (count === enough) child.kill('SIGKILL')
    })
    expectNothingLost(await afterCrash(database, place), [...first, ...second])
  } finally {
    await killNine(child)
    await database.close()
    postgres.command.kill('SIGTERM')
    await postgres.exited
    for (const folder of [postgres.folder, filesFolder]) rmSync(folder, { recursive: true, force: true })
  }
})

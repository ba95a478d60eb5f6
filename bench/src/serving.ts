import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { killNine, startProgram, startServer } from '@bangvang/api/test/child'
import { appraisals } from '@bangvang/contract/appraisals'
import { assessments } from '@bangvang/contract/assessments'
import { addressOf } from '@bangvang/contract/client'
import { drafts } from '@bangvang/contract/drafts'
import autocannon, { type Request } from 'autocannon'
import { openWorld, type World } from './world.ts'

const rounds = 9
const seconds = 2
const connections = 8

/** Requests a second with this status; throws where any request ended otherwise. */
async function load(url: string, status: string, next: () => Request): Promise<number> {
  const setupClient: Parameters<typeof autocannon>[0]['setupClient'] = (client) =>
    client.setRequests([next()])
  const result = await autocannon({ url, connections, duration: seconds, setupClient })
  const statuses = Object.keys(result.statusCodeStats)
  if (result.errors > 0 || statuses.length !== 1 || statuses[0] !== status)
    throw new Error(`${url}: ${JSON.stringify(result.statusCodeStats)}, ${result.errors} errors`)
  return (result.statusCodeStats[status]?.count ?? 0) / result.duration
}

/** Each connection saves one criterion of its own, over and over. */
async function saving({ place, codes, versions, delegate }: World): Promise<() => Request> {
  // What the round before left under way ends first.
  await wait(300)
  const stored = await versions()
  const free = [...codes]
  return () => {
    const criterionCode = free.pop() ?? ''
    let version = stored.get(criterionCode) ?? 0
    return {
      method: 'PUT',
      path: addressOf(assessments.saveAnswer, { params: { ...place, criterionCode } }),
      headers: { cookie: delegate.cookie, 'content-type': 'application/json' },
      setupRequest: (request) => {
        const answer = { target: '100', actual: String(version % 100) }
        const body = JSON.stringify({ answer, note: 'Nguồn: Cục Thống kê', version })
        version += 1
        return { ...request, body }
      },
    }
  }
}

type Server = { baseUrl: string; etag: string }
const looking = ({ submittedId, appraiser }: World, etag?: string) => ({
  method: 'GET',
  path: addressOf(appraisals.board, { params: { seasonId: submittedId } }),
  headers: { cookie: appraiser.cookie, ...(etag === undefined ? {} : { 'if-none-match': etag }) },
})

const reading = (
  { draftId, delegate }: World,
  endpoint: typeof drafts.show | typeof drafts.listComments,
) => ({
  method: 'GET' as const,
  path: addressOf(endpoint, { params: { draftId } }),
  headers: { cookie: delegate.cookie },
})

type Case = { name: string; run: (world: World, server: Server) => Promise<number> }
const cases: Case[] = [
  {
    name: 'save one answer',
    run: async (world, { baseUrl }) => load(baseUrl, '200', await saving(world)),
  },
  {
    name: 'board of 9 x 54, its rows read',
    run: (world, { baseUrl }) => {
      const { headers, ...look } = looking(world)
      return load(baseUrl, '200', () => ({ ...look, headers: { ...headers, 'x-floor': 'rows' } }))
    },
  },
  {
    name: 'board of 9 x 54, ready text',
    run: (world, { baseUrl }) => load(baseUrl, '200', () => looking(world)),
  },
  {
    name: 'board, unchanged ETag',
    run: (world, { baseUrl, etag }) => load(baseUrl, '304', () => looking(world, etag)),
  },
  {
    name: 'draft of 200 articles',
    run: (world, { baseUrl }) => load(baseUrl, '200', () => reading(world, drafts.show)),
  },
  {
    name: 'draft with 1,000 comments, those',
    run: (world, { baseUrl }) => load(baseUrl, '200', () => reading(world, drafts.listComments)),
  },
]

/** How long one reader waits for a long draft with its comments, in ms: the median of 21 openings. */
async function opening(world: World, { baseUrl }: Server): Promise<string> {
  const waits: number[] = []
  for (let n = 0; n < 21; n += 1) {
    const start = performance.now()
    await Promise.all(
      [drafts.show, drafts.listComments].map(async (endpoint) => {
        const { path, headers } = reading(world, endpoint)
        const answer = await fetch(`${baseUrl}${path}`, { headers })
        if (!answer.ok) throw new Error(`${path} answers ${answer.status}`)
        await answer.text()
      }),
    )
    waits.push(performance.now() - start)
  }
  return `a draft of 200 articles and 1,000 comments opens in ${median(waits).toFixed(0)} ms`
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/**
 * The product and the floor in turn, after one round each that does not count. The ratio is the median of the rounds'
 * own ratios, so that a machine that grows busy meanwhile slows both sides of each.
 */
async function compare(
  { name, run }: Case,
  world: World,
  servers: readonly [Server, Server],
): Promise<string> {
  const measured: { product: number; floor: number }[] = []
  for (let round = 0; round <= rounds; round += 1)
    measured.push({ product: await run(world, servers[0]), floor: await run(world, servers[1]) })
  const counted = measured.slice(1)
  const ratios = counted.map(({ product, floor }) => product / floor)
  const [product, floor] = (['product', 'floor'] as const).map((side) =>
    median(counted.map((rates) => rates[side])).toFixed(0),
  )
  const spread = `rounds ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`
  return `${name}: ${median(ratios).toFixed(2)} of the floor (${spread}; ${product} and ${floor} a second)`
}

async function boardOf(baseUrl: string, world: World) {
  const { path, headers } = looking(world)
  const answer = await fetch(`${baseUrl}${path}`, { headers })
  if (!answer.ok) throw new Error(`the board answers ${answer.status}`)
  return { etag: answer.headers.get('etag') ?? '', text: await answer.text() }
}

/** The hot paths whose name has a word in it, the product against the floor on the same rows: a line for each. */
export async function measureServing(word = ''): Promise<string[]> {
  const world = await openWorld()
  const filesFolder = join(tmpdir(), `bangvang_bench_${process.pid}`)
  const product = await startServer(world.url, filesFolder)
  const floor = await startProgram('../../bench/src/floor.ts', { DATABASE_URL: world.url })
  try {
    const board = await boardOf(product.baseUrl, world)
    await fetch(`${floor.baseUrl}/board`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: board.text,
    })
    const bare = await boardOf(floor.baseUrl, world)
    if (bare.text !== board.text) throw new Error('the two boards differ')
    const servers = [
      { ...product, etag: board.etag },
      { ...floor, etag: bare.etag },
    ] as const
    const lines = [await opening(world, servers[0])]
    for (const one of cases.filter(({ name }) => name.includes(word)))
      lines.push(await compare(one, world, servers))
    return lines
  } finally {
    for (const { child } of [product, floor]) await killNine(child)
    await world.close()
    rmSync(filesFolder, { recursive: true, force: true })
  }
}

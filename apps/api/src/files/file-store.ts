import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Bytes that came whole and are on the disk, and lie at no address yet: that is their SHA-256. `head` are the first of them, to
 * tell their kind. `keep` puts them there, over the same bytes where those lie there already; `drop` leaves nothing of them.
 */
export type Arrival = Measured & { keep: () => Promise<void>; drop: () => Promise<void> }
type Measured = { sha256: string; size: number; head: Buffer }

/** An S3-like store of immutable objects. A local folder by default; another implementation keeps the same four verbs. */
export type FileStore = {
  /** Takes a stream up to `limit` bytes; null where it is longer, and then nothing is kept. */
  take: (bytes: Readable, limit: number) => Promise<Arrival | null>
  get: (sha256: string) => Readable
  size: (sha256: string) => Promise<number | null>
  remove: (sha256: string) => Promise<void>
}

const headLength = 8192

class TooLong extends Error {}

function meter(limit: number) {
  const hash = createHash('sha256')
  const heads: Buffer[] = []
  let size = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (size < headLength) heads.push(chunk.subarray(0, headLength - size))
      size += chunk.length
      if (size > limit) return done(new TooLong())
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return {
    stream,
    measured: (): Measured => ({ sha256: hash.digest('hex'), size, head: Buffer.concat(heads) }),
  }
}

/** Keeps files under `folder` by their hash; each is whole and on the disk before it is acknowledged. */
export function folderStore(folder: string): FileStore {
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  const keep = async (arriving: string, sha256: string) => {
    await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 })
    await rename(arriving, placeOf(sha256))
    await syncFolder(join(folder, sha256.slice(0, 2)))
  }
  return {
    take: async (bytes, limit) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const arriving = join(folder, `.arriving-${randomUUID()}`)
      const { stream, measured } = meter(limit)
      const drop = () => rm(arriving, { force: true })
      try {
        await pipeline(bytes, stream, createWriteStream(arriving, { mode: 0o600, flush: true }))
        const taken = measured()
        return { ...taken, keep: () => keep(arriving, taken.sha256), drop }
      } catch (error) {
        await drop()
        if (error instanceof TooLong) return null
        throw error
      }
    },
    get: (sha256) => createReadStream(placeOf(sha256)),
    size: async (sha256) => (await stat(placeOf(sha256)).catch(() => null))?.size ?? null,
    remove: (sha256) => rm(placeOf(sha256), { force: true }),
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Removes what an interrupted upload left behind; called once at start. */
export async function sweepArrivals(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  await Promise.all(
    names
      .filter((name) => name.startsWith('.arriving-'))
      .map((name) => rm(join(folder, name), { force: true })),
  )
}

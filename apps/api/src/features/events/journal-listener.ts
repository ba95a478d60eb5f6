import { setTimeout as wait } from 'node:timers/promises'
import type { EventView } from '@bangvang/contract/events'
import type { Database, SqlTx } from '../../db.ts'

/** `announce` at each entry of a chain; `resume` when the line to the database was gone, and something may have been missed. */
export type Follower = { announce: (act: EventView) => void; resume: () => void }

export type JournalListener = {
  /** Resolves once nothing is missed any more; the answer stops following. */
  follow: (chain: string, follower: Follower) => Promise<() => void>
  /** Finds out whether the line still stands, and opens it again where it does not. */
  check: (patience: number) => Promise<void>
  close: () => void
}

const firstPause = 100
const longestPause = 5_000

/** One connection that listens to the journal for every stream of this process; opened with the first, opened again when lost. */
export function journalListener(database: Database): JournalListener {
  const followers = new Map<string, Set<Follower>>()
  let line: SqlTx | null = null
  let opening: Promise<void> | null = null
  let isClosed = false

  const lose = (client: SqlTx) => {
    if (line !== client) return
    line = null
    client.release(true)
    void open().catch(() => undefined)
  }

  const listen = async () => {
    const client = await database.pool.connect()
    try {
      client.on('notification', ({ payload }) => tell(followers, payload ?? ''))
      client.on('end', () => lose(client))
      await client.query('LISTEN journal')
    } catch (error) {
      client.release(true)
      throw error
    }
    if (isClosed) return client.release(true)
    line = client
    for (const chain of followers.values()) for (const follower of chain) follower.resume()
  }

  const openAgain = async () => {
    for (let pause = firstPause; !isClosed && line === null; pause = Math.min(pause * 2, longestPause)) {
      await listen().catch(() => wait(pause, undefined, { ref: false }))
    }
  }

  const open = (): Promise<void> => {
    if (line !== null) return Promise.resolve()
    opening ??= openAgain().finally(() => {
      opening = null
    })
    return opening
  }

  return {
    follow: async (chain, follower) => {
      const ofChain = followers.get(chain) ?? new Set()
      followers.set(chain, ofChain.add(follower))
      await open()
      return () => {
        ofChain.delete(follower)
        if (ofChain.size === 0 && followers.get(chain) === ofChain) followers.delete(chain)
      }
    },
    check: async (patience) => {
      const client = line
      if (client === null) return
      const answered = client.query('SELECT 1').then(
        () => true,
        () => false,
      )
      if (!(await Promise.race([answered, wait(patience, false, { ref: false })]))) lose(client)
    },
    close: () => {
      isClosed = true
      line?.release(true)
      line = null
    },
  }
}

function tell(followers: ReadonlyMap<string, ReadonlySet<Follower>>, payload: string): void {
  const { chain, ...act } = JSON.parse(payload) as EventView & { chain: string }
  for (const follower of followers.get(chain) ?? []) follower.announce(act)
}

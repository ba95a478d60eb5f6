import type { PassThrough } from 'node:stream'
import type { EventView } from '@bangvang/contract/events'
import type { Database } from '../../db.ts'
import type { Follower } from './journal-listener.ts'
import * as store from './store.ts'

/** More than this missed, and the reader is told to read everything again. */
const mostMissed = 500

/** Which acts the reader may be told. */
export type IsFor = (act: EventView) => boolean
type Reading = { chain: string; line: PassThrough; isFor: IsFor }

/** What a reader has been told of one chain, and what it is told next: each entry once, in order, none left out. */
export class SeasonStream implements Follower {
  readonly #database: Database
  readonly #chain: string
  readonly #line: PassThrough
  #isFor: IsFor
  #told = 0
  #known = 0
  #hasBegun = false
  #catching: Promise<void> | null = null

  constructor(database: Database, { chain, line, isFor }: Reading) {
    this.#database = database
    this.#chain = chain
    this.#line = line
    this.#isFor = isFor
  }

  /** From now on the reader is told what is for them now: the season moved on, or their mandate did. */
  readAs(isFor: IsFor): void {
    this.#isFor = isFor
  }

  /** Begins after an entry the reader knows of, or, without one, now. */
  async begin(after: number | null): Promise<void> {
    this.#told = after ?? (await store.lastNumber(this.#database, this.#chain))
    this.#write('ready', this.#told, { number: this.#told })
    this.#hasBegun = true
    await this.#catchUp()
  }

  announce(act: EventView): void {
    this.#known = Math.max(this.#known, act.number)
    if (!this.#hasBegun) return
    if (this.#catching === null && act.number === this.#told + 1) this.#tell(act)
    else this.resume()
  }

  /** Looks into the journal for what was not announced. */
  resume(): void {
    if (!this.#hasBegun) return
    void this.#catchUp().catch(() => undefined)
  }

  #catchUp(): Promise<void> {
    this.#catching ??= this.#readOn().finally(() => {
      this.#catching = null
    })
    return this.#catching
  }

  async #readOn(): Promise<void> {
    do {
      const acts = await store.listAfter(this.#database, {
        chain: this.#chain,
        after: this.#told,
        most: mostMissed + 1,
      })
      if (acts.length > mostMissed) {
        this.#told = await store.lastNumber(this.#database, this.#chain)
        this.#write('reset', this.#told, { number: this.#told })
      } else for (const act of acts) this.#tell(act)
    } while (this.#told < this.#known)
  }

  #tell(act: EventView): void {
    this.#told = act.number
    if (this.#isFor(act)) this.#write('act', act.number, act)
  }

  #write(event: string, id: number, content: unknown): void {
    if (this.#line.writable)
      this.#line.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(content)}\n\n`)
  }
}

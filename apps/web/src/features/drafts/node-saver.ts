import { ApiProblem } from '@bangvang/contract/client'
import { NodeView } from '@bangvang/contract/drafts'
import type { ProblemCode } from '@bangvang/contract/problem'
import type { Changed } from './use-draft-cache.ts'

export type TypedState = 'typed' | 'saving' | 'offline' | 'conflict' | 'refused'
/** Words typed over a part and not yet on the server. */
export type TypedRow = {
  text: string
  /** The version it was typed over. */
  version: number
  state: TypedState
  problem: ProblemCode | null
  /** In a conflict: the part as it stands on the server, null where it was removed. */
  theirs: NodeView | null
}
export type TypedRows = ReadonlyMap<string, TypedRow>
export type SaverPorts = {
  save: (nodeId: string, text: string, version: number) => Promise<Changed>
  onChanged: (changed: Changed, isOwn: boolean) => void
  /** The part as this page knows it, undefined where it has none. */
  nodeAt: (nodeId: string) => NodeView | undefined
  /** Keeps what is unsent on the device, or forgets it. */
  keep: (rows: [string, { text: string; version: number }][]) => void
}

const IDLE_MS = 800
const RETRY_MS = 5_000
const TRANSIENT: readonly ProblemCode[] = ['unavailable', 'unexpected', 'too-many-requests', 'not-signed-in']

const textIn = (node: NodeView | undefined) =>
  typeof node?.content.text === 'string' ? node.content.text : ''

/**
 * Carries typed words to the server part by part, in the order of the acts: what is typed is kept until that very text
 * is acknowledged, and goes over nothing that someone else wrote meanwhile.
 */
export class NodeSaver {
  readonly #ports: SaverPorts
  readonly #listeners = new Set<() => void>()
  readonly #idle = new Map<string, ReturnType<typeof setTimeout>>()
  #rows: TypedRows = new Map()
  #queue: Promise<unknown> = Promise.resolve()
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor(ports: SaverPorts) {
    this.#ports = ports
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): TypedRows => this.#rows

  /** Takes up what an earlier page left unsent, and sends it. */
  start(left: readonly [string, { text: string; version: number }][]): void {
    for (const [nodeId, { text, version }] of left)
      this.#set(nodeId, { text, version, state: 'typed', problem: null, theirs: null })
    this.flush()
  }

  /** Stops its timers; what is unsent stays on the device. */
  stop(): void {
    clearTimeout(this.#retry)
    for (const timer of this.#idle.values()) clearTimeout(timer)
  }

  /** Words were typed over a part; they are sent once the typing rests. */
  type(nodeId: string, text: string): void {
    const row = this.#rows.get(nodeId)
    const version = row?.version ?? this.#ports.nodeAt(nodeId)?.version ?? 1
    const isConflict = row?.state === 'conflict'
    this.#set(nodeId, {
      text,
      version,
      state: isConflict ? 'conflict' : 'typed',
      problem: null,
      theirs: isConflict ? row.theirs : null,
    })
    clearTimeout(this.#idle.get(nodeId))
    this.#idle.set(
      nodeId,
      setTimeout(() => this.send(nodeId), IDLE_MS),
    )
  }

  /** Sends a part now: it was left. */
  send(nodeId: string): void {
    clearTimeout(this.#idle.get(nodeId))
    void this.inTurn(() => this.#save(nodeId))
  }

  /** Sends all that may be sent. */
  flush(): void {
    for (const [nodeId, { state }] of this.#rows)
      if (state === 'typed' || state === 'offline') this.send(nodeId)
  }

  /** Does one more act once those before it are done: acts reach the server in the order they were done. */
  inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(act)
    this.#queue = done.catch(() => undefined)
    return done
  }

  /** The person chose between two texts: the own one goes over the other, or the other stands. */
  settle(nodeId: string, choice: 'own' | 'theirs'): void {
    const row = this.#rows.get(nodeId)
    if (row?.state !== 'conflict') return
    if (row.theirs !== null) this.#ports.onChanged({ revision: 0, nodes: [row.theirs], removed: [] }, false)
    if (choice === 'theirs' || row.theirs === null) this.#forget(nodeId)
    else {
      this.#set(nodeId, { ...row, version: row.theirs.version, state: 'typed', theirs: null })
      this.send(nodeId)
    }
  }

  async #save(nodeId: string): Promise<void> {
    const row = this.#rows.get(nodeId)
    if (row === undefined || row.state === 'conflict') return
    const node = this.#ports.nodeAt(nodeId)
    if (node?.version === row.version && textIn(node) === row.text) return this.#forget(nodeId)
    this.#set(nodeId, { ...row, state: 'saving' })
    try {
      const changed = await this.#ports.save(nodeId, row.text, row.version)
      this.#ports.onChanged(changed, true)
      this.#acknowledge(nodeId, row.text, changed)
    } catch (error) {
      this.#failed(nodeId, row.text, error)
    }
  }

  /** The server has that text; what was typed since goes over the version just made. */
  #acknowledge(nodeId: string, sent: string, { nodes }: Changed): void {
    const row = this.#rows.get(nodeId)
    const version = nodes.find(({ id }) => id === nodeId)?.version
    if (row === undefined || version === undefined || row.text === sent) this.#forget(nodeId)
    else this.#set(nodeId, { ...row, version, state: 'typed' })
  }

  #failed(nodeId: string, sent: string, error: unknown): void {
    const row = this.#rows.get(nodeId)
    if (row === undefined) return
    const problem = error instanceof ApiProblem ? error.code : null
    if (problem === null || TRANSIENT.includes(problem)) {
      this.#set(nodeId, { ...row, state: 'offline' })
      clearTimeout(this.#retry)
      this.#retry = setTimeout(() => this.flush(), RETRY_MS)
    } else if (problem === 'node-changed' || problem === 'not-found') {
      const theirs =
        error instanceof ApiProblem ? (NodeView.safeParse(error.problem.current).data ?? null) : null
      // The same words stand there: the answer to an earlier try was lost.
      if (theirs !== null && textIn(theirs) === sent) {
        const changed = { revision: 0, nodes: [theirs], removed: [] }
        this.#ports.onChanged(changed, false)
        this.#acknowledge(nodeId, sent, changed)
      } else this.#set(nodeId, { ...row, state: 'conflict', theirs })
    } else this.#set(nodeId, { ...row, state: 'refused', problem })
  }

  #set(nodeId: string, row: TypedRow): void {
    this.#publish(new Map(this.#rows).set(nodeId, row))
  }

  #forget(nodeId: string): void {
    const rows = new Map(this.#rows)
    rows.delete(nodeId)
    this.#publish(rows)
  }

  #publish(rows: TypedRows): void {
    this.#rows = rows
    this.#ports.keep([...rows].map(([nodeId, { text, version }]) => [nodeId, { text, version }]))
    for (const listener of this.#listeners) listener()
  }
}

import { ApiProblem } from '@bangvang/contract/client'
import { NodeView } from '@bangvang/contract/drafts'
import type { ProblemCode } from '@bangvang/contract/problem'
import { sameJson } from '@bangvang/core/drafts/same-json'

export type Content = NodeView['content']
export type Changed = { revision: number; nodes: readonly NodeView[]; removed: readonly string[] }
export type TypedState = 'typed' | 'saving' | 'offline' | 'conflict' | 'refused'
/** A part as it is typed and not yet on the server. */
export type TypedRow = {
  content: Content
  /** The version it was typed over. */
  version: number
  state: TypedState
  problem: ProblemCode | null
  /** In a conflict: the part as it stands on the server, null where it was removed. */
  theirs: NodeView | null
}
export type TypedRows = ReadonlyMap<string, TypedRow>
export type KeptRow = Pick<TypedRow, 'content' | 'version'>
export type SaverPorts = {
  save: (nodeId: string, kept: KeptRow) => Promise<Changed>
  onChanged: (changed: Changed, isOwn: boolean) => void
  /** The part as this page knows it, undefined where it has none. */
  nodeAt: (nodeId: string) => NodeView | undefined
  /** Keeps what is unsent on the device, or forgets it. */
  keep: (rows: [string, KeptRow][]) => void
}

const IDLE_MS = 800
const RETRY_MS = 5_000
const TRANSIENT: readonly ProblemCode[] = ['unavailable', 'unexpected', 'too-many-requests', 'not-signed-in']

/**
 * Carries typed parts to the server one by one, in the order of the acts: what is typed is kept until that very content is
 * acknowledged, and goes over nothing that someone else wrote meanwhile (issue 3, point 6).
 */
export class ContentSaver {
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
  start(left: readonly [string, KeptRow][]): void {
    for (const [nodeId, row] of left)
      this.#set(nodeId, { ...row, state: 'typed', problem: null, theirs: null })
    this.flush()
  }

  /** Stops its timers; what is unsent stays on the device. */
  stop(): void {
    clearTimeout(this.#retry)
    for (const timer of this.#idle.values()) clearTimeout(timer)
  }

  /** A part was typed over; it is sent once the typing rests. */
  type(nodeId: string, content: Content): void {
    const row = this.#rows.get(nodeId)
    const version = row?.version ?? this.#ports.nodeAt(nodeId)?.version ?? 1
    const isConflict = row?.state === 'conflict'
    const theirs = isConflict ? row.theirs : null
    this.#set(nodeId, { content, version, state: isConflict ? 'conflict' : 'typed', problem: null, theirs })
    clearTimeout(this.#idle.get(nodeId))
    this.#idle.set(
      nodeId,
      setTimeout(() => this.send(nodeId), IDLE_MS),
    )
  }

  /** Sends a part now: it was left. */
  send(nodeId: string): void {
    clearTimeout(this.#idle.get(nodeId))
    void this.after(() => this.#save(nodeId))
  }

  /** Sends all that may be sent. */
  flush(): void {
    for (const [nodeId, { state }] of this.#rows)
      if (state === 'typed' || state === 'offline') this.send(nodeId)
  }

  /** Does one more act once those before it are done: acts reach the server in the order they were done. */
  after<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(act)
    this.#queue = done.catch(() => undefined)
    return done
  }

  /** The person chose between two values: the own one goes over the other, or the other stands. */
  settle(nodeId: string, choice: 'own' | 'theirs'): void {
    const row = this.#rows.get(nodeId)
    if (row?.state !== 'conflict') return
    if (row.theirs !== null) this.#ports.onChanged({ revision: 0, nodes: [row.theirs], removed: [] }, false)
    if (choice === 'theirs' || row.theirs === null) {
      this.#forget(nodeId)
      return
    }
    this.#set(nodeId, { ...row, version: row.theirs.version, state: 'typed', theirs: null })
    this.send(nodeId)
  }

  async #save(nodeId: string): Promise<void> {
    const row = this.#rows.get(nodeId)
    if (row === undefined || row.state === 'conflict') return
    const node = this.#ports.nodeAt(nodeId)
    if (node?.version === row.version && sameJson(node.content, row.content)) return this.#forget(nodeId)
    this.#set(nodeId, { ...row, state: 'saving' })
    try {
      const changed = await this.#ports.save(nodeId, { content: row.content, version: row.version })
      this.#ports.onChanged(changed, true)
      this.#acknowledge(nodeId, row.content, changed)
    } catch (error) {
      this.#failed(nodeId, row.content, error)
    }
  }

  /** The server has that content; what was typed since goes over the version just made. */
  #acknowledge(nodeId: string, sent: Content, { nodes }: Changed): void {
    const row = this.#rows.get(nodeId)
    const version = nodes.find(({ id }) => id === nodeId)?.version
    if (row === undefined || version === undefined || row.content === sent) this.#forget(nodeId)
    else this.#set(nodeId, { ...row, version, state: 'typed' })
  }

  #failed(nodeId: string, sent: Content, error: unknown): void {
    const row = this.#rows.get(nodeId)
    if (row === undefined) return
    const problem = error instanceof ApiProblem ? error.code : null
    if (problem === null || TRANSIENT.includes(problem)) {
      this.#set(nodeId, { ...row, state: 'offline' })
      clearTimeout(this.#retry)
      this.#retry = setTimeout(() => this.flush(), RETRY_MS)
    } else if (problem === 'node-changed' || problem === 'not-found') {
      const current = error instanceof ApiProblem ? error.problem.current : undefined
      this.#clash(nodeId, { row, sent, theirs: NodeView.safeParse(current).data ?? null })
    } else this.#set(nodeId, { ...row, state: 'refused', problem })
  }

  #clash(nodeId: string, { row, sent, theirs }: { row: TypedRow; sent: Content; theirs: NodeView | null }) {
    // The same stands there: the answer to an earlier try was lost.
    if (theirs !== null && sameJson(theirs.content, sent)) {
      const changed = { revision: 0, nodes: [theirs], removed: [] }
      this.#ports.onChanged(changed, false)
      this.#acknowledge(nodeId, sent, changed)
    } else this.#set(nodeId, { ...row, state: 'conflict', theirs })
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
    this.#ports.keep([...rows].map(([nodeId, { content, version }]) => [nodeId, { content, version }]))
    for (const listener of this.#listeners) listener()
  }
}

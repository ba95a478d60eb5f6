import type { AnswerView } from '@bangvang/contract/assessments'
import { ApiProblem } from '@bangvang/contract/client'
import type { ProblemCode } from '@bangvang/contract/problem'
import { isSameNoted, type Typed } from './grid-model.ts'
import { isSameTyped } from './outbox.ts'
import {
  type Change,
  type PendingRow,
  type RowState,
  type SaverPorts,
  type SaverSnapshot,
  storedNow,
} from './pending.ts'

const IDLE_MS = 700
const FIRST_RETRY_MS = 1000
const LAST_RETRY_MS = 30_000
const TRANSIENT: readonly ProblemCode[] = ['unavailable', 'unexpected', 'too-many-requests', 'bad-request']
/** States that time or the network mends: these rows are sent again by themselves. */
const SENDABLE: readonly RowState[] = ['typed', 'offline', 'signedOut', 'incomplete', 'unread']

/**
 * Carries typed rows to the server: kept in the outbox before anything is sent, one request a row at a time, taken out only once
 * that very content is acknowledged. What fails stays, with why.
 */
export class AnswerSaver {
  readonly #ports: SaverPorts
  readonly #listeners = new Set<() => void>()
  readonly #inFlight = new Set<string>()
  readonly #idle = new Map<string, ReturnType<typeof setTimeout>>()
  /** The versions just made, before the page is drawn with them. */
  readonly #made = new Map<string, number>()
  #retryTimer: ReturnType<typeof setTimeout> | undefined
  #retryMs = FIRST_RETRY_MS
  #snapshot: SaverSnapshot = { rows: new Map(), offlineSince: null, isKept: true }

  constructor(ports: SaverPorts) {
    this.#ports = ports
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): SaverSnapshot => this.#snapshot

  /** Takes up what an earlier page left unsent, and sends it. */
  async start(): Promise<void> {
    const left = await this.#ports.outbox.list().catch(() => this.#keepsNothing())
    for (const { criterionCode, typed, version, typedAt } of left ?? []) {
      if (this.#snapshot.rows.has(criterionCode)) continue
      this.#set(criterionCode, { typed, version, typedAt, state: 'typed', problem: null, theirs: null })
    }
    await this.flush()
  }

  /** Stops its timers; what is unsent stays in the outbox. */
  stop(): void {
    clearTimeout(this.#retryTimer)
    for (const timer of this.#idle.values()) clearTimeout(timer)
    this.#idle.clear()
  }

  /** Something was typed over the stored `version`; it is sent once the typing rests. */
  type(criterionCode: string, typed: Typed, version: number): void {
    const before = this.#snapshot.rows.get(criterionCode)
    const isConflict = before?.state === 'conflict'
    const row: PendingRow = {
      typed,
      version: before?.version ?? Math.max(version, this.#made.get(criterionCode) ?? 0),
      typedAt: this.#ports.now(),
      state: isConflict ? 'conflict' : 'typed',
      problem: null,
      theirs: isConflict ? before.theirs : null,
    }
    this.#set(criterionCode, row)
    void this.#keep(criterionCode, row)
    clearTimeout(this.#idle.get(criterionCode))
    this.#idle.set(
      criterionCode,
      setTimeout(() => void this.#send(criterionCode), IDLE_MS),
    )
  }

  /** Sends a row now: its cell was left. */
  async sendNow(criterionCode: string): Promise<void> {
    await this.#send(criterionCode)
  }

  /** Sends everything that may be sent: on load, when the network is back, after signing in. */
  async flush(): Promise<void> {
    clearTimeout(this.#retryTimer)
    const codes = [...this.#snapshot.rows].filter(([, { state }]) => SENDABLE.includes(state))
    for (const [code] of codes) await this.#send(code)
  }

  /** The person chose between two values: the own one is typed over the other, or the other stands. */
  async settle(criterionCode: string, choice: 'own' | 'theirs'): Promise<void> {
    const row = this.#snapshot.rows.get(criterionCode)
    if (row?.state !== 'conflict') return
    if (choice === 'theirs') {
      if (row.theirs !== null) await this.#ports.onSaved(row.theirs)
      return this.#forget(criterionCode, row.typed)
    }
    const own: PendingRow = { ...row, version: row.theirs?.version ?? 0, state: 'typed', theirs: null }
    this.#set(criterionCode, own)
    await this.#keep(criterionCode, own)
    await this.#send(criterionCode)
  }

  /** Another tab's acknowledgement: the same typing waiting here is settled too. */
  async noteSaved(view: AnswerView): Promise<void> {
    const row = this.#snapshot.rows.get(view.criterionCode)
    const reading = row && this.#ports.read(view.criterionCode, row.typed)
    if (row === undefined || reading?.kind !== 'answer') return
    const isSame = isSameNoted({ answer: reading.answer, note: row.typed.note }, view)
    if (isSame) await this.#forget(view.criterionCode, row.typed)
  }

  async #send(code: string): Promise<void> {
    clearTimeout(this.#idle.get(code))
    const row = this.#snapshot.rows.get(code)
    if (row === undefined || this.#inFlight.has(code) || row.state === 'conflict') return
    const reading = this.#ports.read(code, row.typed)
    if (reading.kind !== 'answer') {
      const state = reading.kind === 'incomplete' ? 'incomplete' : 'unread'
      this.#set(code, { ...row, state, problem: null })
      return
    }
    const change = { criterionCode: code, answer: reading.answer, note: row.typed.note, version: row.version }
    if (this.#isStored(change)) return this.#forget(code, row.typed)
    this.#inFlight.add(code)
    this.#set(code, { ...row, state: 'saving' })
    try {
      if (await this.#ports.isOwnSession()) await this.#acknowledge(row.typed, await this.#ports.send(change))
      else this.#mark(code, 'signedOut')
    } catch (error) {
      await this.#failed(row.typed, change, error)
    } finally {
      this.#inFlight.delete(code)
    }
    if (this.#snapshot.rows.get(code)?.state === 'typed') await this.#send(code)
  }

  /** Typed back to what is stored: nothing to send. */
  #isStored(change: Change): boolean {
    const stored = this.#ports.storedAt(change.criterionCode)
    if ((stored?.version ?? 0) !== change.version) return false
    return isSameNoted(change, stored ?? { answer: null, note: '' })
  }

  /** The server has `sent`. What was typed since goes out next, over the version just made. */
  async #acknowledge(sent: Typed, view: AnswerView): Promise<void> {
    this.#retryMs = FIRST_RETRY_MS
    this.#publish({ ...this.#snapshot, offlineSince: null })
    const code = view.criterionCode
    this.#made.set(code, view.version)
    // The page has the stored value before the typed one goes: nothing older shows in between.
    await this.#ports.onSaved(view)
    const row = this.#snapshot.rows.get(code)
    if (row === undefined || isSameTyped(row.typed, sent)) return this.#forget(code, sent)
    const next: PendingRow = { ...row, version: view.version, state: 'typed' }
    this.#set(code, next)
    await this.#keep(code, next)
  }

  async #failed(sent: Typed, change: Change, error: unknown): Promise<void> {
    const code = change.criterionCode
    const problem = error instanceof ApiProblem ? error.code : null
    if (problem === null || TRANSIENT.includes(problem)) return this.#wait(code)
    if (problem === 'not-signed-in') return this.#mark(code, 'signedOut')
    const row = this.#snapshot.rows.get(code)
    if (problem !== 'answer-changed' || !(error instanceof ApiProblem)) {
      // What was typed since gets its own answer.
      const isOutdated = row !== undefined && !isSameTyped(row.typed, sent)
      return isOutdated ? undefined : this.#mark(code, 'refused', problem)
    }
    const theirs = storedNow(error.problem.current)
    // The same content stands there: an acknowledgement was lost, or another tab was first.
    if (theirs !== null && isSameNoted(change, theirs)) return this.#acknowledge(sent, theirs)
    if (row !== undefined) this.#set(code, { ...row, state: 'conflict', theirs })
  }

  #wait(code: string): void {
    const { offlineSince } = this.#snapshot
    this.#publish({ ...this.#snapshot, offlineSince: offlineSince ?? this.#ports.now() })
    this.#mark(code, 'offline')
    clearTimeout(this.#retryTimer)
    this.#retryTimer = setTimeout(() => void this.flush(), this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS)
  }

  #mark(code: string, state: RowState, problem: ProblemCode | null = null): void {
    const row = this.#snapshot.rows.get(code)
    if (row !== undefined) this.#set(code, { ...row, state, problem })
  }

  async #forget(code: string, acknowledged: Typed): Promise<void> {
    const rows = new Map(this.#snapshot.rows)
    rows.delete(code)
    this.#publish({ ...this.#snapshot, rows })
    await this.#ports.outbox.drop(code, acknowledged).catch(() => this.#keepsNothing())
  }

  async #keep(criterionCode: string, { typed, version, typedAt }: PendingRow): Promise<void> {
    const kept = this.#ports.outbox.put({ criterionCode, typed, version, typedAt })
    await kept.catch(() => this.#keepsNothing())
  }

  #keepsNothing(): undefined {
    this.#publish({ ...this.#snapshot, isKept: false })
  }

  #set(code: string, row: PendingRow): void {
    this.#publish({ ...this.#snapshot, rows: new Map(this.#snapshot.rows).set(code, row) })
  }

  #publish(snapshot: SaverSnapshot): void {
    this.#snapshot = snapshot
    for (const listener of this.#listeners) listener()
  }
}

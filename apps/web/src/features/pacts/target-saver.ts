import { ApiProblem } from '@bangvang/contract/client'
import type { TargetView } from '@bangvang/contract/pacts'
import type { ProblemCode } from '@bangvang/contract/problem'
import type { TargetReading, TypedTarget } from './target-model.ts'

/** Why a row is not acknowledged yet. */
export type Trouble =
  | { state: 'saving' | 'offline' | 'unread' }
  | { state: 'refused'; code: ProblemCode }
  | { state: 'conflict'; theirs: TargetView | null }
export type Waiting = { typed: TypedTarget; trouble: Trouble | null }
export type SavedTarget = { criterionCode: string; target: string | null; note: string; version: number }
export type TargetPorts = {
  /** What this device kept, and where it keeps what waits. */
  kept: ReadonlyMap<string, TypedTarget>
  keep: (typed: ReadonlyMap<string, TypedTarget>) => void
  read: (criterionCode: string, text: string) => TargetReading
  storedAt: (criterionCode: string) => TargetView | undefined
  send: (target: SavedTarget) => Promise<TargetView>
  onSaved: (view: TargetView) => void
}

/** What a failed sending was: a dead network, someone faster, or a refusal. */
function troubleOf(error: unknown): Trouble {
  if (!(error instanceof ApiProblem)) return { state: 'offline' }
  if (error.code !== 'target-changed') return { state: 'refused', code: error.code }
  const current = error.problem.current as (Omit<TargetView, 'updatedAt'> & { updatedAt: string }) | null
  return { state: 'conflict', theirs: current && { ...current, updatedAt: new Date(current.updatedAt) } }
}

/** Carries typed targets to the server; what is typed stays on the device until that very content is acknowledged. */
export class TargetSaver {
  readonly #ports: TargetPorts
  readonly #listeners = new Set<() => void>()
  readonly #inFlight = new Set<string>()
  #waiting: ReadonlyMap<string, Waiting>

  constructor(ports: TargetPorts) {
    this.#ports = ports
    this.#waiting = new Map([...ports.kept].map(([code, typed]) => [code, { typed, trouble: null }]))
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): ReadonlyMap<string, Waiting> => this.#waiting

  /** Something was typed; the stored version it was first typed over is what it will be saved over. */
  type(code: string, typed: TypedTarget): void {
    const before = this.#waiting.get(code)
    const version = before?.typed.version ?? typed.version
    const trouble = before?.trouble?.state === 'conflict' ? before.trouble : null
    this.#set(code, { typed: { ...typed, version }, trouble })
  }

  /** Sends everything that may be sent: on load, when the network is back. */
  flush(): void {
    for (const code of this.#waiting.keys()) void this.send(code)
  }

  /** Sends a row now: its cell was left. */
  async send(code: string): Promise<void> {
    const row = this.#waiting.get(code)
    if (row === undefined || this.#inFlight.has(code) || row.trouble?.state === 'conflict') return
    const { typed } = row
    const reading = this.#ports.read(code, typed.text)
    if (!reading.ok) return this.#set(code, { typed, trouble: { state: 'unread' } })
    const saved = { criterionCode: code, target: reading.target, note: typed.note, version: typed.version }
    if (this.#isStored(saved)) return this.#set(code, null)
    this.#inFlight.add(code)
    this.#set(code, { typed, trouble: { state: 'saving' } })
    const trouble = await this.#deliver(typed, saved)
    this.#inFlight.delete(code)
    const now = this.#waiting.get(code)
    if (now === undefined) return
    if (trouble !== null) return this.#set(code, { typed: now.typed, trouble })
    await this.send(code)
  }

  /** The person chose between two values: the own one is saved over the other, or the other stands. */
  async settle(code: string, choice: 'own' | 'theirs'): Promise<void> {
    const row = this.#waiting.get(code)
    if (row?.trouble?.state !== 'conflict') return
    const { theirs } = row.trouble
    if (theirs !== null) this.#ports.onSaved(theirs)
    if (choice === 'theirs') return this.#set(code, null)
    this.#set(code, { typed: { ...row.typed, version: theirs?.version ?? 0 }, trouble: null })
    await this.send(code)
  }

  async #deliver(typed: TypedTarget, saved: SavedTarget): Promise<Trouble | null> {
    const code = saved.criterionCode
    try {
      const view = await this.#ports.send(saved)
      this.#ports.onSaved(view)
      const now = this.#waiting.get(code)?.typed
      // What was typed since goes out next, over the version just made.
      if (now === undefined || (now.text === typed.text && now.note === typed.note)) this.#set(code, null)
      else this.#set(code, { typed: { ...now, version: view.version }, trouble: null })
      return null
    } catch (error) {
      return troubleOf(error)
    }
  }

  #isStored({ criterionCode, target, note, version }: SavedTarget): boolean {
    const stored = this.#ports.storedAt(criterionCode)
    if ((stored?.version ?? 0) !== version) return false
    return (stored?.target ?? null) === target && (stored?.note ?? '') === note.trim()
  }

  #set(code: string, row: Waiting | null): void {
    const next = new Map(this.#waiting)
    if (row === null) next.delete(code)
    else next.set(code, row)
    this.#waiting = next
    this.#ports.keep(new Map([...next].map(([one, { typed }]) => [one, typed])))
    for (const listener of this.#listeners) listener()
  }
}

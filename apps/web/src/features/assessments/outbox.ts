import { createStore, entries, set, type UseStore } from 'idb-keyval'
import type { Typed } from './grid-model.ts'

/** Whose typing, in which season, for which unit. */
export type OutboxOwner = { personId: string; seasonId: string; unitId: string }

/** One row typed and not yet acknowledged, with the stored version it was typed over. */
export type Waiting = { criterionCode: string; typed: Typed; version: number; typedAt: Date }

/** Where typing is kept until the server has it. */
export type Outbox = {
  list: () => Promise<Waiting[]>
  put: (waiting: Waiting) => Promise<void>
  /** Takes a row out only while it holds that very content; what was typed since stays. */
  drop: (criterionCode: string, acknowledged: Typed) => Promise<void>
}

type Key = [personId: string, seasonId: string, unitId: string, criterionCode: string]

let store: UseStore | undefined
function outboxStore(): UseStore {
  store ??= createStore('bangvang-outbox', 'rows')
  return store
}

/** Whether two rows hold the same typing, text by text. */
export function isSameTyped(a: Typed, b: Typed): boolean {
  const fields = new Set([...Object.keys(a.texts), ...Object.keys(b.texts)]) as Set<keyof Typed['texts']>
  return (
    a.note === b.note &&
    a.isNotApplicable === b.isNotApplicable &&
    JSON.stringify(a.checked) === JSON.stringify(b.checked) &&
    [...fields].every((field) => (a.texts[field] ?? '') === (b.texts[field] ?? ''))
  )
}

/** The outbox in this browser's IndexedDB, one entry a row, never another person's. */
export function browserOutbox({ personId, seasonId, unitId }: OutboxOwner): Outbox {
  const keyOf = (criterionCode: string): Key => [personId, seasonId, unitId, criterionCode]
  return {
    list: async () =>
      (await entries<Key, Waiting>(outboxStore()))
        .filter(([key]) => key[0] === personId && key[1] === seasonId && key[2] === unitId)
        .map(([, waiting]) => waiting),
    put: async (waiting) => set(keyOf(waiting.criterionCode), waiting, outboxStore()),
    drop: async (criterionCode, acknowledged) =>
      outboxStore()('readwrite', (rows) => dropSame(rows, keyOf(criterionCode), acknowledged)),
  }
}

/** Compares and deletes in one transaction, so that another tab's typing in between is not lost. */
function dropSame(rows: IDBObjectStore, key: Key, acknowledged: Typed): Promise<void> {
  return new Promise((resolve, reject) => {
    const found = rows.get(key)
    found.onerror = () => reject(found.error)
    found.onsuccess = () => {
      const waiting = found.result as Waiting | undefined
      if (waiting !== undefined && isSameTyped(waiting.typed, acknowledged)) rows.delete(key)
      resolve()
    }
  })
}

/** An outbox that lasts as long as the page: where the browser keeps nothing, and in tests. */
export function memoryOutbox(): Outbox {
  const rows = new Map<string, Waiting>()
  return {
    list: async () => [...rows.values()],
    put: async (waiting) => {
      rows.set(waiting.criterionCode, waiting)
    },
    drop: async (criterionCode, acknowledged) => {
      const waiting = rows.get(criterionCode)
      if (waiting !== undefined && isSameTyped(waiting.typed, acknowledged)) rows.delete(criterionCode)
    },
  }
}

import { use, useCallback } from 'react'
import { type Locale, locales, presentLocale, setLocale, useLocale } from './locale.ts'
import type { Nested, WordPath } from './words-shape.ts'

type Dictionary = {
  shell: typeof import('../words/vi/shell.ts').words
  problem: typeof import('../words/vi/problem.ts').words
  fault: typeof import('../words/vi/fault.ts').words
  session: typeof import('../words/vi/session.ts').words
  notices: typeof import('../words/vi/notices.ts').words
  seasons: typeof import('../words/vi/seasons.ts').words
  people: typeof import('../words/vi/people.ts').words
  units: typeof import('../words/vi/units.ts').words
  audit: typeof import('../words/vi/audit.ts').words
  assessments: typeof import('../words/vi/assessments.ts').words
  appraisals: typeof import('../words/vi/appraisals.ts').words
  rankings: typeof import('../words/vi/rankings.ts').words
  'ranking-work': typeof import('../words/vi/ranking-work.ts').words
  awards: typeof import('../words/vi/awards.ts').words
  handover: typeof import('../words/vi/handover.ts').words
  pacts: typeof import('../words/vi/pacts.ts').words
  papers: typeof import('../words/vi/papers.ts').words
  laws: typeof import('../words/vi/laws.ts').words
  drafts: typeof import('../words/vi/drafts.ts').words
  criteria: typeof import('../words/vi/criteria.ts').words
  'draft-work': typeof import('../words/vi/draft-work.ts').words
  'draft-acts': typeof import('../words/vi/draft-acts.ts').words
  meetings: typeof import('../words/vi/meetings.ts').words
  ballots: typeof import('../words/vi/ballots.ts').words
}
export type WordRoom = keyof Dictionary
export type WordKey = { [R in WordRoom]: `${R}.${WordPath<Dictionary[R]>}` }[WordRoom]
export type WordParams = Readonly<Record<string, string | number>>
export type Translate = (key: WordKey, params?: WordParams) => string

const loaders = import.meta.glob<{ words: Nested }>('../words/*/*.ts')
const loaded = new Map<string, Nested>()
const loading = new Map<string, Promise<unknown>>()

function loadRoom(locale: Locale, room: WordRoom): Promise<unknown> {
  const key = `${locale}/${room}`
  const already = loading.get(key)
  if (already !== undefined) return already
  const load = loaders[`../words/${key}.ts`]
  const promise = load ? load().then(({ words }) => loaded.set(key, words)) : Promise.resolve()
  // A chunk that did not arrive is asked for again the next time.
  promise.catch(() => loading.delete(key))
  loading.set(key, promise)
  return promise
}

const together = new Map<string, Promise<unknown>>()

/** Loads rooms' words in one language; the same promise for the same rooms, so that React may wait on it. */
export function loadWords(locale: Locale, rooms: readonly WordRoom[]): Promise<unknown> {
  const key = `${locale} ${rooms.join(' ')}`
  const already = together.get(key)
  if (already !== undefined) return already
  const promise = Promise.all(rooms.map((room) => loadRoom(locale, room)))
  promise.catch(() => together.delete(key))
  together.set(key, promise)
  return promise
}

/** Waits (suspends) until these rooms' words are there in the present language. */
export function useLoadedWords(rooms: readonly WordRoom[]): void {
  use(loadWords(useLocale(), rooms))
}

/** Switches the language once the words of every room on screen are there in it. */
export async function chooseLocale(locale: Locale): Promise<void> {
  const rooms = new Set([...loading.keys()].map((key) => key.split('/')[1] as WordRoom))
  await loadWords(locale, [...rooms].sort())
  setLocale(locale)
}

function sentence(locale: Locale, key: string): string | null {
  const [room = '', ...path] = key.split('.')
  let found: string | Nested | undefined = loaded.get(`${locale}/${room}`)
  for (const part of path) found = typeof found === 'object' ? found[part] : undefined
  return typeof found === 'string' ? found : null
}

/**
 * The sentence kept under a key, `{name}` filled in. Its room's words must be loaded; a key whose words are not
 * there is told in the other language, and last by itself, so that a page never breaks for want of a word.
 */
export function translate(locale: Locale, key: WordKey, params: WordParams = {}): string {
  const found = [locale, ...locales].map((one) => sentence(one, key)).find((words) => words !== null) ?? key
  return found.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** `const t = useWords()`, then `t('seasons.phase.open')`: sentences in the reader's language. */
export function useWords(): Translate {
  const locale = useLocale()
  return useCallback((key, params) => translate(locale, key, params), [locale])
}

/** For what is said outside a component. */
export const translateNow: Translate = (key, params) => translate(presentLocale(), key, params)

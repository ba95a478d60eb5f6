import { useSyncExternalStore } from 'react'
import { keep, kept } from './device.ts'

export const locales = ['vi', 'en'] as const
export type Locale = (typeof locales)[number]

let current: Locale = kept('locale') === 'en' ? 'en' : 'vi'
const listeners = new Set<() => void>()

/** The language people read now; Vietnamese unless this device chose English. */
export function presentLocale(): Locale {
  return current
}

/** Switches every sentence on screen; `words.ts` sees to it that they are loaded first. */
export function setLocale(locale: Locale): void {
  current = locale
  document.documentElement.lang = locale
  keep('locale', locale)
  for (const listener of listeners) listener()
}

/** Whether this device chose a language itself. */
export function hasChosenLocale(): boolean {
  return kept('locale') !== null
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The language people read now, followed by the component. */
export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, presentLocale)
}

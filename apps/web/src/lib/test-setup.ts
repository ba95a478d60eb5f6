import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { loadWords, type WordRoom } from './words.ts'

const rooms: WordRoom[] = [
  'shell',
  'problem',
  'fault',
  'session',
  'notices',
  'seasons',
  'people',
  'units',
  'audit',
  'assessments',
  'appraisals',
  'rankings',
  'drafts',
]

// jsdom has no modal dialogs: open is what matters here.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}
HTMLDialogElement.prototype.close = function close() {
  this.open = false
}

let logged: unknown[][] = []

beforeEach(async () => {
  logged = []
  vi.spyOn(console, 'error').mockImplementation((...told) => {
    logged.push(told)
  })
  await loadWords('vi', rooms)
  await loadWords('en', rooms)
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  localStorage.clear()
  expect(logged, 'console.error was called').toEqual([])
})

import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { loadWords, type WordRoom } from './words.ts'

// Every room's words, so that a test reads sentences as people do.
const rooms = Object.keys(import.meta.glob('../words/vi/*.ts')).map(
  (path) => path.slice('../words/vi/'.length, -'.ts'.length) as WordRoom,
)

// A page's code is loaded when first opened, and the machine may be busy.
configure({ asyncUtilTimeout: 8000 })

// jsdom reads files by FileReader alone.
Blob.prototype.text = function text() {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsText(this)
  })
}
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

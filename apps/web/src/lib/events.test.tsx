import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useSeasonEvents } from './events.ts'

class Source extends EventTarget {
  static CLOSED = 2
  static last: Source
  static opened: string[] = []
  readyState = 1
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    Source.last = this
    Source.opened.push(url)
  }
  close() {
    this.readyState = 2
  }
  tell(event: string, lastEventId: string, content: unknown = {}) {
    act(() => {
      this.dispatchEvent(new MessageEvent(event, { lastEventId, data: JSON.stringify(content) }))
    })
  }
  fail(readyState: number) {
    this.readyState = readyState
    act(() => {
      this.dispatchEvent(new Event('error'))
    })
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Source)
  Source.opened = []
})
afterEach(() => {
  vi.useRealTimers()
})

function hear() {
  const cache = new QueryClient()
  const read = vi.spyOn(cache, 'invalidateQueries').mockResolvedValue()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={cache}>{children}</QueryClientProvider>
  )
  const { result, unmount } = renderHook(() => useSeasonEvents('DBSH-2020'), { wrapper })
  const rooms = () => {
    act(() => {
      vi.advanceTimersByTime(200)
    })
    const asked = read.mock.calls.map(([filters]) => filters?.queryKey?.[0])
    read.mockClear()
    return asked
  }
  return { result, unmount, rooms }
}
const about = (aboutKind: string) => ({ number: 1, what: 'x', aboutKind, aboutId: 'y' })

test('acts that come together make each room read again once; nothing else is read', () => {
  const { rooms } = hear()
  expect(Source.last.url).toBe('/api/events?seasonId=DBSH-2020')
  Source.last.tell('ready', '4')
  expect(rooms()).toEqual([])
  for (const id of ['5', '6', '7']) Source.last.tell('act', id, about('ballot'))
  expect(rooms()).toEqual(['ballots', 'meetings'])
  Source.last.tell('act', '8', about('cell'))
  expect(rooms()).toEqual(['seasons', 'tasks'])
})

test('a line that comes back where it ended reads nothing again; after a gap everything is read again', () => {
  const { result, rooms } = hear()
  Source.last.tell('ready', '4')
  Source.last.fail(0)
  expect(result.current.isLost).toBe(true)
  Source.last.tell('ready', '4')
  expect(result.current.isLost).toBe(false)
  expect(rooms()).toEqual([])
  Source.last.tell('reset', '900')
  expect(rooms()).toContain('meetings')
})

test('a refused stream is asked for again, and reads everything it may have missed; a page left closes it', () => {
  const { unmount, rooms } = hear()
  Source.last.tell('ready', '4')
  Source.last.fail(2)
  act(() => {
    vi.advanceTimersByTime(10_000)
  })
  expect(Source.opened).toHaveLength(2)
  Source.last.tell('ready', '9')
  expect(rooms()).toContain('seasons')
  unmount()
  expect(Source.last.readyState).toBe(2)
})

test('a page out of sight gives up its stream, and reads everything again when it is looked at', () => {
  const hidden = vi.spyOn(document, 'hidden', 'get')
  const { rooms } = hear()
  Source.last.tell('ready', '4')
  const turn = (isHidden: boolean) => {
    hidden.mockReturnValue(isHidden)
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'))
    })
  }
  turn(true)
  expect(Source.last.readyState).toBe(2)
  turn(false)
  expect(Source.opened).toHaveLength(2)
  Source.last.tell('ready', '6')
  expect(rooms()).toContain('ballots')
})

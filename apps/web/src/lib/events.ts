import { EventView } from '@bangvang/contract/events'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** The rooms of the cache that show what an act is about; of anything else, what stands under its season. */
const shownIn: Record<string, readonly string[]> = {
  meeting: ['meetings', 'ballots'],
  ballot: ['ballots', 'meetings'],
  minutes: ['meetings'],
  draft: ['drafts', 'tasks'],
  comment: ['comments', 'drafts', 'seasons', 'tasks'],
}
const ofSeason = ['seasons', 'tasks'] as const
const everything = [...new Set([...Object.values(shownIn).flat(), ...ofSeason])]

/** Acts that come together are read once. */
const gatherFor = 150
/** A stream that was refused is asked for again after this. */
const askAgainAfter = 10_000

/** Reads rooms again a moment later, each once, however many acts asked for it. */
function gatherer(cache: QueryClient) {
  const wanted = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const readAgain = () => {
    timer = undefined
    for (const room of wanted) void cache.invalidateQueries({ queryKey: [room] })
    wanted.clear()
  }
  return {
    want: (rooms: readonly string[]) => {
      for (const room of rooms) wanted.add(room)
      timer ??= setTimeout(readAgain, gatherFor)
    },
    stop: () => clearTimeout(timer),
  }
}

type Line = {
  seasonId: string
  want: (rooms: readonly string[]) => void
  setIsLost: (isLost: boolean) => void
}

/** Opens the stream and keeps it open; the answer closes it. */
function openLine({ seasonId, want, setIsLost }: Line): () => void {
  let last = ''
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    const opened = new EventSource(`/api/events?seasonId=${encodeURIComponent(seasonId)}`)
    source = opened
    opened.addEventListener('ready', (event) => {
      // A stream opened anew does not know where the old one ended.
      if (last !== '' && event.lastEventId !== last) want(everything)
      last = event.lastEventId
      setIsLost(false)
    })
    opened.addEventListener('act', (event) => {
      last = event.lastEventId
      const act = EventView.safeParse(JSON.parse(event.data))
      want(act.success ? (shownIn[act.data.aboutKind] ?? ofSeason) : everything)
    })
    opened.addEventListener('reset', (event) => {
      last = event.lastEventId
      want(everything)
    })
    opened.addEventListener('error', () => {
      setIsLost(true)
      // The browser comes again by itself unless it was refused.
      if (opened.readyState === EventSource.CLOSED) timer = setTimeout(open, askAgainAfter)
    })
  }
  const close = () => {
    clearTimeout(timer)
    source?.close()
  }
  // A browser has six connections to one address: a page out of sight leaves its own to the others.
  const turn = () => {
    close()
    if (!document.hidden) open()
  }
  turn()
  document.addEventListener('visibilitychange', turn)
  return () => {
    document.removeEventListener('visibilitychange', turn)
    close()
  }
}

/**
 * Reads again what an act of the season changed, as soon as it happened, while the page is open. After a gap everything
 * of the season is read again. `isLost`: nothing is heard at present.
 */
export function useSeasonEvents(seasonId: string): { isLost: boolean } {
  const cache = useQueryClient()
  const [isLost, setIsLost] = useState(false)
  useEffect(() => {
    if (typeof EventSource === 'undefined') return
    const gather = gatherer(cache)
    const close = openLine({ seasonId, want: gather.want, setIsLost })
    return () => {
      close()
      gather.stop()
    }
  }, [cache, seasonId])
  return { isLost }
}

import { useEffect, useState } from 'react'

/** Renders again every so many milliseconds, for what counts the time. */
export function useTick(milliseconds = 1000): void {
  const [, setTicks] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTicks((ticks) => ticks + 1), milliseconds)
    return () => clearInterval(timer)
  }, [milliseconds])
}

/** Minutes and seconds of a span, "01:24"; hours from the first on, "1:02:09". Never below nothing. */
export function spanText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const two = (part: number) => String(part).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`
}

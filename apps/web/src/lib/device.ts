/** What this device remembers under a name; null where nothing is, or where the browser keeps nothing. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`bangvang.${name}`)
  } catch {
    return null
  }
}

/** Remembers a value on this device, or forgets it (null), as far as the browser lets it. */
export function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`bangvang.${name}`)
    else localStorage.setItem(`bangvang.${name}`, value)
  } catch {
    // A private window remembers nothing; the page works all the same.
  }
}

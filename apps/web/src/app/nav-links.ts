import { type Actor, actsAs } from '@bangvang/core/people/actor'
import type { SeasonEntry } from '../lib/season.ts'
import type { WordKey } from '../lib/words.ts'

export type NavLink = { href: string; words: WordKey }

/** The rooms a mandate finds in the top bar, in the order of the year's work. */
export function navLinks(actor: Actor | null, season: SeasonEntry | null): NavLink[] {
  const links: NavLink[] = [{ href: '/', words: 'shell.nav.tasks' }]
  if (season !== null) {
    const base = `/seasons/${season.id}`
    const unitId = actor?.mandate?.unitId
    const ownUnit = actsAs(actor, 'delegate', 'leader') && unitId ? `/${unitId}` : ''
    links.push({ href: base, words: 'shell.nav.season' })
    if (!actsAs(actor, 'administrator'))
      links.push(
        { href: `${base}/assessments${ownUnit}`, words: 'shell.nav.assessments' },
        { href: `${base}/board`, words: 'shell.nav.board' },
        { href: `${base}/ranking`, words: 'shell.nav.ranking' },
        // The central committee's reviewer begins with what waits for them, whichever the cluster.
        {
          href: actsAs(actor, 'reviewer') ? '/drafts' : `${base}/drafts`,
          words: 'shell.nav.drafts',
        },
        { href: `${base}/meetings`, words: 'shell.nav.meetings' },
      )
  }
  if (actsAs(actor, 'administrator', 'chair', 'viceChair', 'secretary', 'reviewer'))
    links.push({ href: '/journal', words: 'shell.nav.journal' })
  if (actsAs(actor, 'administrator')) links.push({ href: '/admin/people', words: 'shell.nav.admin' })
  return links
}

/** Whether the link leads to the room of the present address. */
export function isCurrent(href: string, path: string): boolean {
  if (href === path) return true
  if (href.startsWith('/admin')) return path.startsWith('/admin')
  if (href.endsWith('/drafts')) return /^(\/seasons\/[^/]+)?\/drafts/.test(path)
  return (
    /\/(assessments|board|ranking|meetings)/.test(href) &&
    path.startsWith(href.replace(/(assessments)\/.*/, '$1'))
  )
}

import { audit } from '@bangvang/contract/audit'
import { type Actor, actsAs } from '@bangvang/core/people/actor'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import * as store from './store.ts'

const refuse = refusals(audit.search)
const page = 50

/** Which chains the actor reads: the administrator all, the reviewer every season's, the others their own season's. */
function readable(actor: Actor, wanted: string | undefined): Pick<store.Search, 'chains' | 'seasonsOnly'> {
  const own = actor.mandate?.seasonId ?? null
  const seasonsOnly = !actsAs(actor, 'administrator')
  if (
    wanted !== undefined &&
    ((own !== null && wanted !== own) || (seasonsOnly && wanted === 'installation'))
  )
    throw refuse('not-found')
  const chain = wanted ?? own
  return { chains: chain === null ? null : [chain], seasonsOnly }
}

/** Words without case and diacritics, as the search compares them. */
export function foldedWords(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('\0', '')
  return plain.split(/\s+/).filter((word) => word !== '')
}

function placeOf(after: string | undefined): store.Search['before'] {
  if (after === undefined) return null
  const [at = '', chain = '', number = ''] = after.split(' ')
  const instant = new Date(at)
  if (Number.isNaN(instant.getTime()) || !/^\d{1,9}$/.test(number)) throw refuse('not-found')
  return { at: instant, chain, number: Number(number) }
}

export async function searchJournal({ query, actor, deps }: Call<typeof audit.search>) {
  const instant = (text: string | undefined) => (text === undefined ? null : new Date(text))
  const items = await store.search(deps.database, {
    ...readable(actor, query.chain),
    what: query.what ?? null,
    words: foldedWords(query.text ?? ''),
    from: instant(query.from),
    to: instant(query.to),
    before: placeOf(query.after),
    most: page + 1,
  })
  const last = items.length > page ? items[page - 1] : undefined
  return {
    items: items.slice(0, page),
    next: last === undefined ? null : `${last.at.toISOString()} ${last.chain} ${last.number}`,
  }
}

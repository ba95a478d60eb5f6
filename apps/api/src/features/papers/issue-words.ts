import { type PaperKind, symbolOf } from '@bangvang/core/papers/paper'
import type { Signature } from '@bangvang/papers/document'
import type { Issue } from '@bangvang/papers/issue'
import { issueWords as words } from '@bangvang/papers/words'
import type { PaperSeason } from './store.ts'

/** A unit as a sentence names it: "tỉnh Hải Dương". */
export function unitWords({ kind, name }: { kind: string; name: string }): string {
  const known: Record<string, string> = words.kinds
  const before = Object.hasOwn(known, kind) ? known[kind] : undefined
  return before === undefined || name.toLocaleLowerCase('vi').startsWith(before) ? name : `${before} ${name}`
}

/** To whom a paper of the cluster goes unless told otherwise. */
export const usualRecipients = ({ clusterName }: PaperSeason): string[] => [
  ...words.recipients(clusterName.vi),
]

const clusterSignature = (name: string | null, title: string): Signature => ({
  authority: [...words.authority, ...(title === '' ? [] : [title])],
  note: null,
  name,
})

export type Issuing = {
  number: number
  place: string
  day: string
  signer: { name: string; title: string }
  recipients: readonly string[]
}

type Made = { kind: PaperKind; season: PaperSeason; isFinal: boolean; now: Date }

/** How a paper of the cluster is headed and signed: as it is issued, or (null) with its places left open. */
export function issueOf({ kind, season, isFinal, now }: Made, issuing: Issuing | null): Issue {
  const signer = issuing?.signer ?? { name: null, title: '' }
  return {
    issuer: { parent: null, name: season.clusterName.vi },
    symbol: symbolOf(kind, issuing?.number ?? null),
    place: issuing?.place ?? season.chairUnit.name,
    day: issuing?.day ?? null,
    signatures: [clusterSignature(signer.name, signer.title)],
    recipients: issuing?.recipients ?? usualRecipients(season),
    isDraft: !isFinal,
    madeAt: now,
  }
}

/** The same for a unit's own paper, which its people's committee issues where the unit is a province or a city. */
export function unitIssue(issue: Issue, unit: { kind: string; name: string }): Issue {
  const parent = Object.hasOwn(words.kinds, unit.kind) ? words.peoplesCommittee : null
  return {
    ...issue,
    issuer: { parent, name: unitWords(unit) },
    symbol: null,
    place: unit.name,
    signatures: [{ authority: [words.unitAuthority], note: null, name: null }],
    recipients: words.unitRecipients,
  }
}

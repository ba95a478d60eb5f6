import { type JournalEntry, verifyChain } from '../audit/chain.ts'
import { isObject } from '../criteria/by-code.ts'
import type { RankingBundle, Sha256 } from '../rankings/bundle.ts'
import { type BundleDifference, verifyBundle } from '../rankings/verify-bundle.ts'
import { checkManifest, type HandoverFiles, HandoverManifest, handoverPaths } from './manifest.ts'

/** A file of the archive, or a place in one: `journal.jsonl#12`, `ranking.json#content.ranking`. */
export type HandoverFault = { path: string; code: string }
export type HandoverVerdict = { ok: boolean; differences: BundleDifference[]; faults: HandoverFault[] }

/** An archive opened: its manifest and ranking as JSON, its journal's lines as JSON; undefined where one is not there or no JSON. */
export type OpenedHandover = {
  manifest: unknown
  ranking: unknown
  journal: readonly unknown[] | undefined
  files: HandoverFiles
}

/**
 * Checks a season handed over: every file there and as stated, the frozen ranking recomputed from its layers, the
 * journal's chain whole to its stated head, and the ranking's anchor in it (issue 4, "Handover"). Never throws.
 */
export function checkHandover(opened: OpenedHandover, sha256: Sha256): HandoverVerdict {
  const faults: HandoverFault[] = checkManifest(opened.manifest, opened.files)
  const manifest = HandoverManifest.safeParse(opened.manifest)
  const bundle = verifyBundle(opened.ranking, sha256)
  const under = (path: string) => `${handoverPaths.ranking}#${path}`
  faults.push(...bundle.faults.map(({ path, code }) => ({ path: under(path), code })))
  const entries = opened.journal?.filter(isEntry)
  if (entries === undefined || entries.length !== opened.journal?.length)
    faults.push({ path: handoverPaths.journal, code: 'wrong_shape' })
  else {
    faults.push(...chainFaults(entries, manifest.success ? manifest.data : null, sha256))
    if (bundle.ok) faults.push(...anchorFaults(entries, opened.ranking as RankingBundle))
  }
  const differences = bundle.differences.map((one) => ({ ...one, path: under(one.path) }))
  return { ok: faults.length === 0 && differences.length === 0, differences, faults }
}

function isEntry(line: unknown): line is JournalEntry {
  if (!isObject(line)) return false
  const { chain, number, hash, previousHash, contentHash, at } = line
  const isHashed = [hash, previousHash, contentHash].every((one) => typeof one === 'string')
  return typeof chain === 'string' && typeof number === 'number' && typeof at === 'string' && isHashed
}

function chainFaults(
  entries: readonly JournalEntry[],
  manifest: HandoverManifest | null,
  sha256: Sha256,
): HandoverFault[] {
  const verdict = verifyChain(entries, sha256)
  const journal = handoverPaths.journal
  if (!verdict.ok) return [{ path: `${journal}#${verdict.number}`, code: verdict.reason }]
  if (manifest === null) return []
  const { chain, number, hash } = manifest.journal
  const last = entries.at(-1)
  const isHead = last?.chain === chain && last.number === number && last.hash === hash
  const isOfSeason = chain === manifest.season.id
  return isHead && isOfSeason ? [] : [{ path: journal, code: 'head' }]
}

/** The bundle names the journal's head as it was when the ranking was frozen: that entry must be the same here. */
function anchorFaults(entries: readonly JournalEntry[], { content }: RankingBundle): HandoverFault[] {
  const { number, hash } = content.journal
  const isAnchored = number === 0 || entries[number - 1]?.hash === hash
  return isAnchored ? [] : [{ path: `${handoverPaths.ranking}#content.journal`, code: 'head' }]
}

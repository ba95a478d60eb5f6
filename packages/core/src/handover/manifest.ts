import { z } from 'zod'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** The manifest of a season handed over: every file with its size and SHA-256, and where the journal ended. */
export const HandoverManifest = z.strictObject({
  format: z.literal('bangvang.handover/1'),
  season: z.strictObject({
    id: z.string(),
    year: z.int(),
    clusterName: z.strictObject({ vi: z.string(), en: z.string() }),
  }),
  madeAt: z.iso.datetime(),
  journal: z.strictObject({ chain: z.string(), number: z.int().min(0), hash: Hash }),
  files: z.array(z.strictObject({ path: z.string().min(1), size: z.int().min(0), sha256: Hash })),
})
export type HandoverManifest = z.infer<typeof HandoverManifest>

/** Where the manifest and what is checked beyond its hash stand in the archive. */
export const handoverPaths = {
  manifest: 'manifest.json',
  ranking: 'ranking.json',
  journal: 'journal.jsonl',
} as const

/** What lies in the archive, by path; SHA-256 in lower-case hex, size in bytes. */
export type HandoverFiles = ReadonlyMap<string, { size: number; sha256: string }>
export type ManifestFault = {
  path: string
  code: 'wrong_shape' | 'duplicate_path' | 'missing' | 'not_listed' | 'wrong_size' | 'wrong_hash'
}

/**
 * What is wrong between a manifest and the files it came with: one that is listed and not there, there and not listed,
 * or of another size or hash; [] where all is as stated (issue 4, "Handover"). Sorted by path.
 */
export function checkManifest(manifest: unknown, files: HandoverFiles): ManifestFault[] {
  const parsed = HandoverManifest.safeParse(manifest)
  if (!parsed.success) return [{ path: handoverPaths.manifest, code: 'wrong_shape' }]
  const faults: ManifestFault[] = []
  const listed = new Set<string>()
  for (const { path, size, sha256 } of parsed.data.files) {
    const found = files.get(path)
    if (listed.has(path)) faults.push({ path, code: 'duplicate_path' })
    else if (found === undefined) faults.push({ path, code: 'missing' })
    else if (found.size !== size) faults.push({ path, code: 'wrong_size' })
    else if (found.sha256 !== sha256) faults.push({ path, code: 'wrong_hash' })
    listed.add(path)
  }
  for (const path of files.keys())
    if (!listed.has(path) && path !== handoverPaths.manifest) faults.push({ path, code: 'not_listed' })
  return faults.sort((a, b) => (a.path < b.path ? -1 : 1))
}

import { checkSubmissions } from '../assessments/check-submissions.ts'
import { compileCriteria, scoreUnits } from '../assessments/score.ts'
import { checkCriteria } from '../criteria/check.ts'
import { canonicalise } from '../numbers/canonical.ts'
import type { RankingBundle, Sha256 } from './bundle.ts'
import { BundleShape } from './bundle-shape.ts'
import { type BundleDifference, differencesOf } from './difference.ts'
import { effectiveSubmissions } from './effective-submissions.ts'
import { rankUnits } from './rank.ts'

export type { BundleDifference } from './difference.ts'

/** What keeps a bundle from being recomputed: `path` in the file ('' is the file), a code as checkCriteria's. */
export type BundleFault = { path: string; code: string }
export type BundleVerdict = { ok: boolean; differences: BundleDifference[]; faults: BundleFault[] }

type Content = RankingBundle['content']
type Findings = { differences: BundleDifference[]; faults: BundleFault[] }

/**
 * Recomputes a bundle from its layers (shape, hashes, effective submissions, every point, the ranking) and says what
 * differs; never throws, whatever the file holds. Layers, and not what the file says of them, are what is scored.
 */
export function verifyBundle(file: unknown, sha256: Sha256): BundleVerdict {
  const shape = BundleShape.safeParse(file)
  if (!shape.success) {
    const faults = shape.error.issues.map(({ path }) => ({ path: path.join('.'), code: 'wrong_shape' }))
    return verdict({ differences: [], faults: distinct(faults) })
  }
  // The shape holds, and criteria and answers are checked before they are used.
  const { content, sha256: stated } = file as RankingBundle
  const findings: Findings = { differences: [], faults: [] }
  checkHash(findings, { path: 'sha256', value: content, stated, sha256 })
  checkLayers(findings, content, sha256)
  const faults = checkCriteria(content.criteria)
  if (faults.length > 0) {
    findings.faults.push(...faults.map(({ path, code }) => ({ path: under('content.criteria', path), code })))
    return verdict(findings)
  }
  checkHash(findings, {
    path: 'content.criteriaVersion.sha256',
    value: content.criteria,
    stated: content.criteriaVersion.sha256,
    sha256,
  })
  recompute(findings, content)
  return verdict(findings)
}

function verdict({ differences, faults }: Findings): BundleVerdict {
  return { ok: differences.length === 0 && faults.length === 0, differences, faults }
}

function under(base: string, path: string): string {
  return path === '' ? base : `${base}.${path}`
}

function distinct(faults: readonly BundleFault[]): BundleFault[] {
  return [...new Map(faults.map((fault) => [fault.path, fault])).values()]
}

type Hashed = { path: string; value: unknown; stated: string; sha256: Sha256 }

function checkHash({ differences, faults }: Findings, { path, value, stated, sha256 }: Hashed): void {
  const canonical = canonicalise(value)
  if (!canonical.ok) faults.push({ path, code: canonical.refusal.reason })
  else differences.push(...differencesOf(path, sha256(canonical.text), stated))
}

/** Each layer is of a unit of the season and the only one with its number, and a self layer is what was signed. */
function checkLayers(findings: Findings, { units, layers }: Content, sha256: Sha256): void {
  const { faults } = findings
  const known = new Set(units.map(({ code }) => code))
  if (known.size < units.length) faults.push({ path: 'content.units', code: 'duplicate_unit' })
  const seen = new Set<string>()
  const check = (path: string, unit: string, identity: unknown[]) => {
    const key = JSON.stringify([path.split('.')[2], unit, ...identity])
    if (!known.has(unit)) faults.push({ path: `${path}.unit`, code: 'unknown_unit' })
    if (seen.has(key)) faults.push({ path: `${path}.number`, code: 'duplicate_number' })
    seen.add(key)
  }
  layers.self.forEach(({ unit, number, answers, sha256: stated }, index) => {
    const path = `content.layers.self.${index}`
    check(path, unit, [number])
    checkHash(findings, { path: `${path}.sha256`, value: answers, stated, sha256 })
  })
  layers.appraised.forEach(({ unit, criterion, number }, index) => {
    check(`content.layers.appraised.${index}`, unit, [criterion, number])
  })
  layers.gates.forEach(({ unit, gate, number }, index) => {
    check(`content.layers.gates.${index}`, unit, [gate, number])
  })
}

/** Scores what the layers come to and compares it with what the file says. */
function recompute({ differences, faults }: Findings, content: Content): void {
  const { criteria } = content
  const submissions = effectiveSubmissions(content)
  const problems = checkSubmissions(criteria, submissions)
  if (problems.length > 0) {
    const indexes = new Map(content.units.map(({ code }, index) => [code, index]))
    for (const { unit, path, code } of problems) {
      faults.push({ path: `content.submissions.${indexes.get(unit ?? '')}.${path}`, code })
    }
    return
  }
  const results = scoreUnits(compileCriteria(criteria), submissions)
  differences.push(
    ...differencesOf('content.submissions', submissions, content.submissions),
    ...differencesOf('content.results', results, content.results),
    ...differencesOf('content.ranking', rankUnits(criteria, results), content.ranking),
  )
}

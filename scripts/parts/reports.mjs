import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { keptFolder } from './checkout.mjs'

const folder = join(keptFolder, 'reports')

/** Forgets the reports of an earlier run. */
export function clearReports() {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}

/** Where a run writes its machine-readable report. */
export const reportPath = (name) => join(folder, `${name}.json`)

/** The sum of all reports there are: { passed, failed }. */
export function countReports() {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const counts = names.map((name) => countReport(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0)
  return { passed: sum('passed'), failed: sum('failed') }
}

/** Counts one report of Playwright (which has stats) or Vitest: { passed, failed }. */
export function countReport({ stats, numPassedTests, numFailedTests }) {
  if (!stats) return { passed: numPassedTests, failed: numFailedTests }
  // What passed only when tried again has failed: a flaky test is a bug.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}

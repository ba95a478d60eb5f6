import { findBrowser } from './browser.mjs'
import { checkout, command } from './checkout.mjs'
import { end, run } from './children.mjs'
import { buildWeb, prepare } from './prepare.mjs'
import { clearReports, countReports, reportPath } from './reports.mjs'
import { withoutDatabase } from './sample-database.mjs'
import { say, sayFailure } from './say.mjs'
import { startTestDatabase } from './test-database.mjs'

// Nothing of how this machine runs the product may reach a test.
const isSetting = (name) =>
  /^(NODE_ENV|HOST|PORT|TRUST_PROXY|LOG_LEVEL|RATE_LIMIT|UPLOAD_LIMIT_MB|BANGVANG_SAMPLE|\w+_FOLDER)$/.test(
    name,
  )

/** The environment of tests and benchmarks. */
export const environment = Object.fromEntries(
  Object.entries(withoutDatabase()).filter(([name]) => !isSetting(name)),
)

let testDatabase
const withDatabase = async () => {
  testDatabase ??= startTestDatabase()
  return { ...environment, ...(await testDatabase) }
}

/** The stages of the test command, each: { vi, en, work }. */
export const preparing = { vi: 'Chuẩn bị', en: 'Preparing', work: prepare }
const plain = process.stdout.isTTY ? [] : ['--colors=off']
export const lint = {
  vi: 'Khuôn dạng và lint',
  en: 'Format and lint',
  work: () => run(command('biome'), ['ci', '.', ...plain]),
}
export const types = {
  vi: 'Kiểu',
  en: 'Types',
  work: () => {
    const env = { ...environment, TURBO_TELEMETRY_DISABLED: '1' }
    return run(command('turbo'), ['run', 'types', '--ui=stream', '--output-logs=errors-only'], { env })
  },
}
export const rules = {
  vi: 'Quy tắc và hợp đồng',
  en: 'Rules and contract',
  work: () => vitest(['packages/core', 'packages/contract', 'packages/papers'], environment),
}
export const programs = {
  vi: 'Dòng lệnh và các trang',
  en: 'Command line and pages',
  work: () => vitest(['apps/cli', 'apps/web'], environment),
}
export const database = {
  vi: 'Thử với PostgreSQL',
  en: 'Tests with PostgreSQL',
  work: async () => vitest(['scripts', 'apps/api'], await withDatabase()),
}

/** The browser's journeys; `args` are Playwright's own, such as -g. */
export const journeys = (args = []) => ({
  vi: 'Hành trình trên trình duyệt',
  en: 'Browser journeys',
  work: async () => {
    const browser = await findBrowser()
    await buildWeb()
    await run(process.execPath, ['apps/web/check-size.mjs'])
    const env = {
      ...(await withDatabase()),
      E2E_CHROMIUM: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportPath('e2e'),
    }
    await run(command('playwright'), ['test', '--reporter=list,json', ...args], {
      cwd: `${checkout}/e2e`,
      env,
    })
  },
})

/**
 * Runs stages in order up to the first that fails, ends everything it started, and sums up.
 * The last line is `N passed, N failed`; a stage that fails without a failed test counts as one. Answers the exit code.
 */
export async function runStages(stages) {
  clearReports()
  const told = []
  let failure
  for (const { vi, en, work } of stages) {
    say(vi, en)
    const began = Date.now()
    failure = await work().then(
      () => undefined,
      (error) => error,
    )
    told.push(`${failure ? '✗' : '✓'} ${vi} · ${en}: ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
    if (failure) break
  }
  if (failure) sayFailure(failure)
  await end()
  const { passed, failed } = countReports()
  const faults = failure ? Math.max(failed, 1) : failed
  process.stdout.write(`\n${told.join('')}\n${passed} passed, ${faults} failed\n`)
  return faults > 0 ? 1 : 0
}

async function vitest(folders, env) {
  for (const folder of folders) {
    const report = `--outputFile.json=${reportPath(folder.replace('/', '-'))}`
    const args = ['run', '--reporter=default', '--reporter=json', report]
    await run(command('vitest'), args, { cwd: `${checkout}/${folder}`, env })
  }
}

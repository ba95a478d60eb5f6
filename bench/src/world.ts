import { randomUUID } from 'node:crypto'
import { sha256 } from '@bangvang/api/audit/record'
import { openDatabase } from '@bangvang/api/db'
import { makers } from '@bangvang/api/test/makers'
import { listCriteria } from '@bangvang/core/criteria/list'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import pg from 'pg'
import { answersOf, criteria } from './answers.ts'
import { makeLongDraft } from './draft.ts'

function required(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: run npm run bench`)
  return value
}

function urlOf(name: string, database: string): string {
  const url = new URL(required(name))
  url.pathname = `/${database}`
  return url.href
}

async function asOwner(sql: string, database = 'postgres'): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('TEST_DATABASE_OWNER_URL', database) })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

/** A database with two seasons of nine units and 54 criteria: one being filled in, one submitted; a long draft; and who looks at them. */
export async function openWorld() {
  const name = `bangvang_bench_${process.pid}_${randomUUID().slice(0, 8)}`
  await asOwner(`CREATE DATABASE ${name} TEMPLATE bangvang_template`)
  const url = urlOf('TEST_DATABASE_URL', name)
  const database = openDatabase(url, 5)
  const clock = { now: new Date() }
  const make = makers(database, clock)
  const seasonOf = async (status: 'draft' | 'submitted', phase: 'open' | 'appraisal') => {
    const season = await make.season({ units: 9, criteria, phase: 'open' })
    const places = season.units.map((unitId) => ({ seasonId: season.id, unitId }))
    await database.prisma.assessment.createMany({
      data: places.map((place) => ({ ...place, status, createdAt: clock.now })),
    })
    if (status === 'submitted')
      await database.prisma.submission.createMany({
        data: places.map((place, n) => ({ ...place, ...submissionOf(n, clock.now) })),
      })
    await database.prisma.season.update({ where: { id: season.id }, data: { phase } })
    return season
  }
  const filling = await seasonOf('draft', 'open')
  const submitted = await seasonOf('submitted', 'appraisal')
  const place = { seasonId: filling.id, unitId: filling.chair }
  const delegate = await make.person({ role: 'delegate', ...place })
  const draftId = await makeLongDraft(database, filling, delegate)
  await asOwner('VACUUM ANALYZE', name)
  const close = async () => {
    await database.close()
    await asOwner(`DROP DATABASE ${name} WITH (FORCE)`)
  }
  return {
    url,
    place,
    /** The criteria whose answer is a target and what was reached. */
    codes: listCriteria(criteria)
      .filter(({ criterion }) => criterion.measure.kind === 'achievement')
      .map(({ criterion }) => criterion.code),
    delegate,
    draftId,
    submittedId: submitted.id,
    appraiser: await make.person({ role: 'appraiser', seasonId: submitted.id }),
    /** The stored version of each answer of the season being filled in. */
    versions: async () => {
      const rows = await database.prisma.answer.findMany({ where: place })
      return new Map(rows.map(({ criterionCode, version }) => [criterionCode, version]))
    },
    close,
  }
}
export type World = Awaited<ReturnType<typeof openWorld>>

function submissionOf(n: number, at: Date) {
  const answers = Object.fromEntries(
    Object.entries(answersOf(n)).map(([code, answer]) => [code, { answer, note: '', evidence: [] }]),
  )
  return {
    number: 1,
    answers,
    sha256: sha256(canonicalJson(answers)),
    total: '0.00',
    submittedAt: at,
    submittedBy: 'Đại biểu',
    signedOffBy: 'Lãnh đạo',
    isLate: false,
  }
}

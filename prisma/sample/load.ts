import { readFileSync } from 'node:fs'
import { buildApp } from '@bangvang/api/app'
import { inTransaction, openDatabase } from '@bangvang/api/db'
import { readEnv } from '@bangvang/api/env'
import { folderStore } from '@bangvang/api/files/file-store'
import { assessments } from '@bangvang/contract/assessments'
import { createClient } from '@bangvang/contract/client'
import { session } from '@bangvang/contract/session'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { samplePassword, samplePeople } from './accounts.ts'
import { bootstrapPeople, bootstrapSeason, bootstrapUnits, type Units } from './bootstrap.ts'
import { type Figure, type Indicator, sampleFigures } from './figures.ts'

const data = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'))
const units = data<Units>('units.json')
const criteria = data<CriteriaDocument>('criteria-dbsh-2020.json')
const members = units.cluster.members.flatMap((code) => units.units.filter((unit) => unit.code === code))
const figures = sampleFigures(criteria, members, data<Indicator[]>('indicators-2020.json'))
const seasonId = `${units.cluster.code}-${units.cluster.year}`
const people = samplePeople(units.cluster.members, {
  id: seasonId,
  chair: units.cluster.chair,
  viceChair: 'HDU',
})

const env = readEnv({ ...process.env, RATE_LIMIT: '1000000' })
const database = openDatabase(env.DATABASE_URL)
const clock = { now: new Date('2020-12-01T02:00:00.000Z') }
const app = await buildApp({
  env,
  database,
  files: folderStore(env.FILES_FOLDER),
  clock: () => clock.now,
  sampleAccounts: null,
})

/** The product's own client, over the product itself: the sample year is made by the acts that any year is made by. */
async function signedIn(email: string) {
  const answer = await app.inject({
    method: 'POST',
    url: session.signIn.path,
    payload: { email, password: samplePassword },
  })
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
  return createClient(async (url, { method, headers, body }) => {
    const { statusCode, rawPayload } = await app.inject({
      method: method as 'GET',
      url,
      headers: { ...headers, cookie },
      ...(body === undefined ? {} : { payload: body as string }),
    })
    return new Response(statusCode === 204 ? null : new Uint8Array(rawPayload), { status: statusCode })
  })
}

async function fillIn(unitId: string, some: readonly [string, Figure][]) {
  const params = { seasonId, unitId }
  const delegate = await signedIn(`daibieu.${unitId.toLowerCase()}@mau.vn`)
  await delegate(assessments.saveAnswers, {
    params,
    body: {
      answers: some.map(([criterionCode, { answer, note }]) => ({
        criterionCode,
        answer,
        note: note.slice(0, 2000),
        version: 0,
      })),
    },
  })
  return { params, delegate }
}

async function submit(unitId: string) {
  const { params, delegate } = await fillIn(unitId, [...(figures.get(unitId) ?? [])])
  await delegate(assessments.sendForSignOff, { params })
  await (await signedIn(`lanhdao.${unitId.toLowerCase()}@mau.vn`))(assessments.signOff, { params })
}

await inTransaction(database, async (tx) => {
  await bootstrapUnits(tx, units)
  await bootstrapSeason(tx, units, criteria)
  await bootstrapPeople(tx, people)
})
// Thái Bình has filled in the first section only; Hưng Yên is returned; the others have submitted.
await fillIn('TBI', [...(figures.get('TBI') ?? [])].slice(0, 22))
for (const unitId of units.cluster.members.filter((code) => code !== 'TBI')) {
  clock.now = new Date(clock.now.getTime() + 86_400_000)
  await submit(unitId)
}
const secretary = await signedIn('thuky@mau.vn')
await secretary(assessments.return, {
  params: { seasonId, unitId: 'HYE' },
  body: { reason: 'Thiếu xác nhận của Cục Thống kê cho chỉ tiêu thu hút đầu tư (KT10).' },
})

await app.close()
await database.close()

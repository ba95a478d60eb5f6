import { randomUUID } from 'node:crypto'
import { record } from '@bangvang/api/audit/record'
import { inTransaction } from '@bangvang/api/db'
import { makeFirstAdministrator } from '@bangvang/api/features/people/first-administrator'
import { hashPassword } from '@bangvang/api/password'
import { people } from '@bangvang/contract/people'
import { seasons } from '@bangvang/contract/seasons'
import { units as unitRoom } from '@bangvang/contract/units'
import {
  administrator,
  officers,
  reviewer,
  type SampleMandate,
  samplePassword,
  samplePeople,
} from './accounts.ts'
import { cluster, members, seasonIdOf, units } from './facts.ts'
import type { Stage } from './stage.ts'

/** The administrator, the nine provinces, the cluster and everyone's account. */
export async function installSample(stage: Stage): Promise<void> {
  stage.at('2019-01-07 08:00')
  const { database } = stage
  const made = await makeFirstAdministrator(
    database,
    { ...administrator, password: samplePassword },
    stage.now(),
  )
  if (!made.ok) throw new Error(`no administrator: ${made.refusal.reason}`)
  const call = await stage.as(administrator.email)
  for (const { code: id, validTo: _end, successor: _successor, ...unit } of members)
    await call(unitRoom.create, { body: { id, ...unit } })
  await call(unitRoom.createCluster, { body: { id: cluster.code, name: cluster.name } })
  await openAccounts(stage)
  await call(people.grant, {
    params: { personId: (await personIds(stage)).get(reviewer) ?? '' },
    body: { ...untilFurther, role: 'reviewer', startsOn: '2019-01-07' },
  })
}

// Straight into the database: an account opened by the product begins with a one-time password, and all of these share one.
async function openAccounts({ database, now }: Stage): Promise<void> {
  const passwordHash = await hashPassword(samplePassword)
  await inTransaction(database, async (tx) => {
    const { id: personId } = await tx.person.findUniqueOrThrow({ where: { email: administrator.email } })
    const actor = { personId, name: administrator.name, mandate: null }
    for (const { email, name } of samplePeople(cluster.members)) {
      if (email === administrator.email) continue
      const id = randomUUID()
      await tx.person.createMany({ data: [{ id, email, name, passwordHash, createdAt: now() }] })
      await record(tx, {
        actor,
        now: now(),
        seasonId: null,
        what: 'person-created',
        about: { kind: 'person', id },
        after: { name, email },
      })
    }
  })
}

/** A season comes to be with its members, officers and mandates. `endsOn` ends those of the units and the appraisers. */
export async function createSampleSeason(stage: Stage, year: number, endsOn: string | null): Promise<void> {
  const call = await stage.as(administrator.email)
  const { code: clusterId } = cluster
  await call(unitRoom.setMembers, { params: { clusterId, year }, body: { unitIds: cluster.members } })
  const chairs =
    year === 2019
      ? { chairUnitId: officers.chairOf2019, viceChairUnitId: null }
      : { chairUnitId: officers.chair, viceChairUnitId: officers.viceChair }
  await call(seasons.create, { body: { clusterId, year, ...chairs } })
  await stage.database.prisma.season.updateMany({
    where: { id: seasonIdOf(year) },
    data: { isSample: true },
  })
  const ids = await personIds(stage)
  for (const { email, role, unitId, before } of samplePeople(cluster.members)) {
    if (role === 'reviewer' || role === 'administrator') continue
    const mandates: SampleMandate[] = [...before, { year: 2020, role, unitId }]
    for (const mandate of mandates.filter((one) => one.year === year))
      await call(people.grant, {
        params: { personId: ids.get(email) ?? '' },
        body: {
          ...untilFurther,
          role: mandate.role,
          unitId: mandate.unitId,
          seasonId: seasonIdOf(year),
          startsOn: `${year}-01-15`,
          endsOn: mandate.role === 'chair' ? null : endsOn,
        },
      })
  }
}

const untilFurther = { seasonId: null, unitId: null, endsOn: null, substituteForId: null, paperNumber: null }

async function personIds(stage: Stage): Promise<Map<string, string>> {
  const call = await stage.as(administrator.email)
  return new Map((await call(people.list, {})).items.map(({ email, id }) => [email, id]))
}

/** On 2025-07-01 the nine became six: each ends with its successor; results stay with the unit that earned them. */
export async function mergeProvinces(stage: Stage): Promise<void> {
  stage.at('2025-06-16 08:00')
  const call = await stage.as(administrator.email)
  const isLater = ({ code }: { code: string }) => !cluster.members.includes(code)
  for (const { code: id, validTo: _end, successor: _successor, ...unit } of units.filter(isLater))
    await call(unitRoom.create, { body: { id, ...unit } })
  for (const { code: unitId, validTo, successor } of members)
    if (validTo !== null)
      await call(unitRoom.end, { params: { unitId }, body: { validTo, successorId: successor } })
}

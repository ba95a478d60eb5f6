import { randomUUID } from 'node:crypto'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import type { Role } from '@bangvang/core/people/actor'
import type { Phase } from '@bangvang/core/seasons/season'
import { sha256 } from '../audit/record.ts'
import type { Database } from '../db.ts'
import { hashToken, newToken } from '../http/session.ts'
import { smallCriteria } from './small-criteria.ts'

/** A person made by a maker, signed in. */
export type Made = {
  personId: string
  name: string
  mandateId: string
  cookie: string
  unitId: string | null
}
/** A season made by a maker. */
export type MadeSeason = {
  id: string
  clusterId: string
  units: string[]
  chair: string
  criteria: CriteriaDocument
  criteriaVersionId: string
}

let made = 0
const unique = (prefix: string) =>
  `${prefix}${process.pid.toString(36).toUpperCase()}${(++made).toString(36).toUpperCase()}`

type SeasonWish = { phase?: Phase; units?: number; criteria?: CriteriaDocument; viceChair?: boolean }
type PersonWish = { role: Role; seasonId?: string; unitId?: string; endsOn?: string; name?: string }

/** Makers of rows: a test mints what it needs, never shared seed rows. */
export function makers(database: Database, clock: { now: Date }) {
  const { prisma } = database
  const unit = async () => {
    const id = unique('U')
    await prisma.unit.create({
      data: { id, stateCode: '22', name: `Tỉnh ${id}`, kind: 'province', validFrom: new Date('1990-01-01') },
    })
    return id
  }
  const season = async (wish: SeasonWish = {}): Promise<MadeSeason> => {
    const clusterId = unique('C')
    const criteria = wish.criteria ?? smallCriteria
    await prisma.cluster.create({
      data: { id: clusterId, nameVi: `Cụm ${clusterId}`, nameEn: `Cluster ${clusterId}` },
    })
    const units: string[] = []
    for (let n = 0; n < (wish.units ?? 3); n += 1) units.push(await unit())
    await prisma.clusterMember.createMany({
      data: units.map((unitId, position) => ({ clusterId, year: 2020, unitId, position })),
    })
    const version = await prisma.criteriaVersion.create({
      data: {
        id: randomUUID(),
        clusterId,
        year: 2020,
        number: 1,
        status: 'adopted',
        document: criteria as object,
        sha256: sha256(canonicalJson(criteria)),
        legalBasis: 'Quy chế Cụm',
        adoptedOn: new Date('2020-02-14'),
        createdAt: clock.now,
      },
    })
    const chair = units[0] ?? ''
    const id = `${clusterId}-2020`
    await prisma.season.create({
      data: {
        id,
        clusterId,
        year: 2020,
        phase: wish.phase ?? 'open',
        chairUnitId: chair,
        viceChairUnitId: wish.viceChair === false ? null : (units[1] ?? null),
        criteriaVersionId: version.id,
        createdAt: clock.now,
      },
    })
    return { id, clusterId, units, chair, criteria, criteriaVersionId: version.id }
  }
  return { unit, season, person: personMaker(database, clock) }
}

function personMaker({ prisma }: Database, clock: { now: Date }) {
  return async (wish: PersonWish): Promise<Made> => {
    const personId = randomUUID()
    const mandateId = randomUUID()
    const name = wish.name ?? `Người ${unique('')}`
    await prisma.person.create({
      data: { id: personId, email: `${personId}@example.vn`, name, createdAt: clock.now },
    })
    await prisma.mandate.create({
      data: {
        id: mandateId,
        personId,
        role: wish.role,
        seasonId: wish.seasonId ?? null,
        unitId: wish.unitId ?? null,
        startsOn: new Date('2020-01-01'),
        endsOn: wish.endsOn ? new Date(wish.endsOn) : null,
        createdAt: clock.now,
      },
    })
    const token = newToken()
    await prisma.session.create({
      data: {
        tokenHash: new Uint8Array(hashToken(token)),
        personId,
        mandateId,
        createdAt: clock.now,
        lastSeenAt: clock.now,
        expiresAt: new Date('2100-01-01'),
      },
    })
    return { personId, name, mandateId, cookie: `session=${token}`, unitId: wish.unitId ?? null }
  }
}

import { randomUUID } from 'node:crypto'
import { sha256 } from '@bangvang/api/audit/record'
import type { Tx } from '@bangvang/api/db'
import { hashPassword } from '@bangvang/api/password'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import { type SamplePerson, samplePassword } from './accounts.ts'

type Unit = {
  code: string
  stateCode: string
  name: string
  kind: string
  validFrom: string
  validTo: string | null
  successor: string | null
}
/** data/units.json. */
export type Units = {
  units: Unit[]
  cluster: { code: string; name: { vi: string; en: string }; year: number; chair: string; members: string[] }
}

/** Units over time, successors after those that follow them, and the cluster with its members. */
export async function bootstrapUnits(tx: Tx, { units, cluster }: Units): Promise<void> {
  const newestFirst = [...units].sort((a, b) => Number(a.successor !== null) - Number(b.successor !== null))
  for (const { code, successor, validFrom, validTo, ...unit } of newestFirst)
    await tx.unit.createMany({
      data: [
        {
          id: code,
          ...unit,
          validFrom: new Date(validFrom),
          validTo: validTo === null ? null : new Date(validTo),
          successorId: successor,
        },
      ],
    })
  await tx.cluster.createMany({
    data: [{ id: cluster.code, nameVi: cluster.name.vi, nameEn: cluster.name.en }],
  })
  await tx.clusterMember.createMany({
    data: cluster.members.map((unitId, position) => ({
      clusterId: cluster.code,
      year: cluster.year,
      unitId,
      position,
    })),
  })
}

/** The season, open since February, with the criteria adopted then and an empty assessment for each member. */
export async function bootstrapSeason(tx: Tx, { cluster }: Units, criteria: CriteriaDocument): Promise<void> {
  const versionId = randomUUID()
  const seasonId = `${cluster.code}-${cluster.year}`
  const createdAt = new Date('2020-01-15T02:00:00.000Z')
  await tx.criteriaVersion.createMany({
    data: [
      {
        id: versionId,
        clusterId: cluster.code,
        year: cluster.year,
        number: 1,
        status: 'adopted',
        document: criteria as object,
        sha256: sha256(canonicalJson(criteria)),
        legalBasis: 'Quy chế hoạt động của Cụm; ghép từ các bộ tiêu chí đọc được, không phải bảng chính thức',
        adoptedOn: new Date('2020-02-14'),
        createdAt,
      },
    ],
  })
  await tx.season.createMany({
    data: [
      {
        id: seasonId,
        clusterId: cluster.code,
        year: cluster.year,
        phase: 'open',
        chairUnitId: cluster.chair,
        viceChairUnitId: 'HDU',
        criteriaVersionId: versionId,
        isSample: true,
        createdAt,
      },
    ],
  })
  await tx.phaseChange.createMany({
    data: [{ seasonId, phase: 'open', at: new Date('2020-02-14T02:00:00.000Z'), byName: 'Phạm Văn Thành' }],
  })
  await tx.deadline.createMany({
    data: [
      {
        id: randomUUID(),
        seasonId,
        kind: 'assessment',
        unitId: null,
        at: new Date('2020-12-25T10:00:00.000Z'),
        createdAt,
        byName: 'Phạm Văn Thành',
      },
    ],
  })
  await tx.assessment.createMany({ data: cluster.members.map((unitId) => ({ seasonId, unitId, createdAt })) })
}

/** The accounts with their mandates, from the year's first day on. */
export async function bootstrapPeople(tx: Tx, people: readonly SamplePerson[]): Promise<void> {
  const passwordHash = await hashPassword(samplePassword)
  const createdAt = new Date('2020-01-15T02:00:00.000Z')
  for (const { email, name, role, unitId, seasonId } of people) {
    const personId = randomUUID()
    await tx.person.createMany({ data: [{ id: personId, email, name, passwordHash, createdAt }] })
    await tx.mandate.createMany({
      data: [
        { id: randomUUID(), personId, role, unitId, seasonId, startsOn: new Date('2020-01-01'), createdAt },
      ],
    })
  }
}

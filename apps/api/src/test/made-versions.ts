import { randomUUID } from 'node:crypto'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import { sha256 } from '../audit/record.ts'
import type { World } from './kit.ts'
import type { MadeSeason } from './makers.ts'

/** An adopted version of a season's criteria under the next number; the one before is superseded. */
export async function makeVersion(
  world: World,
  season: Pick<MadeSeason, 'clusterId'>,
  document: CriteriaDocument,
): Promise<string> {
  const { prisma } = world.database
  const of = { clusterId: season.clusterId, year: document.year }
  const { _max } = await prisma.criteriaVersion.aggregate({ where: of, _max: { number: true } })
  await prisma.criteriaVersion.updateMany({
    where: { ...of, status: 'adopted' },
    data: { status: 'superseded' },
  })
  const id = randomUUID()
  await prisma.criteriaVersion.create({
    data: {
      ...of,
      id,
      number: (_max.number ?? 0) + 1,
      status: 'adopted',
      document: document as object,
      sha256: sha256(canonicalJson(document)),
      legalBasis: 'Quyết định sửa đổi',
      adoptedOn: new Date('2020-06-01'),
      createdAt: world.clock.now,
    },
  })
  return id
}

/** A newer version that a season can take or be corrected by, and a correction that one unit has not read yet. */
export async function makeCorrection(world: World, season: MadeSeason, unitId: string) {
  const versionId = await makeVersion(world, season, season.criteria)
  const correctionId = randomUUID()
  await world.database.prisma.criteriaCorrection.create({
    data: {
      id: correctionId,
      seasonId: season.id,
      fromVersionId: versionId,
      toVersionId: season.criteriaVersionId,
      reason: 'Đính chính',
      at: world.clock.now,
      byName: 'Cụm trưởng',
      units: { create: { unitId, kept: 0, moved: [], lastSubmission: 0, isReturned: false } },
    },
  })
  return { versionId, correctionId }
}

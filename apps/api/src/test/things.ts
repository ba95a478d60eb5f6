import { randomUUID } from 'node:crypto'
import { assessments } from '@bangvang/contract/assessments'
import type { Phase } from '@bangvang/core/seasons/season'
import type { World } from './kit.ts'
import { makeDraft } from './made-draft.ts'
import { makeMeeting } from './made-meeting.ts'
import { makeCorrection } from './made-versions.ts'
import type { Made } from './makers.ts'
import type { Things } from './valid-input.ts'

/** A file of the unit's, taken in by the API; a season that is not open yet takes none. */
async function uploadFile(world: World, delegate: Made, params: { seasonId: string; unitId: string }) {
  const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
  const body = new File([pdf], 'Báo cáo.pdf')
  return (await world.as(delegate)(assessments.upload, { params, query: {}, body })).id
}

async function shelveLaw({ database, clock }: World): Promise<string> {
  const id = randomUUID()
  const named = { kind: 'law', number: `${id}/QH15`, titleVi: 'Luật mẫu' } as const
  await database.prisma.law.createMany({
    data: [{ ...named, id, createdAt: clock.now, updatedAt: clock.now }],
  })
  return id
}

/** A season in a phase, with assessments, a file, a comment: one of everything an endpoint may be about. */
export async function makeThings(world: World, phase: Phase = 'open'): Promise<Things> {
  const { prisma } = world.database
  const isPrepared = phase === 'preparing'
  const season = await world.make.season({ phase: isPrepared ? phase : 'open' })
  const [unitId = '', secondUnitId = ''] = season.units
  const place = { seasonId: season.id, unitId }
  await prisma.assessment.createMany({
    data: season.units.map((id) => ({ seasonId: season.id, unitId: id, createdAt: world.clock.now })),
  })
  const delegate = await world.make.person({ role: 'delegate', ...place })
  const evidenceId = isPrepared ? randomUUID() : await uploadFile(world, delegate, place)
  const { personId, mandateId, name: byName } = delegate
  const commentId = randomUUID()
  const comment = { byName, byRole: 'delegate', byPersonId: personId, at: world.clock.now } as const
  await prisma.comment.createMany({
    data: [
      {
        ...comment,
        id: commentId,
        seasonId: season.id,
        subject: 'ranking',
        number: 1,
        body: 'Đề nghị rà soát.',
      },
    ],
  })
  const drafted = await makeDraft(world, { season, by: delegate, unitId })
  const corrected = await makeCorrection(world, season, unitId)
  await prisma.season.update({ where: { id: season.id }, data: { phase }, select: { id: true } })
  const met = await makeMeeting(world, season)
  const { clusterId } = season
  const lawId = await shelveLaw(world)
  return {
    ...place,
    ...drafted,
    ...met,
    lawId,
    ...corrected,
    clusterId,
    personId,
    mandateId,
    commentId,
    secondUnitId,
    evidenceId,
  }
}

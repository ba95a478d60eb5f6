import { randomUUID } from 'node:crypto'
import type { World } from './kit.ts'
import type { Made, MadeSeason } from './makers.ts'

type Of = { season: MadeSeason; by: Made; unitId: string }

/** A regulation of two articles, sent out to one mandate, with one suggestion of that mandate. */
export async function makeDraft(world: World, { season, by, unitId }: Of) {
  const { prisma } = world.database
  const { now } = world.clock
  const draftId = randomUUID()
  const suggestionId = randomUUID()
  await prisma.draft.create({
    data: {
      id: draftId,
      kind: 'regulation',
      clusterId: season.clusterId,
      seasonId: season.id,
      year: 2021,
      title: 'Quy chế hoạt động',
      status: 'consultation',
      revision: 1,
      legalBasis: '',
      createdAt: now,
      updatedAt: now,
    },
  })
  await prisma.draftNode.createMany({
    data: ['D1', 'D2'].map((id, index) => ({
      draftId,
      id,
      position: `${index + 1}`,
      kind: 'article',
      content: { text: `Điều khoản ${id}` },
      version: 1,
    })),
  })
  await prisma.consultation.create({
    data: { draftId, round: 1, sentAt: now, deadline: new Date('2020-12-30'), message: '', byName: 'Thư ký' },
  })
  const asked = { personId: by.personId, name: by.name, role: 'delegate', unitId } as const
  await prisma.invitee.create({
    data: { ...asked, draftId, round: 1, mandateId: by.mandateId, position: 1 },
  })
  await prisma.comment.create({
    data: {
      id: suggestionId,
      seasonId: season.id,
      subject: 'draft',
      draftId,
      number: 1,
      anchor: 'D1',
      field: 'text',
      quote: { text: 'Điều khoản', before: '', after: ' D1' },
      body: '',
      replacement: 'Phạm vi',
      byName: by.name,
      byRole: 'delegate',
      byUnitId: unitId,
      byPersonId: by.personId,
      byMandateId: by.mandateId,
      at: now,
    },
  })
  return { draftId, suggestionId }
}

import { randomUUID } from 'node:crypto'
import { questionOf } from '@bangvang/core/ballots/presets'
import type { World } from './kit.ts'
import type { MadeSeason } from './makers.ts'

/** What an endpoint of the meetings, the votes and the minutes may be about. */
export type MeetingThings = {
  meetingId: string
  itemId: string
  speechId: string
  contributionId: string
  taskId: string
  meetingFileId: string
  ballotId: string
  paragraphId: string
  chairMandateId: string
  secretaryMandateId: string
}

/** A running meeting of a season, in which something of each kind was done, with an open vote and minutes begun. */
export async function makeMeeting(world: World, season: MadeSeason): Promise<MeetingThings> {
  const { prisma } = world.database
  const at = world.clock.now
  const [unitId = ''] = season.units
  const chair = await world.make.person({ role: 'chair', seasonId: season.id, unitId })
  const secretary = await world.make.person({ role: 'secretary', seasonId: season.id, unitId })
  const officers = { chairMandateId: chair.mandateId, secretaryMandateId: secretary.mandateId }
  const meetingId = randomUUID()
  const itemId = randomUUID()
  await prisma.meeting.create({
    data: {
      id: meetingId,
      seasonId: season.id,
      kind: 'preparatory',
      title: 'Họp trù bị',
      status: 'running',
      startsAt: at,
      startedAt: at,
      place: 'Quảng Ninh',
      onlineLink: '',
      ...officers,
      chairName: chair.name,
      chairUnitId: unitId,
      secretaryName: secretary.name,
      quorumShare: '2/3',
      quorumTest: 'atLeast',
      quorumBasis: 'Quy chế Cụm',
      currentItemId: itemId,
      createdAt: at,
      items: {
        create: { id: itemId, position: 1, title: 'Thông qua bảng xếp hạng', kind: 'vote', startedAt: at },
      },
    },
  })
  const of = { meetingId, itemId }
  const [speechId, contributionId, taskId] = [randomUUID(), randomUUID(), randomUUID()]
  await prisma.speech.createMany({ data: [{ ...of, id: speechId, name: 'Khách mời', askedAt: at }] })
  const said = { kind: 'comment', body: 'Đề nghị rà soát.', byName: 'Khách mời', at } as const
  const entered = { enteredBy: secretary.name, enteredById: secretary.mandateId }
  await prisma.contribution.createMany({
    data: [{ ...of, ...said, ...entered, id: contributionId, number: 1 }],
  })
  await prisma.meetingTask.createMany({
    data: [{ ...of, id: taskId, number: 1, title: 'Gửi hồ sơ', ownerUnitId: unitId, ownerName: '' }],
  })
  return {
    ...of,
    ...officers,
    ...{ speechId, contributionId, taskId },
    meetingFileId: await addFile(world, meetingId),
    ballotId: await addBallot(world, { ...of, seasonId: season.id }),
    paragraphId: await addMinutes(world, meetingId),
  }
}

async function addFile({ database, clock }: World, meetingId: string): Promise<string> {
  const id = randomUUID()
  const file = { name: 'Giấy ủy quyền.pdf', contentType: 'application/pdf', size: 9, sha256: '0'.repeat(64) }
  await database.prisma.meetingFile.createMany({
    data: [{ ...file, id, meetingId, uploadedAt: clock.now, uploadedBy: 'Thư ký' }],
  })
  return id
}

async function addBallot(
  { database, clock }: World,
  of: { meetingId: string; itemId: string; seasonId: string },
): Promise<string> {
  const id = randomUUID()
  const asked = { title: 'Thông qua?', preset: 'conclusion', legalBasis: 'Quy chế Cụm' }
  await database.prisma.ballot.createMany({
    data: [{ ...of, ...asked, id, status: 'open', createdAt: clock.now }],
  })
  await database.prisma.ballotRound.createMany({
    data: [{ ballotId: id, round: 1, question: questionOf('conclusion', []), openedAt: clock.now }],
  })
  return id
}

async function addMinutes({ database, clock }: World, meetingId: string): Promise<string> {
  const id = randomUUID()
  await database.prisma.minutes.createMany({
    data: [{ meetingId, title: 'Biên bản', writtenAt: clock.now, writtenBy: 'Thư ký' }],
  })
  await database.prisma.minutesParagraph.createMany({
    data: [{ id, meetingId, position: 1, kind: 'paragraph', text: 'Cuộc họp bắt đầu.' }],
  })
  return id
}

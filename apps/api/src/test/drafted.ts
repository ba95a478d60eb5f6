import { drafts } from '@bangvang/contract/drafts'
import type { Role } from '@bangvang/core/people/actor'
import type { World } from './kit.ts'

export const partOf = (id: string, position: string, text: string) =>
  ({ id, parentId: null, position, kind: 'article', content: { text } }) as const

/** Two articles: what the cluster is, and when it meets. */
export const twoArticles = [
  partOf('D1', '1', 'Cụm thi đua gồm chín tỉnh.'),
  partOf('D2', '2', 'Cụm họp hai lần một năm.'),
]

/** A season with a regulation for the next year, not sent out yet, and everyone who may have a word in it. */
export async function draftedSeason(world: World, phase: 'open' | 'finalized' = 'open') {
  const season = await world.make.season({ phase: 'open' })
  const [first = '', second = ''] = season.units
  const person = (role: Role, unitId?: string) =>
    world.make.person({
      role,
      ...(role === 'reviewer' ? {} : { seasonId: season.id }),
      ...(unitId ? { unitId } : {}),
    })
  const people = {
    secretary: await person('secretary'),
    chair: await person('chair', first),
    delegate: await person('delegate', second),
    leader: await person('leader', second),
    reviewer: await person('reviewer'),
  }
  if (phase === 'finalized') await finalize(world, season.id)
  const as = {
    secretary: world.as(people.secretary),
    chair: world.as(people.chair),
    delegate: world.as(people.delegate),
    leader: world.as(people.leader),
    reviewer: world.as(people.reviewer),
  }
  const draft = await as.secretary(drafts.create, {
    params: { seasonId: season.id },
    body: { kind: 'regulation', year: 2021, title: 'Quy chế hoạt động của Cụm', nodes: twoArticles },
  })
  const params = { draftId: draft.id }
  const show = () => as.secretary(drafts.show, { params })
  const entries = () =>
    world.database.prisma.journalEntry.findMany({ where: { chain: season.id }, orderBy: { number: 'asc' } })
  return { season, first, second, people, as, draft, params, show, entries }
}

/** Two weeks after the clock of a world that was just opened. */
export const inTwoWeeks = new Date('2021-01-01T10:00:00.000Z')

/** The same, sent out to the second unit's delegate and the reviewer. */
export async function consultedSeason(world: World, phase: 'open' | 'finalized' = 'open') {
  const made = await draftedSeason(world, phase)
  const mandateIds = [made.people.delegate.mandateId, made.people.reviewer.mandateId]
  const draft = await made.as.secretary(drafts.sendOut, {
    params: made.params,
    body: { deadline: inTwoWeeks.toISOString(), message: 'Xin ý kiến các đơn vị.', mandateIds },
  })
  return { ...made, draft }
}

async function finalize(world: World, seasonId: string) {
  const { prisma } = world.database
  await prisma.finalRanking.create({
    data: { seasonId, bundle: '{}', sha256: '', finalizedAt: world.clock.now, finalizedBy: '' },
  })
  await prisma.season.update({ where: { id: seasonId }, data: { phase: 'finalized' } })
}

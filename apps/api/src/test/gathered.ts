import { ballots } from '@bangvang/contract/ballots'
import type { Input } from '@bangvang/contract/endpoint'
import { meetings } from '@bangvang/contract/meetings'
import { type PresetName, questionOf } from '@bangvang/core/ballots/presets'
import type { Role } from '@bangvang/core/people/actor'
import type { World } from './kit.ts'
import type { Made } from './makers.ts'

type Create = Input<typeof meetings.create>['body']

const planOf = (seasonId: string, chair: Made, secretary: Made): Create => ({
  seasonId,
  kind: 'preparatory',
  title: 'Họp trù bị',
  startsAt: '2021-01-17T01:00:00.000Z',
  endsAt: null,
  place: 'Quảng Ninh',
  onlineLink: '',
  chairMandateId: chair.mandateId,
  secretaryMandateId: secretary.mandateId,
  quorumRule: { share: '2/3', test: 'atLeast', legalBasis: 'Quy chế Cụm' },
  agenda: { from: 'template' },
})

type Secretary = ReturnType<World['as']>
type Planned = { meetingId: string; itemId: string }

/** What the secretary does before anything else can happen. */
function actsOf(secretary: Secretary, { meetingId, itemId }: Planned) {
  const params = { meetingId }
  const attend = (unitId: string, state: 'present' | 'absent' = 'present', version = 0) =>
    secretary(meetings.attend, {
      params: { ...params, unitId },
      body: { attended: { state, people: [], authorization: null }, version },
    })
  const begin = async (there: readonly string[]) => {
    for (const unitId of there) await attend(unitId)
    return secretary(meetings.start, { params })
  }
  const prepare = (
    preset: PresetName = 'conclusion',
    options: string[] = [],
    change: Partial<Input<typeof ballots.prepare>['body']> = {},
  ) => {
    const asked = { title: 'Thông qua?', preset, legalBasis: 'Quy chế Cụm', showsVotes: false }
    const question = questionOf(preset, options)
    return secretary(ballots.prepare, { body: { ...params, itemId, ...asked, question, ...change } })
  }
  return { attend, begin, prepare }
}

/** A season whose chair and secretary have planned a meeting; `begin` starts it with these units there. */
export async function gathered(world: World, wish: { units?: number } = {}) {
  const season = await world.make.season({ phase: 'deliberation', units: wish.units ?? 3 })
  const seasonId = season.id
  const [first = '', second = '', third = ''] = season.units
  const person = (role: Role, unitId?: string) =>
    world.make.person({ role, seasonId, ...(unitId === undefined ? {} : { unitId }) })
  const chairman = await person('chair', first)
  const keeper = await person('secretary', first)
  const secretary = world.as(keeper)
  const plan = planOf(seasonId, chairman, keeper)
  const { id: meetingId, agenda } = await secretary(meetings.create, { body: plan })
  const items = agenda.map(({ id }) => id)
  const entries = (kind?: string) =>
    world.database.prisma.journalEntry.findMany({
      where: { chain: seasonId, ...(kind === undefined ? {} : { aboutKind: kind }) },
      orderBy: { number: 'asc' },
    })
  return {
    ...{ season, seasonId, first, second, third, chairman, keeper, secretary, plan, meetingId, items },
    ...actsOf(secretary, { meetingId, itemId: items[0] ?? '' }),
    ...{ entries, person, params: { meetingId }, chair: world.as(chairman) },
    as: async (role: Role, unitId?: string) => world.as(await person(role, unitId)),
  }
}

/** One delegate a unit, signed in. */
export async function delegatesOf(
  world: World,
  season: { id: string; units: readonly string[] },
): Promise<Map<string, Made>> {
  const made = new Map<string, Made>()
  for (const unitId of season.units)
    made.set(unitId, await world.make.person({ role: 'delegate', seasonId: season.id, unitId }))
  return made
}

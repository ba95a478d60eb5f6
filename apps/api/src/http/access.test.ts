import { listEndpoints } from '@bangvang/contract/api'
import { ApiProblem } from '@bangvang/contract/client'
import type { Endpoint } from '@bangvang/contract/endpoint'
import type { ProblemCode } from '@bangvang/contract/problem'
import { type Role, roles } from '@bangvang/core/people/actor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerTo } from '../test/access-table.ts'
import { openWorld, type World } from '../test/kit.ts'
import { makeThings } from '../test/things.ts'
import { type Things, validInput } from '../test/valid-input.ts'

let world: World
let things: Things
let elsewhere: { seasonId: string; unitId: string }
beforeAll(async () => {
  world = await openWorld()
  things = await makeThings(world)
  const other = await world.make.season({ units: 1 })
  elsewhere = { seasonId: other.id, unitId: other.chair }
})
afterAll(() => world.close())

const ofInstallation: readonly Role[] = ['reviewer', 'administrator']

type Viewer = { role: Role; of: { seasonId: string; unitId: string } }

/** Someone new each time: what one call does to a session or an account, the next does not feel. */
const signIn = async ({ role, of }: Viewer) =>
  world.as(await world.make.person(ofInstallation.includes(role) ? { role } : { role, ...of }))

async function answer(
  client: World['stranger'],
  endpoint: Endpoint,
  name: string,
): Promise<ProblemCode | 'done'> {
  try {
    await client(endpoint, validInput(things, name) as never)
    return 'done'
  } catch (error) {
    if (error instanceof ApiProblem) return error.code
    throw error
  }
}

const all = listEndpoints()
const ofOneSeason = all.filter(
  ({ name, endpoint }) =>
    /:(season|evidence|comment|version|correction|meeting|ballot|draft)Id/.test(endpoint.path) ||
    /^(meetings|ballots)\./.test(name) ||
    ['audit.search', 'events.stream', 'criteria.versions'].includes(name),
)

test.each(all)('$name is mounted at its address', ({ endpoint }) => {
  expect(world.app.hasRoute({ method: endpoint.method, url: endpoint.path })).toBe(true)
})

test.each(all)('$name answers a stranger as its access says', async ({ name, endpoint }) => {
  const code = await answer(world.stranger, endpoint, name)
  expect(code === 'not-signed-in').toBe(answerTo(endpoint.access, null) === 401)
  expect(code).not.toBe('not-allowed')
})

test.each(all)('$name answers each role of the season as its access says', async ({ name, endpoint }) => {
  const answers = new Map<Role, boolean>()
  for (const role of roles) {
    const code = await answer(await signIn({ role, of: things }), endpoint, name)
    expect(code, role).not.toBe('not-signed-in')
    answers.set(role, code === 'not-allowed')
  }
  expect(Object.fromEntries(answers)).toEqual(
    Object.fromEntries(roles.map((role) => [role, answerTo(endpoint.access, role) === 403])),
  )
})

test.each(ofOneSeason)(
  '$name: to a mandate of another season the things of this one are not there',
  async ({ name, endpoint }) => {
    for (const role of roles.filter((one) => !ofInstallation.includes(one))) {
      const code = await answer(await signIn({ role, of: elsewhere }), endpoint, name)
      if (answerTo(endpoint.access, role) === 403) expect(code, role).toBe('not-allowed')
      else if (endpoint.access !== 'public') expect(code, role).toBe('not-found')
      else expect(['done', 'not-found'], role).toContain(code)
    }
  },
)

test('who still has a one-time password may look, choose a password and leave, and nothing else', async () => {
  for (const { name, endpoint } of all.filter(({ endpoint }) => endpoint.access !== 'public')) {
    const administrator = await world.make.person({ role: 'administrator' })
    await world.database.prisma.person.update({
      where: { id: administrator.personId },
      data: { mustChangePassword: true },
    })
    const isFree = ['session.changePassword', 'session.signOut'].includes(name)
    const code = await answer(world.as(administrator), endpoint, name)
    expect(code === 'not-allowed', name).toBe(!isFree)
  }
})

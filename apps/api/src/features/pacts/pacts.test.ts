import { createHash, randomUUID } from 'node:crypto'
import { pacts } from '@bangvang/contract/pacts'
import { seasons } from '@bangvang/contract/seasons'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import type { Role } from '@bangvang/core/people/actor'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { smallCriteria } from '../../test/small-criteria.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** A season being prepared, with three units and its people. */
async function preparing() {
  const season = await world.make.season({ phase: 'preparing' })
  const [first = '', second = '', third = ''] = season.units
  const as = async (role: Role, unitId?: string) =>
    world.as(
      await world.make.person({ role, seasonId: season.id, ...(unitId === undefined ? {} : { unitId }) }),
    )
  const place = { seasonId: season.id, unitId: first }
  const entries = () =>
    world.database.prisma.journalEntry.findMany({
      where: { chain: season.id },
      orderBy: { number: 'asc' },
    })
  return {
    season,
    first,
    second,
    third,
    as,
    place,
    entries,
    target: { ...place, criterionCode: 'KT01' },
    delegate: await as('delegate', first),
    leader: await as('leader', first),
    chair: await as('chair', first),
  }
}
type Prepared = Awaited<ReturnType<typeof preparing>>

const change = { target: '8.5', note: 'Nghị quyết số 12', version: 0 }

/** A unit registers one target and its leader signs. */
async function signFor({ as, season }: Prepared, unitId: string) {
  const place = { seasonId: season.id, unitId }
  const leader = await as('leader', unitId)
  await leader(pacts.saveTarget, { params: { ...place, criterionCode: 'KT01' }, body: change })
  return leader(pacts.sign, { params: place, body: { revision: 1 } })
}

describe('registering', () => {
  test('a target is saved with its version, and the journal tells before and after', async () => {
    const { delegate, target, entries, place } = await preparing()
    const saved = await delegate(pacts.saveTarget, { params: target, body: change })
    expect(saved).toMatchObject({ criterionCode: 'KT01', target: '8.5', version: 1 })
    await delegate(pacts.saveTarget, { params: target, body: { target: '9', note: '', version: 1 } })
    const { registrations } = await delegate(pacts.show, { params: { seasonId: place.seasonId } })
    expect(registrations[0]).toMatchObject({
      unitId: place.unitId,
      status: 'draft',
      signature: null,
      content: { revision: 2, sha256: null, targets: [{ target: '9', version: 2 }], movements: [] },
    })
    expect((await entries()).map(({ what, before, after }) => [what, before, after])).toEqual([
      ['target-registered', null, { target: '8.5', note: 'Nghị quyết số 12', version: 1 }],
      [
        'target-registered',
        { target: '8.5', note: 'Nghị quyết số 12' },
        { target: '9', note: '', version: 2 },
      ],
    ])
  })

  test('of two who change a target at once one is kept; the other is shown what stands now', async () => {
    const { delegate, leader, target, entries } = await preparing()
    const both = await Promise.allSettled(
      [delegate, leader].map((call) => call(pacts.saveTarget, { params: target, body: change })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const problem = await refusal(
      delegate(pacts.saveTarget, { params: target, body: change }),
      'target-changed',
    )
    expect(problem.current).toMatchObject({ target: '8.5', version: 1 })
    expect(await entries()).toHaveLength(1)
  })

  test('many targets are saved all or none, and each that does not fit is named', async () => {
    const { delegate, place, entries } = await preparing()
    const targets = [
      { ...change, criterionCode: 'KT01', target: '0' },
      { ...change, criterionCode: 'TD01' },
    ]
    const problem = await refusal(
      delegate(pacts.saveTargets, { params: place, body: { targets } }),
      'target-invalid',
    )
    expect(problem.errors).toEqual([
      { pointer: '#/targets/0/target', code: 'not_positive' },
      { pointer: '#/targets/1/target', code: 'wrong_shape' },
    ])
    await refusal(
      delegate(pacts.saveTargets, {
        params: place,
        body: { targets: [{ ...change, criterionCode: 'KT99' }] },
      }),
      'unknown-criterion',
    )
    expect(await entries()).toEqual([])
  })

  test('a movement comes, changes and goes, each where nobody changed it meanwhile', async () => {
    const { delegate, place, entries } = await preparing()
    const params = { ...place, movementId: randomUUID() }
    const body = { title: 'Chung sức xây dựng nông thôn mới', content: 'Thêm 5 xã', version: 0 }
    await delegate(pacts.saveMovement, { params, body })
    const saved = await delegate(pacts.saveMovement, {
      params,
      body: { ...body, content: 'Thêm 6 xã', version: 1 },
    })
    expect(saved).toMatchObject({ content: 'Thêm 6 xã', version: 2 })
    for (const version of [0, 1]) {
      const problem = await refusal(
        delegate(pacts.saveMovement, { params, body: { ...body, version } }),
        'movement-changed',
      )
      expect(problem.current).toMatchObject({ content: 'Thêm 6 xã', version: 2 })
    }
    await refusal(delegate(pacts.removeMovement, { params, query: { version: 1 } }), 'movement-changed')
    await delegate(pacts.removeMovement, { params, query: { version: 2 } })
    await refusal(delegate(pacts.removeMovement, { params, query: { version: 2 } }), 'not-found')
    expect((await entries()).map(({ what }) => what)).toEqual([
      'movement-registered',
      'movement-registered',
      'movement-removed',
    ])
  })

  test('a unit registers fifty movements and no more', async () => {
    const { delegate, place } = await preparing()
    const save = () =>
      delegate(pacts.saveMovement, {
        params: { ...place, movementId: randomUUID() },
        body: { title: 'Phong trào', content: '', version: 0 },
      })
    for (let n = 0; n < 50; n += 1) await save()
    await refusal(save(), 'too-many-movements')
  })

  test('another unit’s movement is neither changed nor told of', async () => {
    const { delegate, place, as, second, season } = await preparing()
    const movementId = randomUUID()
    const body = { title: 'Của mình', content: '', version: 0 }
    await delegate(pacts.saveMovement, { params: { ...place, movementId }, body })
    const other = await as('delegate', second)
    const params = { seasonId: season.id, unitId: second, movementId }
    for (const version of [0, 1]) {
      const problem = await refusal(
        other(pacts.saveMovement, { params, body: { ...body, version } }),
        'movement-changed',
      )
      expect(problem.current).toBeNull()
    }
    await refusal(other(pacts.removeMovement, { params, query: { version: 1 } }), 'not-found')
  })

  test('only the unit itself registers', async () => {
    const { as, second, target, place } = await preparing()
    await refusal(
      (await as('delegate', second))(pacts.saveTarget, { params: target, body: change }),
      'not-found',
    )
    await refusal(
      (await as('leader', second))(pacts.sign, { params: place, body: { revision: 0 } }),
      'not-found',
    )
    for (const role of ['chair', 'secretary'] as const)
      await refusal(
        (await as(role, place.unitId))(pacts.saveTarget, { params: target, body: change }),
        'not-allowed',
      )
    await refusal(world.stranger(pacts.saveTarget, { params: target, body: change }), 'not-signed-in')
  })
})

describe('signing', () => {
  test('the leader signs what was shown: its canonical JSON, its hash, the time', async () => {
    const prepared = await preparing()
    const { season, first, entries } = prepared
    const view = await signFor(prepared, first)
    const [own] = view.registrations
    expect(own).toMatchObject({ status: 'signed', signature: { number: 1, isInForce: true } })
    const [kept] = await world.database.prisma.pactSignature.findMany({ where: { seasonId: season.id } })
    expect(own?.content?.sha256).toBe(kept?.sha256)
    expect(sha256(canonicalJson(kept?.content))).toBe(kept?.sha256)
    expect(kept?.content).toMatchObject({
      format: 'bangvang.registration/1',
      unit: { code: first },
      targets: [{ criterionCode: 'KT01', target: '8.5', note: 'Nghị quyết số 12' }],
    })
    expect((await entries()).at(-1)).toMatchObject({
      what: 'registration-signed',
      before: { status: 'draft', revision: 1 },
      after: { number: 1, sha256: kept?.sha256, targets: 1, movements: 0 },
    })
  })

  test('what changed since it was shown is not signed, nor what is empty; a delegate signs nothing', async () => {
    const { delegate, leader, place, target } = await preparing()
    const sign = (revision: number) => leader(pacts.sign, { params: place, body: { revision } })
    await refusal(sign(0), 'registration-empty')
    await delegate(pacts.saveTarget, { params: target, body: change })
    await refusal(sign(0), 'registration-changed')
    await refusal(delegate(pacts.sign, { params: place, body: { revision: 1 } }), 'not-allowed')
    await delegate(pacts.saveTarget, { params: target, body: { target: null, note: '', version: 1 } })
    await refusal(sign(2), 'registration-empty')
  })

  test('a signed registration rests until its leader opens it again, with a reason', async () => {
    const prepared = await preparing()
    const { delegate, leader, place, target, first } = prepared
    await refusal(
      leader(pacts.reopen, { params: place, body: { reason: 'Nhầm' } }),
      'registration-not-signed',
    )
    await signFor(prepared, first)
    const again = { ...change, version: 1 }
    await refusal(delegate(pacts.saveTarget, { params: target, body: again }), 'registration-signed')
    await refusal(leader(pacts.sign, { params: place, body: { revision: 1 } }), 'registration-signed')
    const opened = await leader(pacts.reopen, { params: place, body: { reason: 'HĐND điều chỉnh' } })
    expect(opened.registrations[0]).toMatchObject({
      status: 'draft',
      signature: { number: 1, isInForce: false },
      content: { sha256: null },
    })
    await delegate(pacts.saveTarget, { params: target, body: again })
    const signed = await leader(pacts.sign, { params: place, body: { revision: 3 } })
    expect(signed.registrations[0]?.signature).toMatchObject({ number: 2, isInForce: true })
  })

  test('of two signatures at once one is kept', async () => {
    const { delegate, leader, place, target, entries, as, first } = await preparing()
    await delegate(pacts.saveTarget, { params: target, body: change })
    const deputy = await as('leader', first)
    const both = await Promise.allSettled(
      [leader, deputy].map((call) => call(pacts.sign, { params: place, body: { revision: 1 } })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await entries()).filter(({ what }) => what === 'registration-signed')).toHaveLength(1)
  })

  test('a signature does not hold by other criteria, and a target they do not take is named', async () => {
    const prepared = await preparing()
    const { chair, leader, season, first, place } = prepared
    await signFor(prepared, first)
    const [economy, ...others] = structuredClone(smallCriteria.sections)
    const [growth, ...rest] = economy?.criteria ?? []
    const document = {
      ...smallCriteria,
      sections: [{ ...economy, criteria: [{ ...growth, code: 'KT09' }, ...rest] }, ...others],
    }
    await chair(seasons.adoptCriteria, {
      params: { seasonId: season.id },
      body: { document, legalBasis: 'Quy chế sửa đổi', adoptedOn: '2020-03-01' },
    })
    const view = await leader(pacts.show, { params: { seasonId: season.id } })
    expect(view.registrations[0]?.signature).toMatchObject({ isInForce: false })
    const { registrations } = await leader(pacts.reopen, { params: place, body: { reason: 'Tiêu chí mới' } })
    const problem = await refusal(
      leader(pacts.sign, {
        params: place,
        body: { revision: registrations[0]?.content?.revision ?? 0 },
      }),
      'registration-invalid',
    )
    expect(problem.errors).toEqual([{ pointer: '#/targets/KT01', code: 'unknown_criterion' }])
  })
})

describe('closing', () => {
  test('the chair closes on exactly the signatures shown; every registration is frozen and everyone’s to read', async () => {
    const prepared = await preparing()
    const { season, first, second, third, chair, as, delegate, target, leader, place, entries } = prepared
    await signFor(prepared, first)
    await signFor(prepared, second)
    const params = { seasonId: season.id }
    const problem = await refusal(chair(pacts.close, { params, body: { without: [] } }), 'pact-unsigned')
    expect(problem.current).toEqual({ without: [third] })
    const other = await as('delegate', third)
    const before = await other(pacts.show, { params })
    expect(before.registrations.map(({ content }) => content === null)).toEqual([true, true, false])
    expect(JSON.stringify(before)).not.toContain('8.5')
    const { closed } = await chair(pacts.close, { params, body: { without: [third] } })
    expect(closed).toMatchObject({ without: [third] })
    const kept = await world.database.prisma.pact.findUnique({ where: { seasonId: season.id } })
    expect(sha256(canonicalJson(kept?.content))).toBe(closed?.sha256)
    expect(kept?.content).toMatchObject({ signatures: [{ unit: first }, { unit: second }] })
    const after = await other(pacts.show, { params })
    expect(after.isOpen).toBe(false)
    expect(after.registrations.map(({ content }) => content?.targets.length)).toEqual([1, 1, 0])
    for (const call of [
      () => delegate(pacts.saveTarget, { params: target, body: { ...change, version: 1 } }),
      () => leader(pacts.reopen, { params: place, body: { reason: 'x' } }),
      () => leader(pacts.sign, { params: place, body: { revision: 1 } }),
      () => chair(pacts.close, { params, body: { without: [third] } }),
    ])
      await refusal(call(), 'pact-closed')
    expect((await entries()).at(-1)).toMatchObject({
      what: 'pact-closed',
      after: { signed: 2, without: [third] },
    })
  })

  test('of two closings at once one is kept', async () => {
    const { season, chair, as, first, second, third, entries } = await preparing()
    const other = await as('chair', first)
    const close = (call: typeof chair) =>
      call(pacts.close, { params: { seasonId: season.id }, body: { without: [first, second, third] } })
    const both = await Promise.allSettled([close(chair), close(other)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await entries()).toHaveLength(1)
  })

  test('a season that has opened takes no registration, and without criteria there is none', async () => {
    const { season, delegate, target } = await preparing()
    const { prisma } = world.database
    await prisma.season.update({ where: { id: season.id }, data: { criteriaVersionId: null } })
    await refusal(delegate(pacts.saveTarget, { params: target, body: change }), 'pact-closed')
    await prisma.season.update({
      where: { id: season.id },
      data: { criteriaVersionId: season.criteriaVersionId, phase: 'open' },
    })
    await refusal(delegate(pacts.saveTarget, { params: target, body: change }), 'pact-closed')
  })

  test('the database itself refuses to change what is signed, and what is closed', async () => {
    const prepared = await preparing()
    const { season, first, second, third, chair } = prepared
    const sql = (text: string) => world.owner.query(text, [season.id])
    await signFor(prepared, first)
    const change = "UPDATE pact_target SET note = 'lén' WHERE season_id = $1"
    await expect(sql(change)).rejects.toThrow(/is signed/)
    const body = { without: [second, third] }
    await chair(pacts.close, { params: { seasonId: season.id }, body })
    for (const text of [
      change,
      "UPDATE pact_registration SET status = 'draft' WHERE season_id = $1",
      `INSERT INTO pact_registration (season_id, unit_id, created_at) VALUES ($1, '${second}', now())`,
    ])
      await expect(sql(text)).rejects.toThrow(/is closed/)
    for (const table of ['pact', 'pact_signature'])
      await expect(sql(`DELETE FROM ${table} WHERE season_id = $1`)).rejects.toThrow(/kept for ever/)
  })
})

test('an administrator, another season’s chair and a stranger find no pact', async () => {
  const { season, as } = await preparing()
  const elsewhere = await preparing()
  const params = { seasonId: season.id }
  const administrator = world.as(await world.make.person({ role: 'administrator' }))
  for (const call of [administrator, elsewhere.chair])
    await refusal(call(pacts.show, { params }), 'not-found')
  await refusal(elsewhere.chair(pacts.close, { params, body: { without: [] } }), 'not-found')
  await refusal((await as('secretary'))(pacts.close, { params, body: { without: [] } }), 'not-allowed')
  await refusal(world.stranger(pacts.show, { params }), 'not-signed-in')
})

import { meetings } from '@bangvang/contract/meetings'
import { meetingTemplates } from '@bangvang/core/meetings/templates'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gathered } from '../../test/gathered.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const pdf = new File(
  ['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'],
  'Tờ trình.pdf',
)

test('a meeting is planned with the agenda of its kind, and the journal says by whom', async () => {
  const { secretary, params, entries, keeper, chairman } = await gathered(world)
  const view = await secretary(meetings.show, { params })
  expect(
    view.agenda.map(({ position, title, kind, minutes }) => ({ position, title, kind, minutes })),
  ).toEqual(
    meetingTemplates.preparatory.items.map(({ title, ...item }, index) => ({
      ...item,
      title: title.vi,
      position: index + 1,
    })),
  )
  expect(view).toMatchObject({
    status: 'planned',
    chair: { name: chairman.name, unitId: chairman.unitId },
    secretary: { name: keeper.name },
    quorum: { part: 0, base: 3, needed: 2, holds: false },
    may: { run: true, speak: false, commentFor: null },
  })
  expect((await entries()).map(({ what, actorName, after }) => [what, actorName, after])).toMatchObject([
    ['meeting-planned', keeper.name, { title: 'Họp trù bị', items: 8 }],
  ])
})

test('the agenda of an earlier meeting of the cluster is copied, without what was said; another cluster’s is not there', async () => {
  const { secretary, plan, meetingId, params, items } = await gathered(world)
  const other = await gathered(world)
  const file = { kind: 'link' as const, ref: 'https://vanban.example', title: 'Dự thảo' }
  const { agenda } = await secretary(meetings.changeItem, {
    params: { ...params, itemId: items[0] ?? '' },
    body: { title: 'Khai mạc', kind: 'other', minutes: 5, papers: [file], version: 1 },
  })
  const copyable = await secretary(meetings.copyable, { query: { seasonId: plan.seasonId } })
  expect(copyable.items).toMatchObject([{ id: meetingId, itemCount: 8 }])
  const copy = await secretary(meetings.create, { body: { ...plan, agenda: { from: 'meeting', meetingId } } })
  expect(copy.agenda.map(({ title, papers }) => [title, papers])).toEqual(
    agenda.map(({ title }) => [title, []]),
  )
  await refusal(
    secretary(meetings.create, {
      body: { ...plan, agenda: { from: 'meeting', meetingId: other.meetingId } },
    }),
    'not-found',
  )
})

test('only chair or vice-chair can be named to chair, only another mandate to keep the minutes', async () => {
  const { secretary, plan, person, second } = await gathered(world)
  const delegate = await person('delegate', second)
  const wrong = [
    { chairMandateId: delegate.mandateId },
    { secretaryMandateId: delegate.mandateId },
    { secretaryMandateId: plan.chairMandateId },
  ]
  for (const change of wrong) {
    const problem = await refusal(
      secretary(meetings.create, { body: { ...plan, ...change } }),
      'unknown-mandate',
    )
    expect(problem.errors?.map(({ pointer }) => pointer)).toContain(`#/${Object.keys(change)[0]}`)
  }
})

test('the vice-chair runs the meeting they are named to chair, and no other', async () => {
  const { secretary, plan, person, second, params } = await gathered(world)
  const viceChair = await person('viceChair', second)
  const { id } = await secretary(meetings.create, { body: { ...plan, chairMandateId: viceChair.mandateId } })
  expect((await world.as(viceChair)(meetings.start, { params: { meetingId: id } })).status).toBe('running')
  await refusal(world.as(viceChair)(meetings.start, { params }), 'not-meeting-officer')
})

test('members see the meeting, a stranger, the administrator and another season do not; delegates change nothing', async () => {
  const { params, as, second, plan, seasonId } = await gathered(world)
  const other = await gathered(world)
  const delegate = await as('delegate', second)
  const reviewer = world.as(await world.make.person({ role: 'reviewer' }))
  const administrator = world.as(await world.make.person({ role: 'administrator' }))
  for (const call of [delegate, reviewer]) {
    expect((await call(meetings.show, { params })).may.run).toBe(false)
    expect((await call(meetings.list, { query: { seasonId } })).mayPrepare).toBe(false)
    await refusal(call(meetings.create, { body: plan }), 'not-allowed')
  }
  await refusal(administrator(meetings.show, { params }), 'not-found')
  await refusal(other.secretary(meetings.show, { params }), 'not-found')
  await refusal(other.secretary(meetings.create, { body: plan }), 'not-found')
  await refusal(other.secretary(meetings.list, { query: { seasonId } }), 'not-found')
  await refusal(world.stranger(meetings.show, { params }), 'not-signed-in')
})

test('of two changes made on the same look one is kept; the other is shown what stands now', async () => {
  const { chair, secretary, plan, params, entries } = await gathered(world)
  const body = (title: string) => ({ ...plan, title, version: 1 })
  const both = await Promise.allSettled([
    chair(meetings.change, { params, body: body('Một') }),
    secretary(meetings.change, { params, body: body('Hai') }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const problem = await refusal(secretary(meetings.change, { params, body: body('Ba') }), 'meeting-changed')
  expect(problem.current).toMatchObject({ version: 2 })
  const told = (await entries()).filter(({ what }) => what === 'meeting-changed')
  expect(told.map(({ before }) => before)).toMatchObject([{ title: 'Họp trù bị' }])
})

test('items are added, moved and removed; the numbers follow', async () => {
  const { secretary, params, items, entries } = await gathered(world)
  const last = { title: 'Việc khác', kind: 'other' as const, minutes: null, papers: [] }
  const { agenda } = await secretary(meetings.addItem, { params, body: last })
  const added = agenda.at(-1)?.id ?? ''
  const moved = await secretary(meetings.moveItem, {
    params: { ...params, itemId: added },
    body: { position: 1 },
  })
  expect(moved.agenda.map(({ id }) => id)).toEqual([added, ...items])
  expect(moved.agenda.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  const far = await secretary(meetings.moveItem, {
    params: { ...params, itemId: added },
    body: { position: 99 },
  })
  expect(far.agenda.at(-1)?.id).toBe(added)
  const removed = await secretary(meetings.removeItem, { params: { ...params, itemId: items[0] ?? '' } })
  expect(removed.agenda.map(({ id }) => id)).toEqual([...items.slice(1), added])
  expect(removed.agenda[0]?.position).toBe(1)
  expect((await entries()).map(({ what }) => what)).toEqual([
    'meeting-planned',
    'item-added',
    'item-moved',
    'item-moved',
    'item-removed',
  ])
  const stale = { ...last, version: 7 }
  await refusal(
    secretary(meetings.changeItem, { params: { ...params, itemId: added }, body: stale }),
    'item-changed',
  )
  const other = await gathered(world)
  await refusal(
    secretary(meetings.removeItem, { params: { ...params, itemId: other.items[0] ?? '' } }),
    'not-found',
  )
})

test('papers of the agenda are files of this meeting or addresses; a file that is named stays', async () => {
  const { secretary, params, items, as, second } = await gathered(world)
  const other = await gathered(world)
  const foreign = await other.secretary(meetings.upload, { params: other.params, body: pdf })
  const file = await secretary(meetings.upload, { params, body: pdf })
  expect(file).toMatchObject({ name: 'Tờ trình.pdf', contentType: 'application/pdf' })
  const withPapers = (
    papers: { kind: 'file' | 'link' | 'ranking'; ref: string; title: string }[],
    version = 1,
  ) =>
    secretary(meetings.changeItem, {
      params: { ...params, itemId: items[0] ?? '' },
      body: { title: 'Báo cáo', kind: 'report', minutes: 20, papers, version },
    })
  for (const ref of [foreign.id, 'không phải mã']) {
    const problem = await refusal(withPapers([{ kind: 'file', ref, title: 'x' }]), 'unknown-file')
    expect(problem.errors?.[0]?.pointer).toBe('#/papers/0/ref')
  }
  await refusal(withPapers([{ kind: 'link', ref: 'javascript:alert(1)', title: 'x' }]), 'unknown-file')
  await withPapers([
    { kind: 'file', ref: file.id, title: 'Tờ trình' },
    { kind: 'ranking', ref: 'DBSH-2020', title: 'Bảng xếp hạng' },
  ])
  await refusal(secretary(meetings.removeFile, { params: { ...params, fileId: file.id } }), 'file-in-use')
  const delegate = await as('delegate', second)
  expect((await delegate(meetings.file, { params: { ...params, fileId: file.id }, query: {} })).size).toBe(
    pdf.size,
  )
  await refusal(
    delegate(meetings.file, { params: { ...params, fileId: foreign.id }, query: {} }),
    'not-found',
  )
  await withPapers([], 2)
  await secretary(meetings.removeFile, { params: { ...params, fileId: file.id } })
  expect((await secretary(meetings.show, { params })).files).toEqual([])
  await refusal(
    secretary(meetings.upload, { params, body: new File(['MZ\x90\x00'], 'họp.pdf') }),
    'evidence-kind',
  )
})

test('whoever is of the season, and the reviewer, can be invited; the invitation is a calendar request', async () => {
  const { secretary, params, person, second, plan } = await gathered(world)
  const delegate = await person('delegate', second)
  const reviewer = await world.make.person({ role: 'reviewer' })
  const other = await gathered(world)
  const mandateIds = [delegate.mandateId, reviewer.mandateId]
  const known = await secretary(meetings.invitable, { query: { seasonId: plan.seasonId } })
  expect(known.items.map(({ mandateId }) => mandateId)).toEqual(expect.arrayContaining(mandateIds))
  await refusal(
    secretary(meetings.invite, { params, body: { mandateIds: [other.keeper.mandateId], version: 1 } }),
    'unknown-mandate',
  )
  const view = await secretary(meetings.invite, { params, body: { mandateIds, version: 1 } })
  expect(view.invitations.map(({ name }) => name).sort()).toEqual([delegate.name, reviewer.name].sort())
  await refusal(
    secretary(meetings.invite, { params, body: { mandateIds: [], version: 1 } }),
    'meeting-changed',
  )
  const text = await (await world.as(delegate)(meetings.calendar, { params })).text()
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'METHOD:REQUEST',
      `UID:${params.meetingId}`,
      'SUMMARY:Họp trù bị',
      'DTSTART:20210117T010000Z',
      'SEQUENCE:2',
    ]),
  )
  expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1)
})

test('a unit is there in person or by a substitute with a paper; guests are counted apart', async () => {
  const { secretary, params, first, second, third, attend, entries } = await gathered(world)
  await attend(first)
  const person = { name: 'Lê Thị Hà', title: 'Phó Giám đốc Sở Nội vụ' }
  const file = await secretary(meetings.upload, { params, body: pdf })
  const authorization = { ...person, paperNumber: '12/GUQ-UBND', fileId: file.id }
  const attended = { state: 'authorized' as const, people: [person], authorization }
  const view = await secretary(meetings.attend, {
    params: { ...params, unitId: second },
    body: { attended, version: 0 },
  })
  expect(view.attendance.map(({ unitId, state }) => [unitId, state])).toEqual([
    [first, 'present'],
    [second, 'authorized'],
    [third, 'absent'],
  ])
  expect(view.attendance[1]).toMatchObject({ authorization, people: [person], version: 1 })
  const guest = {
    name: 'Trịnh Hồng Sơn',
    organisation: 'Ban Trung ương',
    kind: 'reviewer' as const,
    isPresent: true,
  }
  const { quorum } = await secretary(meetings.setGuests, { params, body: { guests: [guest], version: 1 } })
  expect(quorum).toEqual({ part: 2, base: 3, needed: 2, share: '2/3', test: 'atLeast', holds: true })
  const told = (await entries()).filter(({ what }) => what === 'attendance-noted').at(-1)
  expect(told).toMatchObject({ before: { state: 'absent' }, after: { unitId: second, authorization } })
  await refusal(secretary(meetings.removeFile, { params: { ...params, fileId: file.id } }), 'file-in-use')
  await refusal(attend(second), 'attendance-changed')
  await refusal(attend('KHÔNG'), 'unknown-unit')
  const foreign = { ...authorization, fileId: crypto.randomUUID() }
  await refusal(
    secretary(meetings.attend, {
      params: { ...params, unitId: third },
      body: { attended: { ...attended, authorization: foreign }, version: 0 },
    }),
    'unknown-file',
  )
})

test('of two who note the same unit at once one is kept', async () => {
  const { chair, secretary, params, first, entries } = await gathered(world)
  const note = (call: typeof chair, state: 'present' | 'absent') =>
    call(meetings.attend, {
      params: { ...params, unitId: first },
      body: { attended: { state, people: [], authorization: null }, version: 0 },
    })
  const both = await Promise.allSettled([note(chair, 'present'), note(secretary, 'absent')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await entries()).filter(({ what }) => what === 'attendance-noted')).toHaveLength(1)
})

test('a meeting begins once and ends once; afterwards nothing of it changes', async () => {
  const { secretary, chair, params, begin, first, second, plan, attend, items, entries } =
    await gathered(world)
  await refusal(secretary(meetings.end, { params }), 'meeting-state')
  await begin([first, second])
  await refusal(secretary(meetings.start, { params }), 'meeting-state')
  const both = await Promise.allSettled([secretary, chair].map((call) => call(meetings.end, { params })))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const view = await secretary(meetings.show, { params })
  expect(view).toMatchObject({ status: 'closed', currentItemId: null })
  expect(view.endedAt?.getTime()).toBeGreaterThan(view.startedAt?.getTime() ?? 0)
  const item = { ...params, itemId: items[0] ?? '' }
  const add = { title: 'x', kind: 'other' as const, minutes: null, papers: [] }
  const late = [
    () => secretary(meetings.change, { params, body: { ...plan, version: 1 } }),
    () => secretary(meetings.addItem, { params, body: add }),
    () => secretary(meetings.changeItem, { params: item, body: { ...add, version: 1 } }),
    () => secretary(meetings.moveItem, { params: item, body: { position: 2 } }),
    () => secretary(meetings.removeItem, { params: item }),
    () => secretary(meetings.invite, { params, body: { mandateIds: [], version: 1 } }),
    () => secretary(meetings.setGuests, { params, body: { guests: [], version: 1 } }),
    () => attend(first, 'absent', 1),
    () => secretary(meetings.remove, { params }),
  ]
  for (const act of late) await refusal(act(), 'meeting-state')
  expect((await entries()).filter(({ what }) => /started|ended/.test(what)).map(({ what }) => what)).toEqual([
    'meeting-started',
    'meeting-ended',
  ])
})

test('a planned meeting is taken off with its files; one that has a vote is not', async () => {
  const { secretary, params, prepare, seasonId } = await gathered(world)
  const file = await secretary(meetings.upload, { params, body: new File([pdf, '\n% of its own'], 'x.pdf') })
  const { itemId } = await prepare()
  await refusal(secretary(meetings.remove, { params }), 'item-in-use')
  await refusal(secretary(meetings.removeItem, { params: { ...params, itemId } }), 'item-in-use')
  await world.database.prisma.ballot.deleteMany({ where: { meetingId: params.meetingId } })
  await secretary(meetings.remove, { params })
  await refusal(secretary(meetings.show, { params }), 'not-found')
  expect((await secretary(meetings.list, { query: { seasonId } })).items).toEqual([])
  expect(await world.app.deps.files.size(file.sha256)).toBeNull()
})

test('an archived season takes no act any more', async () => {
  const { secretary, params, seasonId, plan } = await gathered(world)
  const { prisma } = world.database
  await world.owner.query('ALTER TABLE season DISABLE TRIGGER season_guard')
  await prisma.season.update({ where: { id: seasonId }, data: { phase: 'archived' }, select: { id: true } })
  await world.owner.query('ALTER TABLE season ENABLE TRIGGER season_guard')
  await refusal(secretary(meetings.start, { params }), 'season-closed')
  await refusal(secretary(meetings.create, { body: plan }), 'season-closed')
  expect((await secretary(meetings.show, { params })).may.run).toBe(false)
})

import { createHash } from 'node:crypto'
import { ballots } from '@bangvang/contract/ballots'
import { drafts } from '@bangvang/contract/drafts'
import { meetings } from '@bangvang/contract/meetings'
import { minutes } from '@bangvang/contract/minutes'
import { proceedings } from '@bangvang/contract/proceedings'
import { minutesContent } from '@bangvang/core/meetings/minutes'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gathered } from '../../../test/gathered.ts'
import { openWorld, type World } from '../../../test/kit.ts'
import { refusal } from '../../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const pdf = new File(['%PDF-1.7\n% đã ký số\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n'], 'Biên bản đã ký.pdf')

/** A meeting that was held: a comment, a vote that passed, a conclusion, a task. */
async function held() {
  const made = await gathered(world)
  const { secretary, params, items, begin, first, second, prepare } = made
  await begin([first, second])
  const [itemId = ''] = items
  const delegate = await made.as('delegate', second)
  await secretary(proceedings.setCurrent, { params, body: { itemId } })
  const say = (call: typeof secretary, kind: 'comment' | 'conclusion', body: string) =>
    call(proceedings.contribute, { params, body: { itemId, kind, body, speaker: null } })
  await say(delegate, 'comment', 'Nhất trí với báo cáo.')
  const { id: ballotId } = await prepare()
  await secretary(ballots.open, { params: { ballotId }, body: { minutes: null } })
  const hands = [first, second].map((unitId) => ({ unitId, choice: 'yes' as const }))
  await secretary(ballots.enter, { params: { ballotId }, body: { round: 1, votes: hands } })
  await secretary(ballots.close, { params: { ballotId }, body: { round: 1 } })
  await say(secretary, 'conclusion', 'Giao thư ký hoàn thiện.')
  const task = { itemId, title: 'Gửi hồ sơ', ownerUnitId: first, ownerName: '', dueOn: '2021-01-25' }
  await secretary(proceedings.addTask, { params, body: task })
  return { ...made, delegate, ballotId, itemId }
}

async function written() {
  const made = await held()
  await made.secretary(meetings.end, { params: made.params })
  return { ...made, view: await made.secretary(minutes.write, { params: made.params }) }
}

async function approved() {
  const made = await written()
  const { chair, params, view } = made
  const after = await chair(minutes.approve, {
    params,
    body: { revision: view.revision, ballotId: made.ballotId },
  })
  const sha256 = after.sha256 ?? ''
  const sign = (call: typeof chair, addendum = 0, hash = sha256) =>
    call(minutes.sign, { params, body: { addendum, sha256: hash } })
  return { ...made, after, sha256, sign }
}

async function locked() {
  const made = await approved()
  await made.sign(made.chair)
  await made.sign(made.secretary)
  return made
}

test('the minutes write themselves from the closed meeting, and anew while nobody has edited them', async () => {
  const { secretary, params, delegate, entries } = await held()
  await refusal(secretary(minutes.write, { params }), 'meeting-state')
  await refusal(delegate(minutes.write, { params }), 'not-allowed')
  await refusal(secretary(minutes.show, { params }), 'not-found')
  await secretary(meetings.end, { params })
  const view = await secretary(minutes.write, { params })
  const text = view.paragraphs.map((paragraph) => paragraph.text).join('\n')
  for (const words of [
    'Nhất trí với báo cáo.',
    'Có mặt 2/3 đơn vị thành viên:',
    'Nội dung được thông qua.',
    'Giao thư ký hoàn thiện.',
    'Gửi hồ sơ. Thực hiện: ',
    'Thời hạn: 25/01/2021.',
    'Cuộc họp kết thúc vào',
  ])
    expect(text).toContain(words)
  expect(view).toMatchObject({ status: 'drafted', title: 'Họp trù bị', revision: 1, sha256: null })
  const again = await secretary(minutes.write, { params })
  expect(again.revision).toBe(2)
  expect(again.paragraphs.map(({ text: one }) => one)).toEqual(view.paragraphs.map(({ text: one }) => one))
  const [first] = again.paragraphs
  await secretary(minutes.saveParagraph, {
    params: { ...params, paragraphId: first?.id ?? '' },
    body: { kind: 'paragraph', text: 'Bắt đầu lúc 8 giờ.', version: 1 },
  })
  await refusal(secretary(minutes.write, { params }), 'minutes-state')
  expect((await entries('minutes')).map(({ what }) => what)).toEqual([
    'minutes-written',
    'minutes-written',
    'paragraph-saved',
  ])
  expect((await delegate(minutes.show, { params })).may).toMatchObject({ edit: false, sign: null })
})

test('paragraphs are saved, added and removed one by one; of two who save one at once, one is kept', async () => {
  const { secretary, chair, params, view, delegate } = await written()
  const [one, two] = view.paragraphs
  const place = { ...params, paragraphId: one?.id ?? '' }
  const save = (call: typeof chair, text: string) =>
    call(minutes.saveParagraph, { params: place, body: { kind: 'paragraph', text, version: 1 } })
  await refusal(save(delegate, 'x'), 'not-allowed')
  const both = await Promise.allSettled([save(chair, 'Một.'), save(secretary, 'Hai.')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const problem = await refusal(save(secretary, 'Ba.'), 'paragraph-changed')
  expect(problem.current).toMatchObject({ id: one?.id, version: 2 })
  const add = (afterId: string | null, text: string) =>
    secretary(minutes.addParagraph, { params, body: { afterId, kind: 'bullet', text } })
  await add(null, 'Đầu tiên.')
  const after = await add(one?.id ?? '', 'Sau đoạn một.')
  const [zero, ...rest] = after.paragraphs
  expect(zero?.text).toBe('Đầu tiên.')
  expect(rest.slice(0, 3).map(({ id }) => id)).toEqual([one?.id, expect.any(String), two?.id])
  expect(rest[1]?.text).toBe('Sau đoạn một.')
  const remove = (version: number) =>
    secretary(minutes.removeParagraph, { params: place, query: { version } })
  await refusal(remove(1), 'paragraph-changed')
  const left = await remove(2)
  expect(left.paragraphs.map(({ id }) => id)).not.toContain(one?.id)
  expect((await refusal(remove(2), 'paragraph-changed')).current).toBeNull()
  expect(left).toMatchObject({ status: 'edited', revision: view.revision + 4 })
})

test('the chair approves exactly what was seen; the hash is of the words alone', async () => {
  const { chair, secretary, params, view, ballotId, meetingId, entries } = await written()
  const approve = (call: typeof chair, change: object = {}) =>
    call(minutes.approve, { params, body: { revision: view.revision, ballotId: null, ...change } })
  await refusal(approve(secretary), 'not-allowed')
  await refusal(approve(chair, { ballotId: crypto.randomUUID() }), 'ballot-state')
  const problem = await refusal(approve(chair, { revision: view.revision + 1 }), 'minutes-changed')
  expect(problem.current).toMatchObject({ revision: view.revision, status: 'drafted' })
  const after = await approve(chair, { ballotId })
  const words = canonicalJson(minutesContent(meetingId, view.title, view.paragraphs))
  expect(after.sha256).toBe(createHash('sha256').update(words).digest('hex'))
  expect(after).toMatchObject({
    status: 'approved',
    approved: { ballotId },
    may: { edit: false, sign: 'chair' },
  })
  await refusal(approve(chair), 'minutes-state')
  const [paragraph] = after.paragraphs
  await refusal(
    secretary(minutes.saveParagraph, {
      params: { ...params, paragraphId: paragraph?.id ?? '' },
      body: { kind: 'paragraph', text: 'x', version: 1 },
    }),
    'minutes-state',
  )
  await refusal(secretary(minutes.write, { params }), 'minutes-state')
  expect((await entries('minutes')).at(-1)).toMatchObject({
    what: 'minutes-approved',
    after: { sha256: after.sha256, ballotId },
  })
})

test('chair and secretary each sign that hash, once; with both the minutes are locked', async () => {
  const { chair, secretary, delegate, params, sha256, sign, chairman, keeper, entries } = await approved()
  await refusal(sign(chair, 0, 'f'.repeat(64)), 'minutes-changed')
  await refusal(sign(delegate), 'not-allowed')
  const one = await sign(chair)
  expect(one).toMatchObject({ status: 'approved', lockedAt: null, may: { sign: null } })
  await refusal(sign(chair), 'already-signed')
  expect((await secretary(minutes.show, { params })).may.sign).toBe('secretary')
  const both = await sign(secretary)
  expect(both.status).toBe('locked')
  expect(both.signatures.map(({ part, byName, sha256: hash }) => [part, byName, hash])).toEqual([
    ['chair', chairman.name, sha256],
    ['secretary', keeper.name, sha256],
  ])
  expect(both.lockedAt).not.toBeNull()
  await refusal(sign(secretary), 'already-signed')
  expect((await entries('minutes')).slice(-2).map(({ what, after }) => [what, after])).toMatchObject([
    ['minutes-signed', { part: 'chair', isWhole: false }],
    ['minutes-signed', { part: 'secretary', isWhole: true }],
  ])
})

test('both signing at once: both signatures are there and the minutes are locked', async () => {
  const { chair, secretary, params, sign } = await approved()
  await Promise.all([sign(chair), sign(secretary)])
  expect(await chair(minutes.show, { params })).toMatchObject({ status: 'locked', signatures: [{}, {}] })
})

test('locked minutes are changed by no route: not by the API, not by SQL of the application, not by the owner', async () => {
  const { secretary, chair, params, view, meetingId } = await locked()
  const [paragraph] = view.paragraphs
  const place = { ...params, paragraphId: paragraph?.id ?? '' }
  const body = { kind: 'paragraph' as const, text: 'x' }
  const acts = [
    () => secretary(minutes.write, { params }),
    () => secretary(minutes.saveParagraph, { params: place, body: { ...body, version: 1 } }),
    () => secretary(minutes.addParagraph, { params, body: { ...body, afterId: null } }),
    () => secretary(minutes.removeParagraph, { params: place, query: { version: 1 } }),
    () => secretary(minutes.sendOut, { params }),
    () => chair(minutes.approve, { params, body: { revision: 1, ballotId: null } }),
  ]
  for (const act of acts) await refusal(act(), 'minutes-state')
  const of = `WHERE meeting_id = '${meetingId}'`
  const sentences = [
    `UPDATE minutes SET title = 'x' ${of}`,
    `UPDATE minutes SET status = 'edited', sha256 = NULL, approved_at = NULL, locked_at = NULL ${of}`,
    `UPDATE minutes_paragraph SET text = 'x' ${of}`,
    `DELETE FROM minutes_paragraph ${of}`,
    `INSERT INTO minutes_paragraph (id, meeting_id, position, kind, text) VALUES (gen_random_uuid(), '${meetingId}', 1, 'bullet', 'x')`,
    `INSERT INTO minutes_signature (meeting_id, addendum, part, by_name, by_mandate_id, at, sha256)
       VALUES ('${meetingId}', 0, 'chair', 'x', gen_random_uuid(), now(), 'x')`,
  ]
  const ofOwner = [
    `DELETE FROM minutes ${of}`,
    `UPDATE minutes_signature SET by_name = 'x' ${of}`,
    `DELETE FROM minutes_signature ${of}`,
    'TRUNCATE minutes_paragraph',
  ]
  for (const sentence of sentences)
    await expect(world.database.pool.query(sentence), sentence).rejects.toMatchObject({ code: '23001' })
  for (const sentence of [...sentences, ...ofOwner])
    await expect(world.owner.query(sentence), sentence).rejects.toMatchObject({ code: '23001' })
  expect((await secretary(minutes.show, { params })).paragraphs).toEqual(view.paragraphs)
})

test('the database locks no minutes that lack a signature, and signs nothing but what stands approved', async () => {
  const { chair, meetingId, sign } = await approved()
  await sign(chair)
  const early = `UPDATE minutes SET status = 'locked', locked_at = now() WHERE meeting_id = '${meetingId}'`
  await expect(world.owner.query(early)).rejects.toMatchObject({ code: '23001' })
  const forged = `INSERT INTO minutes_signature (meeting_id, addendum, part, by_name, by_mandate_id, at, sha256)
    VALUES ('${meetingId}', 0, 'secretary', 'x', gen_random_uuid(), now(), 'khác')`
  await expect(world.owner.query(forged)).rejects.toMatchObject({ code: '23001' })
})

test('locked minutes are corrected by numbered addenda with a reason, signed the same way', async () => {
  const { secretary, chair, delegate, params, sign } = await locked()
  const before = await approved()
  const body = { text: 'Bảy đơn vị có mặt.', reason: 'Ghi nhầm số đơn vị' }
  await refusal(before.secretary(minutes.addAddendum, { params: before.params, body }), 'minutes-state')
  await refusal(delegate(minutes.addAddendum, { params, body }), 'not-allowed')
  const { addenda } = await secretary(minutes.addAddendum, { params, body })
  expect(addenda).toMatchObject([{ ...body, number: 1, signatures: [] }])
  const two = await secretary(minutes.addAddendum, { params, body: { ...body, text: 'Thêm nữa.' } })
  expect(two.addenda.map(({ number }) => number)).toEqual([1, 2])
  expect(two.addenda[0]?.sha256).not.toBe(two.addenda[1]?.sha256)
  const hash = addenda[0]?.sha256 ?? ''
  await refusal(sign(chair, 3, hash), 'not-found')
  await refusal(sign(chair, 2, hash), 'minutes-changed')
  await sign(chair, 1, hash)
  const signed = await sign(secretary, 1, hash)
  expect(signed.addenda.map(({ signatures }) => signatures.map(({ part }) => part))).toEqual([
    ['chair', 'secretary'],
    [],
  ])
  await expect(world.owner.query(`UPDATE minutes_addendum SET text = 'x'`)).rejects.toMatchObject({
    code: '23001',
  })
})

test('two addenda at once have two numbers', async () => {
  const { secretary, chair, params } = await locked()
  const body = { text: 'Đính chính.', reason: 'Ghi nhầm' }
  await Promise.all([secretary, chair].map((call) => call(minutes.addAddendum, { params, body })))
  expect((await chair(minutes.show, { params })).addenda.map(({ number }) => number)).toEqual([1, 2])
})

test('a PDF signed elsewhere is kept as it came, once the minutes are approved, and only a PDF', async () => {
  const { secretary, delegate, params, view } = await written()
  await refusal(secretary(minutes.uploadSigned, { params, body: pdf }), 'minutes-state')
  const made = await approved()
  expect(view.signedFiles).toEqual([])
  const picture = new File(
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82])],
    'a.pdf',
  )
  await refusal(made.secretary(minutes.uploadSigned, { params: made.params, body: picture }), 'not-pdf')
  const { signedFiles } = await made.secretary(minutes.uploadSigned, { params: made.params, body: pdf })
  const [kept] = signedFiles
  const bytes = Buffer.from(await pdf.arrayBuffer())
  expect(kept).toMatchObject({
    name: 'Biên bản đã ký.pdf',
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  const file = { ...made.params, fileId: kept?.id ?? '' }
  const back = await made.delegate(meetings.file, { params: file, query: { download: 'true' } })
  expect(Buffer.from(await back.arrayBuffer())).toEqual(bytes)
  await refusal(made.secretary(meetings.removeFile, { params: file }), 'not-found')
  await refusal(delegate(meetings.file, { params: file, query: {} }), 'not-found')
})

test('minutes are consulted on as a draft that says what they say; unanswered comments keep them from approval', async () => {
  const { secretary, chair, params, person, second, view } = await written()
  const member = await person('delegate', second)
  const { draftId, status } = await secretary(minutes.sendOut, { params })
  expect(status).toBe('consultation')
  await refusal(secretary(minutes.sendOut, { params }), 'minutes-state')
  const draft = { draftId: draftId ?? '' }
  await secretary(drafts.sendOut, {
    params: draft,
    body: { deadline: '2021-02-01T00:00:00.000Z', message: '', mandateIds: [member.mandateId] },
  })
  const delegate = world.as(member)
  const shown = await delegate(drafts.show, { params: draft })
  expect(shown.title).toBe('Biên bản họp trù bị')
  expect(shown.nodes.map(({ id }) => id)).toEqual(view.paragraphs.map(({ id }) => id))
  const [paragraph] = view.paragraphs
  const anchor = { nodeId: paragraph?.id ?? '', field: null, quote: null }
  const { id: commentId } = await delegate(drafts.commentOn, {
    params: draft,
    body: { anchor, body: 'Lúc 8 giờ 15.', replacement: null, mentions: [] },
  })
  await secretary(minutes.saveParagraph, {
    params: { ...params, paragraphId: anchor.nodeId },
    body: { kind: 'paragraph', text: 'Bắt đầu lúc 8 giờ 15.', version: 1 },
  })
  const after = await delegate(drafts.show, { params: draft })
  expect(after.nodes[0]?.content).toEqual({ text: 'Bắt đầu lúc 8 giờ 15.' })
  const { revision } = await chair(minutes.show, { params })
  const approve = () => chair(minutes.approve, { params, body: { revision, ballotId: null } })
  const problem = await refusal(approve(), 'comments-unanswered')
  expect(problem.errors?.map(({ pointer }) => pointer)).toEqual([`#/comments/${commentId}`])
  await secretary(drafts.answer, { params: { commentId }, body: { kind: 'accepted', body: 'Đã sửa.' } })
  const { sha256 } = await approve()
  expect(await delegate(drafts.show, { params: draft })).toMatchObject({
    status: 'adopted',
    adopted: { sha256 },
  })
})

test('minutes of another season, and of a stranger’s, are not there', async () => {
  const { params } = await written()
  const other = await held()
  await refusal(other.secretary(minutes.show, { params }), 'not-found')
  await refusal(other.secretary(minutes.write, { params }), 'not-found')
  await refusal(world.stranger(minutes.show, { params }), 'not-signed-in')
})

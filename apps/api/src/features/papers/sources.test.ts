import { randomUUID } from 'node:crypto'
import { pacts } from '@bangvang/contract/pacts'
import { papers } from '@bangvang/contract/papers'
import { standardAwards } from '@bangvang/core/awards/award-kind'
import type { PaperKind } from '@bangvang/core/papers/paper'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import type { MadeSeason } from '../../test/makers.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Caller = World['stranger']
type Wanted = { kind: PaperKind; unitId?: string; meetingId?: string; draftId?: string }

/** The text of a paper, a line a paragraph, and whether each of its headers says DỰ THẢO. */
async function read(caller: Caller, { id: seasonId }: MadeSeason, { kind, ...about }: Wanted) {
  const params = { seasonId, kind }
  const file = await caller(papers.make, { params, query: { ...about, format: 'docx' } })
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const textOf = (name: string) =>
    strFromU8(parts[name] ?? new Uint8Array())
      .replaceAll(/<w:br\/>|<\/w:p>/g, '\n')
      .replaceAll(/<[^>]+>/g, '')
  const headers = Object.keys(parts).filter((name) => /^word\/header\d/.test(name))
  return {
    text: textOf('word/document.xml'),
    isDraft: headers.every((name) => textOf(name).includes('DỰ THẢO')),
  }
}

async function seasonWith(phase: 'preparing' | 'open' = 'open') {
  const season = await world.make.season({ phase })
  const [first = '', second = ''] = season.units
  const as = async (role: 'chair' | 'secretary' | 'delegate' | 'leader' | 'appraiser', unitId?: string) =>
    world.as(
      await world.make.person({ role, seasonId: season.id, ...(unitId === undefined ? {} : { unitId }) }),
    )
  return { season, first, second, as, secretary: await as('secretary') }
}

describe('the pact', () => {
  test('is a draft with its signatures so far, to who prepares it; everyone’s once the chair closes it', async () => {
    const { season, first, second, as, secretary } = await seasonWith('preparing')
    const makeable = async (caller: Caller) =>
      (await caller(papers.list, { params: { seasonId: season.id } })).makeable.map(({ kind }) => kind)
    expect(await makeable(secretary)).not.toContain('pact')
    const leader = await as('leader', first)
    const place = { seasonId: season.id, unitId: first }
    const target = { target: '8.5', note: '', version: 0 }
    await leader(pacts.saveTarget, { params: { ...place, criterionCode: 'KT01' }, body: target })
    await leader(pacts.saveMovement, {
      params: { ...place, movementId: randomUUID() },
      body: { title: 'Chung sức xây dựng nông thôn mới', content: '', version: 0 },
    })
    await leader(pacts.sign, { params: place, body: { revision: 2 } })
    const draft = await read(secretary, season, { kind: 'pact' })
    expect(draft.isDraft).toBe(true)
    expect(draft.text).toContain('8,5')
    expect(draft.text).toContain('Chung sức xây dựng nông thôn mới')
    expect(draft.text.match(/Chưa ký/g)).toHaveLength(2)
    const member = await as('delegate', second)
    await refusal(read(member, season, { kind: 'pact' }), 'not-found')
    const chair = await as('chair', first)
    const without = season.units.filter((id) => id !== first)
    await chair(pacts.close, { params: { seasonId: season.id }, body: { without } })
    const closed = await read(member, season, { kind: 'pact' })
    expect(closed.isDraft).toBe(false)
    expect(closed.text).toContain('Căn cứ Quy chế Cụm.')
  })
})

async function makeMeeting(season: MadeSeason) {
  const id = randomUUID()
  const itemId = randomUUID()
  const { prisma } = world.database
  await prisma.meeting.create({
    data: {
      id,
      seasonId: season.id,
      kind: 'preparatory',
      title: 'Họp trù bị tổng kết năm 2020',
      status: 'running',
      startsAt: new Date('2021-01-17T01:00:00Z'),
      startedAt: new Date('2021-01-17T01:30:00Z'),
      place: 'Hạ Long',
      onlineLink: '',
      chairMandateId: randomUUID(),
      chairName: 'Phạm Văn Thành',
      secretaryMandateId: randomUUID(),
      secretaryName: 'Đoàn Thị Bích',
      quorumShare: '2/3',
      quorumTest: 'atLeast',
      quorumBasis: '',
      guests: [
        {
          name: 'Ông A',
          organisation: 'Ban Thi đua - Khen thưởng Trung ương',
          kind: 'reviewer',
          isPresent: true,
        },
        { name: 'Bà B', organisation: 'Sở Nội vụ', kind: 'guest', isPresent: false },
      ],
      createdAt: world.clock.now,
      items: { create: [{ id: itemId, position: 1, title: 'Kết quả chấm điểm', kind: 'discussion' }] },
      attendance: {
        create: season.units.slice(0, 2).map((unitId, place) => ({
          unitId,
          ...(place === 0
            ? { state: 'present' as const }
            : { state: 'authorized' as const, substituteName: 'Bà Hòa', paperNumber: '7/GUQ' }),
          updatedAt: world.clock.now,
        })),
      },
      tasks: {
        create: [
          {
            id: randomUUID(),
            number: 1,
            title: 'Hoàn thiện hồ sơ',
            ownerName: 'Tổ thư ký',
            dueOn: new Date('2021-01-31'),
          },
        ],
      },
      contributions: {
        create: (['comment', 'conclusion'] as const).map((kind, place) => ({
          id: randomUUID(),
          number: place + 1,
          itemId,
          kind,
          body: kind === 'comment' ? 'Ý kiến riêng' : 'Thống nhất kết quả chấm điểm.',
          byName: 'Phạm Văn Thành',
          enteredBy: 'Đoàn Thị Bích',
          enteredById: randomUUID(),
          at: world.clock.now,
        })),
      },
    },
  })
  return id
}

describe('the papers of a meeting', () => {
  test('the notice tells what was concluded, by whom it is done, and who was there; final when the meeting ends', async () => {
    const { season, secretary } = await seasonWith()
    const meetingId = await makeMeeting(season)
    const running = await read(secretary, season, { kind: 'conclusion-notice', meetingId })
    expect(running.isDraft).toBe(true)
    expect(running.text).toContain('1. Kết quả chấm điểm\nThống nhất kết quả chấm điểm.')
    expect(running.text).not.toContain('Ý kiến riêng')
    expect(running.text).toContain(
      'đại biểu của 2 trên 3 đơn vị thành viên, trong đó 1 đơn vị cử người dự thay theo ủy quyền; Ban Thi đua - Khen thưởng Trung ương.',
    )
    expect(running.text).toContain('Hoàn thiện hồ sơ\nTổ thư ký\n31/01/2021')
    await world.database.prisma.meeting.update({
      where: { id: meetingId },
      data: { status: 'closed', endedAt: world.clock.now },
    })
    expect((await read(secretary, season, { kind: 'conclusion-notice', meetingId })).isDraft).toBe(false)
  })

  test('the minutes are a draft until the chair has approved them, and name who signed', async () => {
    const { season, secretary, as, second } = await seasonWith()
    const meetingId = await makeMeeting(season)
    await refusal(read(secretary, season, { kind: 'minutes', meetingId }), 'not-found')
    const { prisma } = world.database
    await prisma.minutes.create({
      data: {
        meetingId,
        title: 'Họp trù bị tổng kết năm 2020',
        status: 'edited',
        writtenAt: world.clock.now,
        writtenBy: 'Đoàn Thị Bích',
        paragraphs: {
          create: [
            { id: randomUUID(), position: 2, kind: 'paragraph', text: 'Các đại biểu thống nhất.' },
            { id: randomUUID(), position: 1, kind: 'heading', text: 'I. Diễn biến' },
          ],
        },
      },
    })
    const member = await as('delegate', second)
    const edited = await read(member, season, { kind: 'minutes', meetingId })
    expect(edited.isDraft).toBe(true)
    expect(edited.text).toContain('I. Diễn biến\nCác đại biểu thống nhất.')
    expect(edited.text).toContain('THƯ KÝ')
    await prisma.minutes.update({
      where: { meetingId },
      data: {
        status: 'approved',
        sha256: 'a'.repeat(64),
        approvedAt: world.clock.now,
        approvedBy: 'Phạm Văn Thành',
      },
    })
    await prisma.minutesSignature.createMany({
      data: [
        {
          meetingId,
          addendum: 0,
          part: 'secretary',
          byName: 'Đoàn Thị Bích',
          byMandateId: randomUUID(),
          at: new Date('2021-01-20T02:00:00Z'),
          sha256: 'a'.repeat(64),
        },
      ],
    })
    const approved = await read(member, season, { kind: 'minutes', meetingId })
    expect(approved.isDraft).toBe(false)
    expect(approved.text).toContain('(Đã ký ngày 20/01/2021)')
    expect(approved.text).toContain(`Mã SHA-256 của nội dung biên bản: ${'a'.repeat(64)}`)
  })
})

async function makeDraft(season: MadeSeason, status: 'draft' | 'consultation' | 'adopted') {
  const id = randomUUID()
  const now = { createdAt: world.clock.now, updatedAt: world.clock.now }
  const node = { position: 'a', version: 1 }
  await world.database.prisma.draft.create({
    data: {
      id,
      kind: 'regulation',
      clusterId: season.clusterId,
      seasonId: season.id,
      year: 2021,
      title: 'Tổ chức và hoạt động của Cụm',
      status: status === 'adopted' ? 'consultation' : status,
      revision: 1,
      legalBasis: 'Căn cứ Luật Thi đua, khen thưởng;',
      ...now,
      nodes: {
        create: [
          { ...node, id: 'n1', parentId: null, kind: 'article', content: { text: 'Phạm vi' } },
          { ...node, id: 'n2', parentId: 'n1', kind: 'clause', content: { text: 'Quy chế này áp dụng:' } },
          {
            ...node,
            id: 'n3',
            parentId: 'n2',
            kind: 'point',
            content: { text: 'với chín tỉnh thành viên;' },
          },
        ],
      },
    },
  })
  if (status === 'adopted') {
    const sha256 = 'a'.repeat(64)
    const by = { at: world.clock.now, byName: 'Phạm Văn Thành' }
    await world.database.prisma.draftVersion.createMany({
      data: [{ ...by, draftId: id, number: 1, revision: 1, reason: 'adopted', nodes: [], sha256 }],
    })
    const adoption = { adoptedNumber: '15/QC-CTĐ', adoptedSha256: sha256, adoptedBy: by.byName }
    await world.database.prisma.draft.update({
      where: { id },
      data: { ...adoption, status, adoptedOn: new Date('2021-02-20') },
    })
  }
  return id
}

describe('the papers of a draft', () => {
  test('a regulation is numbered by itself, and bears the number and day of its adoption', async () => {
    const { season, secretary, as, first } = await seasonWith()
    const draftId = await makeDraft(season, 'draft')
    const draft = await read(secretary, season, { kind: 'regulation', draftId })
    expect(draft.isDraft).toBe(true)
    expect(draft.text).toContain('Điều 1. Phạm vi\n1. Quy chế này áp dụng:\na) với chín tỉnh thành viên;')
    await refusal(read(await as('delegate', first), season, { kind: 'regulation', draftId }), 'not-found')
    const adopted = await read(secretary, season, {
      kind: 'regulation',
      draftId: await makeDraft(season, 'adopted'),
    })
    expect(adopted.isDraft).toBe(false)
    expect(adopted.text).toContain('Số: 15/QC-CTĐ')
    expect(adopted.text).toContain('ngày 20 tháng 02 năm 2021')
  })

  test('the comment table says where, who, what and what became of it; final when each is answered', async () => {
    const { season, secretary, first } = await seasonWith()
    const draftId = await makeDraft(season, 'consultation')
    const { prisma } = world.database
    const unit = await prisma.unit.findUniqueOrThrow({ where: { id: first } })
    const comment = {
      seasonId: season.id,
      draftId,
      subject: 'draft' as const,
      byName: 'Nguyễn Thị Hạnh',
      byPersonId: randomUUID(),
      at: world.clock.now,
    }
    const ids = [randomUUID(), randomUUID()]
    await prisma.comment.createMany({
      data: [
        {
          ...comment,
          id: ids[0] ?? '',
          number: 1,
          anchor: 'n3',
          field: 'text',
          quote: { text: 'chín tỉnh', before: 'với ', after: ' thành viên;' },
          body: 'Nên ghi rõ tên tỉnh.',
          replacement: 'các tỉnh',
          byRole: 'delegate',
          byUnitId: first,
        },
        { ...comment, id: ids[1] ?? '', number: 2, body: 'Nhất trí.', byRole: 'reviewer' },
      ],
    })
    const answer = (commentId = '') =>
      prisma.commentAnswer.createMany({
        data: [
          {
            commentId,
            seasonId: season.id,
            kind: 'declined',
            body: 'Danh sách ở phụ lục.',
            byName: 'Thư ký',
            at: world.clock.now,
          },
        ],
      })
    await answer(ids[0])
    const open = await read(secretary, season, { kind: 'comment-table', draftId })
    expect(open.isDraft).toBe(true)
    expect(open.text).toContain('Điểm a khoản 1 Điều 1\n“chín tỉnh”')
    expect(open.text).toContain(unit.name)
    expect(open.text).not.toContain('Nguyễn Thị Hạnh')
    expect(open.text).toContain('Đề nghị viết: “các tỉnh”')
    expect(open.text).toContain('Giải trình, giữ nguyên\nDanh sách ở phụ lục.')
    expect(open.text).toContain('Ban Thi đua - Khen thưởng Trung ương\nNhất trí.\nChưa trả lời')
    await answer(ids[1])
    expect((await read(secretary, season, { kind: 'comment-table', draftId })).isDraft).toBe(false)
  })
})

describe('the submission letter', () => {
  test('tells who was voted for and how, and is a draft while a vote is still to come', async () => {
    const { season, first, second, as } = await seasonWith()
    const { prisma } = world.database
    await prisma.season.update({
      where: { id: season.id },
      data: { phase: 'deliberation' },
      select: { id: true },
    })
    const chair = await as('chair', first)
    const listed = async () => (await chair(papers.list, { params: { seasonId: season.id } })).makeable
    expect((await listed()).map(({ kind }) => kind)).not.toContain('submission-letter')
    const by = { byName: 'Phạm Văn Thành', byMandateId: randomUUID(), at: world.clock.now }
    const [flag] = standardAwards
    await prisma.awardKind.createMany({
      data: [
        {
          seasonId: season.id,
          code: 'CO',
          settings: flag as unknown as object,
          version: 1,
          updatedAt: by.at,
          updatedBy: by.byName,
        },
      ],
    })
    const proposal = { ...by, seasonId: season.id, kindCode: 'CO', reason: '' }
    const standing = { rank: 1, total: '978.25', revision: 1, sha256: null }
    await prisma.awardProposal.createMany({
      data: [
        {
          ...proposal,
          id: randomUUID(),
          unitId: first,
          standing,
          status: 'passed',
          outcomeNote: '8 trên 9 phiếu, biên bản số 3',
          outcomeBy: by.byName,
          outcomeAt: by.at,
        },
        { ...proposal, id: randomUUID(), unitId: second, standing: { ...standing, rank: 2 } },
      ],
    })
    const letter = await read(chair, season, { kind: 'submission-letter' })
    expect(letter.isDraft).toBe(true)
    expect(letter.text).toContain('Về việc đề nghị tặng Cờ thi đua của Chính phủ năm 2020')
    expect(letter.text).toContain('978,25\n1\nCờ thi đua của Chính phủ\n8 trên 9 phiếu, biên bản số 3')
  })
})

import { ballots } from '@bangvang/contract/ballots'
import { drafts } from '@bangvang/contract/drafts'
import type { Input } from '@bangvang/contract/endpoint'
import { meetings } from '@bangvang/contract/meetings'
import { minutes } from '@bangvang/contract/minutes'
import { proceedings } from '@bangvang/contract/proceedings'
import { ballotPresets, type PresetName, questionOf } from '@bangvang/core/ballots/presets'
import { delegateOf, secretary } from './accounts.ts'
import { nameOf, seasonIdOf } from './facts.ts'
import type { Stage } from './stage.ts'

const seasonId = seasonIdOf(2020)
const there = ['QNI', 'HDU', 'BNI', 'HYE', 'TBI', 'NDI', 'HNA', 'NBI'] as const
const absent = 'VPC'

type ItemInput = Input<typeof meetings.addItem>['body']
type Meeting = { id: string; items: string[] }

const item = (title: string, kind: ItemInput['kind'], minutes: number): ItemInput => ({
  title,
  kind,
  minutes,
  papers: [],
})

async function agendaOf(stage: Stage): Promise<ItemInput[]> {
  const { items } = await (await stage.as(secretary))(drafts.list, { params: { seasonId } })
  const papers = items
    .filter(({ year }) => year === 2021)
    .map(({ id, title }) => ({ kind: 'draft' as const, ref: id, title }))
  const ofSeason = (kind: 'board' | 'ranking', title: string) => ({ kind, ref: seasonId, title })
  return [
    {
      ...item('Báo cáo kết quả chấm điểm thi đua năm 2020', 'report', 20),
      papers: [
        ofSeason('board', 'Bảng điểm năm 2020'),
        ofSeason('ranking', 'Bảng xếp hạng dự thảo năm 2020'),
      ],
    },
    item('Thảo luận kết quả, ý kiến của các tỉnh', 'discussion', 40),
    item('Thống nhất kết quả chấm điểm để thẩm định lần cuối', 'vote', 10),
    item('Bình xét đề nghị tặng Cờ thi đua của Chính phủ', 'vote', 20),
    item('Bầu Cụm trưởng, Cụm phó năm 2021', 'election', 20),
    { ...item('Góp ý Quy chế và Bộ tiêu chí năm 2021', 'discussion', 30), papers },
  ]
}

async function plan(stage: Stage): Promise<Meeting> {
  stage.at('2021-01-15 08:00')
  const call = await stage.as(secretary)
  const { items } = await call(meetings.invitable, { query: { seasonId } })
  const mandateOf = (role: string) => items.find((one) => one.role === role)?.mandateId ?? ''
  const { id } = await call(meetings.create, {
    body: {
      seasonId,
      kind: 'preparatory',
      title: 'Họp trù bị tổng kết công tác thi đua năm 2020',
      startsAt: '2021-01-17T01:00:00.000Z',
      endsAt: '2021-01-17T04:30:00.000Z',
      place: 'Quảng Ninh',
      onlineLink: '',
      chairMandateId: mandateOf('chair'),
      secretaryMandateId: mandateOf('secretary'),
      quorumRule: { share: '2/3', test: 'atLeast', legalBasis: 'Quy chế hoạt động của Cụm (minh họa)' },
      agenda: { from: 'nothing' },
    },
  })
  const params = { meetingId: id }
  for (const body of await agendaOf(stage)) await call(meetings.addItem, { params, body })
  const invited = items.filter(({ role }) => role !== 'appraiser').map(({ mandateId }) => mandateId)
  let { version, agenda } = await call(meetings.show, { params })
  ;({ version } = await call(meetings.invite, { params, body: { mandateIds: invited, version } }))
  const guest = {
    name: 'Trịnh Hồng Sơn',
    organisation: 'Vụ Địa phương, Ban Thi đua – Khen thưởng Trung ương',
    kind: 'reviewer' as const,
    isPresent: true,
  }
  await call(meetings.setGuests, { params, body: { guests: [guest], version } })
  return { id, items: agenda.map((one) => one.id) }
}

async function begin(stage: Stage, { id }: Meeting): Promise<void> {
  stage.at('2021-01-17 07:50')
  const call = await stage.as(secretary)
  const attend = (unitId: string, attended: Input<typeof meetings.attend>['body']['attended']) =>
    call(meetings.attend, { params: { meetingId: id, unitId }, body: { attended, version: 0 } })
  for (const unitId of there)
    if (unitId === 'HYE')
      await attend(unitId, {
        state: 'authorized',
        people: [],
        authorization: {
          name: 'Nguyễn Thanh Bình',
          title: 'Phó Giám đốc Sở Nội vụ',
          paperNumber: '12/GUQ-UBND',
          fileId: null,
        },
      })
    else
      await attend(unitId, {
        state: 'present',
        people: [{ name: `Đại diện tỉnh ${nameOf(unitId)}`, title: 'Lãnh đạo Sở Nội vụ (minh họa)' }],
        authorization: null,
      })
  await attend(absent, { state: 'absent', people: [], authorization: null })
  stage.at('2021-01-17 08:05')
  await call(meetings.start, { params: { meetingId: id } })
}

type Said = { by: string | null; body: string; kind?: 'conclusion' }

async function goThrough(
  stage: Stage,
  { id, items }: Meeting,
  said: { item: number; at: string; all: Said[] },
) {
  const call = await stage.as(secretary)
  stage.at(`2021-01-17 ${said.at}`)
  const itemId = items[said.item - 1] ?? ''
  const params = { meetingId: id }
  await call(proceedings.setCurrent, { params, body: { itemId } })
  for (const { by, body, kind = 'comment' } of said.all)
    await call(proceedings.contribute, {
      params,
      body: {
        itemId,
        kind,
        body,
        speaker: by === null ? null : { name: `Đại diện tỉnh ${nameOf(by)}`, unitId: by },
      },
    })
}

type Asked = {
  item: number
  at: string
  title: string
  preset: PresetName
  options: readonly string[]
  /** What each unit that is there chose, in their order; a round a row. */
  rounds: readonly (readonly ('yes' | 'no' | 'abstain' | string[] | Record<string, 'yes' | 'no'>)[])[]
  written?: Record<string, 'yes' | 'no'>
}

async function vote(stage: Stage, meeting: Meeting, asked: Asked): Promise<void> {
  stage.at(`2021-01-17 ${asked.at}`)
  const call = await stage.as(secretary)
  const { id: ballotId } = await call(ballots.prepare, {
    body: {
      meetingId: meeting.id,
      itemId: meeting.items[asked.item - 1] ?? '',
      title: asked.title,
      preset: asked.preset,
      legalBasis: ballotPresets[asked.preset].legalBasis,
      showsVotes: true,
      question: questionOf(asked.preset, asked.options),
    },
  })
  const params = { ballotId }
  if (asked.written)
    await call(ballots.enterOpinion, {
      params,
      body: { round: 1, unitId: absent, choice: asked.written, paperNumber: '05/UBND-SNV', fileId: null },
    })
  for (const [index, choices] of asked.rounds.entries()) {
    const round = index + 1
    if (round > 1) await call(ballots.nextRound, { params, body: { round: index } })
    await call(ballots.open, { params, body: { minutes: 2 } })
    for (const [at, choice] of choices.entries()) {
      const unitId = there[at] ?? ''
      // Hưng Yên came by a substitute without a device: the secretary enters the hand.
      if (unitId === 'HYE')
        await call(ballots.enter, { params, body: { round, votes: [{ unitId, choice }] } })
      else await (await stage.as(delegateOf(unitId)))(ballots.cast, { params, body: { round, choice } })
    }
    await call(ballots.close, { params, body: { round } })
  }
}

async function hold(stage: Stage, meeting: Meeting): Promise<void> {
  await goThrough(stage, meeting, {
    item: 1,
    at: '08:10',
    all: [
      {
        by: null,
        body: 'Tổ thư ký báo cáo: bảy tỉnh đã gửi, hai tỉnh đang bổ sung; điểm đang ở bước thẩm định.',
      },
    ],
  })
  await goThrough(stage, meeting, {
    item: 2,
    at: '08:40',
    all: [
      { by: 'TBI', body: 'Đề nghị xem xét ảnh hưởng của dịch đến chỉ tiêu thu hút đầu tư.' },
      { by: 'HNA', body: 'Chỉ tiêu GRDP của Hà Nam đang chờ nghị quyết điều chỉnh.' },
      {
        by: null,
        kind: 'conclusion',
        body: 'Các tỉnh gửi tài liệu bổ sung về tổ thẩm định trước ngày 22/01/2021.',
      },
    ],
  })
  await goThrough(stage, meeting, { item: 3, at: '09:20', all: [] })
  await vote(stage, meeting, {
    item: 3,
    at: '09:25',
    title: 'Thống nhất kết quả chấm điểm đã báo cáo để thẩm định lần cuối?',
    preset: 'conclusion',
    options: [],
    rounds: [['yes', 'yes', 'yes', 'yes', 'no', 'yes', 'yes', 'abstain']],
  })
  await goThrough(stage, meeting, { item: 4, at: '09:40', all: [] })
  const forFlag = { 'Quảng Ninh': 'yes' as const }
  await vote(stage, meeting, {
    item: 4,
    at: '09:45',
    title: 'Đề nghị tặng Cờ thi đua của Chính phủ năm 2020 (minh họa)',
    preset: 'flag',
    options: ['Quảng Ninh'],
    written: forFlag,
    rounds: [[forFlag, forFlag, forFlag, forFlag, { 'Quảng Ninh': 'no' }, forFlag, forFlag, forFlag]],
  })
  await elect(stage, meeting)
}

async function elect(stage: Stage, meeting: Meeting): Promise<void> {
  await goThrough(stage, meeting, { item: 5, at: '10:05', all: [] })
  const [hdu, bni, ndi] = ['Hải Dương', 'Bắc Ninh', 'Nam Định']
  await vote(stage, meeting, {
    item: 5,
    at: '10:10',
    title: 'Bầu Cụm trưởng năm 2021 (minh họa)',
    preset: 'election',
    options: ['Hải Dương', 'Ninh Bình'],
    rounds: [[[hdu], [hdu], [hdu], [hdu], ['Ninh Bình'], [hdu], [hdu], ['Ninh Bình']]],
  })
  await vote(stage, meeting, {
    item: 5,
    at: '10:20',
    title: 'Bầu Cụm phó năm 2021 (minh họa)',
    preset: 'election',
    options: ['Bắc Ninh', 'Nam Định', 'Hà Nam'],
    rounds: [
      [[bni], [bni], [bni], [ndi], [ndi], [ndi], ['Hà Nam'], ['Hà Nam']],
      [[bni], [bni], [bni], [bni], [ndi], [ndi], [bni], [ndi]],
    ],
  })
}

async function conclude(stage: Stage, meeting: Meeting): Promise<void> {
  await goThrough(stage, meeting, {
    item: 6,
    at: '10:40',
    all: [
      { by: 'TBI', body: 'Thái Bình giữ ý kiến hạ mức xếp loại xuất sắc xuống 880 điểm.' },
      { by: null, kind: 'conclusion', body: 'Tổ thư ký tổng hợp, giải trình góp ý trước ngày 25/01/2021.' },
    ],
  })
  const call = await stage.as(secretary)
  const params = { meetingId: meeting.id }
  await call(proceedings.addTask, {
    params,
    body: {
      itemId: meeting.items[5] ?? null,
      title: 'Hoàn thiện bảng tiếp thu, giải trình góp ý Quy chế và Bộ tiêu chí năm 2021',
      ownerUnitId: 'QNI',
      ownerName: 'Tổ thư ký',
      dueOn: '2021-01-25',
    },
  })
  await call(proceedings.addTask, {
    params,
    body: {
      itemId: meeting.items[1] ?? null,
      title: 'Gửi tài liệu bổ sung cho tổ thẩm định',
      ownerUnitId: 'HNA',
      ownerName: '',
      dueOn: '2021-01-22',
    },
  })
  stage.at('2021-01-17 11:20')
  await call(meetings.end, { params })
  stage.at('2021-01-18 08:30')
  await (await stage.as(secretary))(minutes.write, { params })
}

/** The preparatory meeting of 17 January 2021 at Quảng Ninh up to unsigned minutes; what was said and voted is illustrative. */
export async function meetIn2021(stage: Stage): Promise<void> {
  const meeting = await plan(stage)
  await begin(stage, meeting)
  await hold(stage, meeting)
  await conclude(stage, meeting)
}

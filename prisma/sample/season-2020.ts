import { assessments } from '@bangvang/contract/assessments'
import { seasons } from '@bangvang/contract/seasons'
import { chairOf2020, secretary } from './accounts.ts'
import { appraiseSeason2020 } from './appraisal-2020.ts'
import { criteriaOf, figuresOf, seasonIdOf } from './facts.ts'
import { createSampleSeason } from './installation.ts'
import { explainChanges, signPact2020 } from './pact-2020.ts'
import type { Stage } from './stage.ts'
import { fillIn, handInFiles, submit } from './submit.ts'

const year = 2020
const params = { seasonId: seasonIdOf(year) }

// Who submits when; Hà Nam a day after the deadline.
const days: Record<string, string> = {
  QNI: '2020-12-14',
  BNI: '2020-12-16',
  HDU: '2020-12-17',
  NBI: '2020-12-18',
  NDI: '2020-12-21',
  VPC: '2020-12-22',
  HYE: '2020-12-23',
  TBI: '2020-12-25',
  HNA: '2020-12-26',
}
/** How many criteria Thái Bình had answered when it submitted: the first section. */
export const firstSection = 22

/** The year 2020 up to the second week of appraisal: seven submitted, Hưng Yên returned, Thái Bình half filled in. */
export async function playSeason2020(stage: Stage): Promise<void> {
  stage.at('2020-01-20 08:00')
  await createSampleSeason(stage, year, null)
  await open(stage)
  await submitAll(stage)
  await openAppraisal(stage)
  await appraiseSeason2020(stage)
}

async function open(stage: Stage): Promise<void> {
  stage.at('2020-02-14 08:00')
  const chair = await stage.as(chairOf2020)
  await chair(seasons.adoptCriteria, {
    params,
    body: {
      document: criteriaOf(year),
      legalBasis: 'Quy chế hoạt động của Cụm; ghép từ các bộ tiêu chí đọc được, không phải bảng chính thức',
      adoptedOn: '2020-02-14',
    },
  })
  const deadlines = [
    ['assessment', '2020-12-25T10:00:00.000Z'],
    ['appraisal', '2021-01-12T10:00:00.000Z'],
    ['comments', '2021-01-15T10:00:00.000Z'],
  ] as const
  for (const [kind, at] of deadlines)
    await chair(seasons.setDeadline, { params, body: { kind, unitId: null, at, reason: null } })
  await signPact2020(stage)
  const opening = await stage.as(chairOf2020)
  await opening(seasons.movePhase, { params, body: { to: 'open' } })
}

async function submitAll(stage: Stage): Promise<void> {
  const figures = figuresOf(year)
  for (const [unitId, day] of Object.entries(days)) {
    const sheet = { year, unitId }
    const isHalf = unitId === 'TBI'
    stage.at(`${day} 09:00`)
    await fillIn(stage, sheet, [...(figures.get(unitId) ?? [])].slice(0, isHalf ? firstSection : undefined))
    await explainChanges(stage, unitId)
    if (!isHalf) await handInFiles(stage, sheet, unitId === 'HYE' ? 'KT10' : undefined)
    stage.at(`${day} 15:30`)
    await submit(stage, sheet)
  }
}

async function openAppraisal(stage: Stage): Promise<void> {
  stage.at('2020-12-28 08:00')
  const chair = await stage.as(chairOf2020)
  await chair(seasons.movePhase, { params, body: { to: 'appraisal' } })
  const call = await stage.as(secretary)
  const reasons = {
    HYE: 'Thiếu xác nhận của cơ quan đăng ký đầu tư cho chỉ tiêu thu hút đầu tư (KT10).',
    TBI: 'Mới có mục I; đề nghị điền đủ mục II, mục III và gửi kèm tài liệu minh chứng.',
  }
  for (const [unitId, reason] of Object.entries(reasons)) {
    await call(assessments.return, { params: { ...params, unitId }, body: { reason } })
    await chair(seasons.setDeadline, {
      params,
      body: {
        kind: 'assessment',
        unitId,
        at: '2021-01-06T10:00:00.000Z',
        reason: 'Gia hạn để hoàn thiện bản tự chấm bị trả lại.',
      },
    })
  }
}

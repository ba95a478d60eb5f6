import { randomUUID } from 'node:crypto'
import { pacts } from '@bangvang/contract/pacts'
import { listTargetCriteria } from '@bangvang/core/pacts/registration'
import { chairOf2020, delegateOf, leaderOf } from './accounts.ts'
import { criteriaOf, figuresOf, members, seasonIdOf } from './facts.ts'
import { type Figure, illustrative } from './figures.ts'
import type { Stage } from './stage.ts'

const year = 2020
const params = { seasonId: seasonIdOf(year) }

// What was registered in February and reported against another target in December, and why: illustrative.
const changed: Record<string, { registered: string; reason: string }> = {
  'HDU KT11': {
    registered: '1350',
    reason: 'UBND tỉnh điều chỉnh kế hoạch phát triển doanh nghiệp sau đợt dịch COVID-19 (minh họa).',
  },
  'QNI KT05': {
    registered: '12',
    reason: 'HĐND tỉnh điều chỉnh kịch bản tăng trưởng dịch vụ khi du lịch tạm dừng (minh họa).',
  },
  'NBI KT15': {
    registered: '24000',
    reason: 'Kế hoạch giải quyết việc làm điều chỉnh giữa năm do dịch bệnh (minh họa).',
  },
}

/** The Prime Minister's movements of 2016–2020 that every province carries out. */
const movements = [
  {
    title: 'Cả nước chung sức xây dựng nông thôn mới',
    content: 'Hoàn thành kế hoạch xã đạt chuẩn của năm; phân công ngành, đoàn thể giúp từng xã (minh họa).',
  },
  {
    title: 'Cả nước chung tay vì người nghèo, không để ai bị bỏ lại phía sau',
    content:
      'Giảm tỷ lệ hộ nghèo theo chỉ tiêu đăng ký; huy động doanh nghiệp nhận giúp hộ nghèo (minh họa).',
  },
  {
    title: 'Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở',
    content: 'Giải quyết đúng hạn thủ tục hành chính; công khai kết quả hằng quý (minh họa).',
  },
]

const targetOf = (figure: Figure | undefined): string | undefined =>
  figure !== undefined && 'target' in figure.answer ? figure.answer.target : undefined

type Figures = ReturnType<typeof figuresOf>

/** The targets a unit registers: those it reports against later, but for the few that were changed since. */
function registeredBy(all: Figures, unitId: string) {
  const figures = all.get(unitId)
  return listTargetCriteria(criteriaOf(year)).flatMap(({ criterion: { code } }) => {
    const target = changed[`${unitId} ${code}`]?.registered ?? targetOf(figures?.get(code))
    return target === undefined ? [] : [{ criterionCode: code, target, note: illustrative, version: 0 }]
  })
}

async function signFor(stage: Stage, figures: Figures, unitId: string): Promise<void> {
  const place = { ...params, unitId }
  // Each at a minute of its own: movements stand in the order they were entered.
  const hour = String(8 + members.findIndex(({ code }) => code === unitId)).padStart(2, '0')
  stage.at(`2020-02-20 ${hour}:00`)
  const leader = await stage.as(leaderOf(unitId))
  await leader(pacts.saveTargets, { params: place, body: { targets: registeredBy(figures, unitId) } })
  for (const [index, movement] of movements.entries()) {
    stage.at(`2020-02-20 ${hour}:1${index}`)
    await leader(pacts.saveMovement, {
      params: { ...place, movementId: randomUUID() },
      body: { ...movement, version: 0 },
    })
  }
  stage.at(`2020-02-20 ${hour}:30`)
  await leader(pacts.sign, { params: place, body: { revision: 1 + movements.length } })
}

/** Every unit registers and signs, the chair closes the pact at its meeting. */
export async function signPact2020(stage: Stage): Promise<void> {
  const figures = figuresOf(year)
  for (const { code } of members) await signFor(stage, figures, code)
  stage.at('2020-02-28 09:30')
  await (await stage.as(chairOf2020))(pacts.close, { params, body: { without: [] } })
}

/** The unit says why it reports against other targets than it registered. */
export async function explainChanges(stage: Stage, unitId: string): Promise<void> {
  const own = Object.entries(changed).filter(([cell]) => cell.startsWith(`${unitId} `))
  if (own.length === 0) return
  const delegate = await stage.as(delegateOf(unitId))
  const figures = figuresOf(year).get(unitId)
  for (const [cell, { reason }] of own) {
    const criterionCode = cell.slice(unitId.length + 1)
    const target = targetOf(figures?.get(criterionCode)) ?? null
    await delegate(pacts.explainChange, {
      params: { ...params, unitId, criterionCode },
      body: { target, reason, seen: 0 },
    })
  }
}

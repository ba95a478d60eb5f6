import { appraisals } from '@bangvang/contract/appraisals'
import { drafts } from '@bangvang/contract/drafts'
import { rankings } from '@bangvang/contract/rankings'
import { seasons } from '@bangvang/contract/seasons'
import { appraisers, viceChairOf2020 as chair, reviewer } from './accounts.ts'
import { cluster, criteriaOf, figuresOf, seasonIdOf } from './facts.ts'
import { createSampleSeason } from './installation.ts'
import type { Stage } from './stage.ts'
import { fillIn, submit } from './submit.ts'

const year = 2019
const params = { seasonId: seasonIdOf(year) }

/** The year before, whole and frozen: illustrative but for the places of published indexes. */
export async function playSeason2019(stage: Stage): Promise<void> {
  stage.at('2019-01-16 08:00')
  await createSampleSeason(stage, year, '2020-04-30')
  stage.at('2019-02-18 08:00')
  const opening = await stage.as(chair)
  await opening(seasons.adoptCriteria, {
    params,
    body: {
      document: criteriaOf(year),
      legalBasis: 'Quy chế hoạt động của Cụm (minh họa: bộ tiêu chí năm 2020 dùng cho năm 2019)',
      adoptedOn: '2019-02-18',
    },
  })
  await opening(seasons.movePhase, { params, body: { to: 'open' } })
  await opening(seasons.setDeadline, {
    params,
    body: { kind: 'assessment', unitId: null, at: '2019-12-25T10:00:00.000Z', reason: null },
  })
  const figures = figuresOf(year)
  for (const [index, unitId] of cluster.members.entries()) {
    stage.at(`2019-12-${String(10 + index)} 09:00`)
    await fillIn(stage, { year, unitId }, [...(figures.get(unitId) ?? [])])
    await submit(stage, { year, unitId })
  }
  stage.at('2019-12-27 08:00')
  await (await stage.as(chair))(seasons.movePhase, { params, body: { to: 'appraisal' } })
  await appraise(stage)
  await finalize(stage)
}

async function appraise(stage: Stage): Promise<void> {
  stage.at('2020-01-06 09:00')
  const appraiser = await stage.as(appraisers[0])
  const decide = (cell: { unitId: string; criterionCode: string }, points: string, reason: string) =>
    appraiser(appraisals.decide, {
      params: { ...params, ...cell },
      body: { decision: { kind: 'overridden', points }, reason, seen: 0 },
    })
  await decide(
    { unitId: 'VPC', criterionCode: 'CT07' },
    '13.5',
    'Diễn tập khu vực phòng thủ lùi sang năm sau (minh họa).',
  )
  await decide({ unitId: 'BNI', criterionCode: 'TD04' }, '16', 'Ba điển hình đã tính ở năm trước (minh họa).')
}

async function finalize(stage: Stage): Promise<void> {
  stage.at('2020-01-10 08:00')
  await (await stage.as(chair))(seasons.movePhase, { params, body: { to: 'deliberation' } })
  stage.at('2020-01-13 09:00')
  const comment = await (await stage.as(reviewer))(drafts.comment, {
    params,
    body: { anchor: 'HNA', body: 'Đề nghị rà lại mức đạt dự toán thu ngân sách của Hà Nam (minh họa).' },
  })
  stage.at('2020-01-15 09:00')
  const call = await stage.as(chair)
  await call(drafts.answer, {
    params: { commentId: comment.id },
    body: { kind: 'declined', body: 'Đã đối chiếu với xác nhận của Kho bạc, giữ nguyên (minh họa).' },
  })
  stage.at('2020-01-17 09:00')
  const final = await stage.as(chair)
  const { revision } = await final(rankings.show, { params })
  await final(rankings.finalize, { params, body: { revision } })
}

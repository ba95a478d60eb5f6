import { assessments } from '@bangvang/contract/assessments'
import { maySeeAssessment } from '@bangvang/core/assessments/policy'
import { actsAs } from '@bangvang/core/people/actor'
import { maySeeSeason } from '@bangvang/core/seasons/policy'
import { deadlineFor } from '@bangvang/core/seasons/season'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import * as store from './store.ts'

const refuse = refusals(assessments.list)

/** Who has submitted is no secret among the cluster; how far a unit is, only to those who see it. */
export async function listAssessments({ params, actor, deps }: Call<typeof assessments.list>) {
  const season = await store.findSeason(deps.database.prisma, params.seasonId)
  if (season === null || !maySeeSeason(actor, season)) throw refuse('not-found')
  const rows = await store.listAssessments(deps.database, season.id)
  const items = rows.map((row) => {
    const isSeen =
      maySeeAssessment(actor, season, { seasonId: season.id, unitId: row.unitId, status: row.status }) &&
      !actsAs(actor, 'administrator')
    return {
      ...row,
      answered: isSeen ? row.answered : null,
      deadline: deadlineFor(season.deadlines, 'assessment', row.unitId),
    }
  })
  return { items }
}

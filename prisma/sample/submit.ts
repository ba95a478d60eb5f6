import { assessments } from '@bangvang/contract/assessments'
import { listCriteria } from '@bangvang/core/criteria/list'
import { delegateOf, leaderOf } from './accounts.ts'
import { sampleFiles } from './evidence.ts'
import { criteriaOf, nameOf, seasonIdOf } from './facts.ts'
import type { Figure } from './figures.ts'
import type { Stage } from './stage.ts'

/** A unit's sheet in a year. */
export type Sheet = { year: number; unitId: string }

const placeOf = ({ year, unitId }: Sheet) => ({ seasonId: seasonIdOf(year), unitId })

/** The delegate fills in some criteria, all at once. */
export async function fillIn(stage: Stage, sheet: Sheet, some: readonly [string, Figure][]): Promise<void> {
  const delegate = await stage.as(delegateOf(sheet.unitId))
  await delegate(assessments.saveAnswers, {
    params: placeOf(sheet),
    body: {
      answers: some.map(([criterionCode, { answer, note }]) => ({
        criterionCode,
        answer,
        note: note.slice(0, 2000),
        version: 0,
      })),
    },
  })
}

/** The delegate uploads the unit's files and says which criteria each is for; one criterion may go without. */
export async function handInFiles(stage: Stage, sheet: Sheet, without?: string): Promise<void> {
  const delegate = await stage.as(delegateOf(sheet.unitId))
  const params = placeOf(sheet)
  const criteria = listCriteria(criteriaOf(sheet.year)).map(({ criterion }) => criterion)
  for (const { file, codes } of await sampleFiles(nameOf(sheet.unitId), criteria)) {
    const { id: evidenceId } = await delegate(assessments.upload, { params, query: {}, body: file })
    const criterionCodes = criteria
      .filter(({ code, evidence }) => evidence !== 'none' && code !== without)
      .map(({ code }) => code)
      .filter((code) => codes.some((beginning) => code.startsWith(beginning)))
    await delegate(assessments.linkEvidence, { params: { ...params, evidenceId }, body: { criterionCodes } })
  }
}

/** The delegate hands over, the leader signs off. */
export async function submit(stage: Stage, sheet: Sheet): Promise<void> {
  const params = placeOf(sheet)
  await (await stage.as(delegateOf(sheet.unitId)))(assessments.sendForSignOff, { params })
  await (await stage.as(leaderOf(sheet.unitId)))(assessments.signOff, { params })
}

import { assessments } from '@bangvang/contract/assessments'
import type { Answer } from '@bangvang/core/assessments/answer'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import exceljs from 'exceljs'
import type { World } from './kit.ts'
import { smallCriteria } from './small-criteria.ts'

const both = (text: string) => ({ vi: text, en: `${text} (en)` })
const withChecklist: CriteriaDocument = {
  ...smallCriteria,
  sections: smallCriteria.sections.map((section) =>
    section.code !== 'B'
      ? section
      : {
          ...section,
          criteria: [
            ...section.criteria,
            {
              code: 'B02',
              title: both('Văn bản'),
              maxPoints: '8',
              measure: {
                kind: 'checklist',
                options: [
                  { key: 'rules', title: both('Quy chế, quy định'), points: '4' },
                  { key: 'plan', title: both('Kế hoạch năm'), points: '4' },
                ],
              },
              evidence: 'none',
            },
          ],
        },
  ),
}

/** An open assessment whose sheet can be downloaded, filled in by another library than ours, and previewed. */
export async function openSheet(world: World) {
  const season = await world.make.season({ criteria: withChecklist })
  const params = { seasonId: season.id, unitId: season.chair }
  await world.database.prisma.assessment.create({ data: { ...params, createdAt: world.clock.now } })
  const call = world.as(await world.make.person({ role: 'delegate', ...params }))
  const save = (criterionCode: string, answer: Answer | null, note = '') =>
    call(assessments.saveAnswer, {
      params: { ...params, criterionCode },
      body: { answer, note, version: 0 },
    })
  const download = async (language: 'vi' | 'en' = 'vi') => {
    const file = await call(assessments.sheet, { params, query: { language } })
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(await (file as Blob).arrayBuffer())
    return workbook
  }
  const preview = async (workbook: exceljs.Workbook, at = params) =>
    call(assessments.previewSheet, {
      params: at,
      body: new File([new Uint8Array(await workbook.xlsx.writeBuffer())], 'phiếu.xlsx'),
    })
  return { season, params, call, save, download, preview }
}
/** The lines of a downloaded sheet, found by code (and by option, for a checklist's). */
export const linesOf = (workbook: exceljs.Workbook) => {
  const sheet = workbook.worksheets[0]
  if (sheet === undefined) throw new Error('no sheet')
  const rowOf = (code: string, option?: string) => {
    let found: exceljs.Row | undefined
    sheet.eachRow((row) => {
      if (row.getCell('A').value === code && (option ?? null) === (row.getCell('J').value ?? null))
        found = row
    })
    if (found === undefined) throw new Error(`no row ${code}`)
    return found
  }
  return { sheet, rowOf }
}

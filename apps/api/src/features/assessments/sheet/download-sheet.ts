import { assessments } from '@bangvang/contract/assessments'
import { criteriaInForce } from '../../../criteria-in-force.ts'
import { disposition } from '../../../http/disposition.ts'
import { type Call, sent } from '../../../http/mount.ts'
import { refusals } from '../../../http/problem.ts'
import { writeWorkbook } from '../../../workbook/workbook.ts'
import { assessmentView, findVisible } from '../show-assessment.ts'
import { sheetLines } from './sheet-lines.ts'
import { sheetWords } from './sheet-words.ts'

const refuse = refusals(assessments.sheet)
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The self-scoring sheet (screens 2) with the answers this actor sees, to be filled in and read back. */
export async function downloadSheet({
  params,
  query: { language },
  actor,
  deps,
  reply,
}: Call<typeof assessments.sheet>): Promise<typeof sent> {
  const { prisma } = deps.database
  const found = await findVisible(prisma, actor, params)
  if (found === null || found.season.criteriaVersionId === null) throw refuse('not-found')
  const { document } = await criteriaInForce(deps.database, found.season.criteriaVersionId)
  const { answers, unitName } = await assessmentView(prisma, actor, found)
  const bytes = await writeWorkbook(
    sheetLines({
      ...params,
      unitName,
      document,
      language,
      answers: new Map(answers.map((answer) => [answer.criterionCode, answer])),
    }),
  )
  const name = `${sheetWords.name[language]} ${unitName} ${document.year}.xlsx`
  reply
    .header('content-type', contentType)
    .header('content-disposition', disposition('attachment', name))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(bytes))
  return sent
}

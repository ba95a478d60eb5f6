import { readFileSync } from 'node:fs'
import type { Answer, Submission } from '@bangvang/core/assessments/answer'
import { compileCriteria, scoreUnits } from '@bangvang/core/assessments/score'
import type { CriteriaDocument, Criterion } from '@bangvang/core/criteria/document'
import { listCriteria } from '@bangvang/core/criteria/list'
import { rankUnits } from '@bangvang/core/rankings/rank'
import type { Issue } from '../src/issue.ts'

/** The criteria of 2020 as they were published. */
export const criteria = JSON.parse(
  readFileSync(new URL('../../../data/criteria-dbsh-2020.json', import.meta.url), 'utf8'),
) as CriteriaDocument

export const clusterName = 'Cụm thi đua các tỉnh Đồng bằng sông Hồng'
export const year = 2020
const names = 'Hải Dương,Bắc Ninh,Vĩnh Phúc,Hưng Yên,Thái Bình,Nam Định,Hà Nam,Ninh Bình,Quảng Ninh'
export const units = names.split(',').map((name, place) => ({ code: `U${place + 1}`, name: `tỉnh ${name}` }))

/** An answer that fits the criterion; made up, different by unit. */
function answerFor({ measure }: Criterion, seed: number): Answer {
  switch (measure.kind) {
    case 'value':
    case 'rank':
      return { value: String(60 + (seed % 9) * 3) }
    case 'achievement':
    case 'gap':
      return { target: '1250.5', actual: String(1180 + (seed % 11) * 12) }
    case 'share':
      return { part: String(80 + (seed % 20)), whole: '100' }
    case 'count':
      return { count: seed % 4 }
    case 'choice':
      return { option: measure.options[seed % measure.options.length]?.key ?? '' }
    case 'checklist':
      return { checked: measure.options.slice(seed % 2).map(({ key }) => key) }
    case 'judgement':
      return { points: String(1 + (seed % 3)) }
  }
}

const submission = (unit: string, place: number): Submission => ({
  unit,
  answers: Object.fromEntries(
    listCriteria(criteria).map(({ criterion }, at) => [criterion.code, answerFor(criterion, at * 7 + place)]),
  ),
})

export const submissions = units.map(({ code }, place) => submission(code, place))
const compiled = compileCriteria(criteria)
export const selfResults = scoreUnits(compiled, submissions)
export const results = scoreUnits(
  compiled,
  submissions.map((one, place) => ({
    ...one,
    overrides: { KT01: { points: '40.25' }, ...(place === 3 ? { KT02: { points: '12.5' } } : {}) },
  })),
)
export const ranking = rankUnits(criteria, results)
export const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

/** How the chair's office issues a paper of the cluster. */
export const issue: Issue = {
  issuer: { parent: null, name: clusterName },
  symbol: '12/TB-CTĐ',
  place: 'Quảng Ninh',
  day: '2021-01-05',
  signatures: [
    {
      authority: ['TM. Cụm thi đua', 'Cụm trưởng', 'Chủ tịch UBND tỉnh Quảng Ninh'],
      note: null,
      name: 'Trần Văn Minh',
    },
  ],
  recipients: ['Ban TĐKT Trung ương (báo cáo);', 'UBND các tỉnh thành viên;', 'Lưu: VT, thư ký Cụm.'],
  isDraft: false,
  madeAt: new Date('2021-01-05T03:00:00Z'),
}

import type { BoardView } from '@bangvang/contract/appraisals'
import type { RankingView } from '@bangvang/contract/rankings'
import type { CriteriaVersionView, SeasonView } from '@bangvang/contract/seasons'
import type { Answer, Submission } from '@bangvang/core/assessments/answer'
import { compileCriteria, scoreUnits } from '@bangvang/core/assessments/score'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { rankUnits } from '@bangvang/core/rankings/rank'
import type { Phase } from '@bangvang/core/seasons/season'

// A small cluster for tests of the board and the ranking: three units, four criteria, scored by core itself.

const title = (vi: string) => ({ vi, en: vi })

export const document: CriteriaDocument = {
  format: 'bangvang.criteria/1',
  code: 'DBSH-2020',
  year: 2020,
  title: title('Bộ tiêu chí 2020'),
  decimals: 2,
  maxPoints: '120',
  sections: [
    {
      code: 'I',
      title: title('Kinh tế'),
      role: 'scored',
      criteria: [
        {
          code: 'KT07',
          title: title('Thu ngân sách'),
          maxPoints: '60',
          measure: { kind: 'achievement', better: 'higher' },
          rule: { kind: 'steps', from: '100', side: 'below', per: '1', points: '2', count: 'exact' },
          unit: 'tỷ đồng',
        },
        {
          code: 'KT09',
          title: title('Giải ngân đầu tư công'),
          maxPoints: '40',
          measure: { kind: 'value' },
          rule: { kind: 'perUnit', points: '1' },
          unit: '%',
        },
      ],
    },
    {
      code: 'III',
      title: title('Thi đua'),
      role: 'scored',
      criteria: [
        { code: 'TD01', title: title('Phong trào'), maxPoints: '20', measure: { kind: 'judgement' } },
      ],
    },
    {
      code: 'P',
      title: title('Điểm trừ'),
      role: 'penalty',
      criteria: [
        {
          code: 'P01',
          title: title('Báo cáo sai'),
          maxPoints: '10',
          measure: { kind: 'count' },
          rule: { kind: 'perUnit', points: '5' },
        },
      ],
    },
  ],
  gates: [
    { code: 'D01', title: title('Không nộp bản tự chấm'), effect: { kind: 'unranked' } },
    { code: 'D03', title: title('Không đạt KT07'), effect: { kind: 'noAward' } },
  ],
  grades: [
    { code: 'XS', title: title('Xuất sắc'), atLeast: '110' },
    { code: 'T', title: title('Tốt'), atLeast: '0' },
  ],
  tieBreakers: [{ section: 'III' }],
}

export const units = [
  { id: 'HDU', name: 'Hải Dương' },
  { id: 'BNI', name: 'Bắc Ninh' },
  { id: 'NDI', name: 'Nam Định' },
]

const answersOf = (actual: string, paid: string, judged: string): Record<string, Answer> => ({
  KT07: { target: '1000', actual },
  KT09: { value: paid },
  TD01: { points: judged },
  P01: { count: 0 },
})

/** What each unit submitted: Hải Dương and Bắc Ninh share a total that section III tells apart. */
export const submitted: readonly Submission[] = [
  { unit: 'HDU', answers: answersOf('1000', '38', '18') },
  { unit: 'BNI', answers: answersOf('1000', '36', '20') },
  { unit: 'NDI', answers: answersOf('990', '30', '18') },
]

export const season = (phase: Phase): SeasonView => ({
  id: 'DBSH-2020',
  clusterId: 'DBSH',
  clusterName: title('Cụm Đồng bằng sông Hồng'),
  year: 2020,
  phase,
  chairUnitId: 'BNI',
  viceChairUnitId: 'HDU',
  isSample: true,
  revision: 7,
  units,
  criteriaVersion: null,
  phases: [],
  deadlines: [],
})

export const version: CriteriaVersionView = {
  id: '00000000-0000-4000-8000-000000000003',
  clusterId: 'DBSH',
  year: 2020,
  number: 1,
  sha256: 'a'.repeat(64),
  legalBasis: 'Quy chế',
  adoptedOn: '2020-02-14',
  document,
}

const compiled = compileCriteria(document)
const nameOf = (unit: string) => units.find(({ id }) => id === unit)?.name ?? unit

function columns(submissions: readonly Submission[]): BoardView['layers']['self'] {
  return scoreUnits(compiled, submissions).map((result, index) => ({
    unitId: result.unit,
    unitName: nameOf(result.unit),
    submitted: true,
    cells: Object.fromEntries(
      Object.entries(result.criteria).map(([code, { status, points, bonus }]) => [
        code,
        { status, points, bonus },
      ]),
    ),
    sections: result.sections,
    scored: result.scored,
    bonus: result.bonus,
    penalty: result.penalty,
    total: result.total,
    gates: submissions[index]?.gates ?? [],
  }))
}

/** The board with these effective submissions over what was submitted. */
export function board(
  effective: readonly Submission[] = submitted,
  decided: readonly string[] = [],
  changedTargets: readonly string[] = [],
): BoardView {
  return {
    seasonId: 'DBSH-2020',
    revision: 7,
    layers: { self: columns(submitted), appraised: columns(effective), final: null },
    decided: [...decided],
    changedTargets: [...changedTargets],
  }
}

/** The ranking of these submissions, drafted. */
export function ranking(
  phase: Phase,
  submissions: readonly Submission[] = submitted,
  more: Partial<RankingView> = {},
): RankingView {
  const results = scoreUnits(compiled, submissions)
  const rows = rankUnits(document, results).flatMap(({ unit, ...place }) => {
    const result = results.find((one) => one.unit === unit)
    if (result === undefined) return []
    const { criteria: _cells, unit: unitId, ...points } = result
    const gates = submissions.find((one) => one.unit === unit)?.gates ?? []
    return [{ ...points, ...place, unitId, unitName: nameOf(unitId), gates }]
  })
  return {
    seasonId: 'DBSH-2020',
    clusterName: title('Cụm Đồng bằng sông Hồng'),
    year: 2020,
    phase,
    revision: 7,
    rows,
    final: null,
    mayFinalize: false,
    submissions: submissions.map(({ unit, answers, overrides, gates }) => ({
      unit,
      answers,
      ...(overrides === undefined ? {} : { overrides }),
      ...(gates === undefined ? {} : { gates }),
    })),
    ...more,
  }
}

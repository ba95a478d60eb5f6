import { checkQuestion } from '../ballots/check-question.ts'
import { ballotPresets } from '../ballots/presets.ts'
import type { Question, Quorum, Threshold } from '../ballots/question.ts'
import type { CriteriaDocument, Text } from '../criteria/document.ts'

/** An award of a season: all of it is configuration with its legal basis (domain.md "Awards", "facts marked (?)"). */
export type AwardKind = {
  code: string
  title: Text
  /** In which order kinds are proposed. */
  position: number
  /** How many units may hold it. */
  quota: number
  /** The lowest grade that may be proposed; null: any. */
  minGrade: string | null
  /** Codes of awards that one unit cannot be proposed for beside this one. */
  notWith: string[]
  quorum: Quorum
  threshold: Threshold
  /** Where the figures above stand, and what could not be confirmed. */
  legalBasis: string
}

export type AwardKindFault = { path: string; code: string }

/** The vote on an award: yes or no to each unit proposed, as many as the quota can win (domain.md "Votes"). */
export function awardQuestion(
  { quota, quorum, threshold }: Pick<AwardKind, 'quota' | 'quorum' | 'threshold'>,
  options: readonly string[],
): Question {
  const seats = Math.min(quota, options.length)
  return { kind: 'approve', options: [...options], seats, quorum, threshold, maxRounds: 2 }
}

/** Every fault of a kind at once: rules that are no rules, a grade the criteria do not have, a quota of nothing. */
export function checkAwardKind(document: CriteriaDocument, kind: AwardKind): AwardKindFault[] {
  const faults: AwardKindFault[] = checkQuestion(awardQuestion({ ...kind, quota: 1 }, ['unit'])).map(
    ({ path, code }) => ({ path, code }),
  )
  if (!Number.isInteger(kind.quota) || kind.quota < 1) faults.push({ path: 'quota', code: 'out_of_range' })
  const grades = (document.grades ?? []).map(({ code }) => code)
  if (kind.minGrade !== null && !grades.includes(kind.minGrade))
    faults.push({ path: 'minGrade', code: 'unknown_grade' })
  if (kind.notWith.includes(kind.code)) faults.push({ path: 'notWith', code: 'out_of_range' })
  return faults.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function standard(name: 'flag' | 'certificate'): Pick<AwardKind, 'quorum' | 'threshold' | 'legalBasis'> {
  const { question, legalBasis } = ballotPresets[name]
  return { quorum: question.quorum, threshold: question.threshold, legalBasis }
}

/** The two awards a cluster usually proposes, to begin from; every figure may be changed (domain.md "Awards"). */
export const standardAwards: readonly AwardKind[] = [
  {
    code: 'CO',
    title: { vi: 'Cờ thi đua của Chính phủ', en: 'Government Emulation Flag' },
    position: 1,
    quota: 1,
    minGrade: null,
    notWith: [],
    ...standard('flag'),
  },
  {
    code: 'BK',
    title: { vi: 'Bằng khen của Thủ tướng Chính phủ', en: "Prime Minister's Certificate of Merit" },
    position: 2,
    quota: 1,
    minGrade: null,
    notWith: ['CO'],
    ...standard('certificate'),
  },
]

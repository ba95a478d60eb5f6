import type { AwardKindView, AwardsView } from '@bangvang/contract/awards'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'

type Exclusion = AwardKindView['suggestion']['excluded'][number]

/** What awards say in words: units, ranks, who is left out and why. */
export function useAwardWords(view: AwardsView) {
  const t = useWords()
  const format = useFormat()
  const nameOf = (unitId: string) => view.units.find(({ id }) => id === unitId)?.name ?? unitId
  const titleIn = (list: readonly { code: string; title: { vi: string; en: string } }[], code: string) => {
    const found = list.find((one) => one.code === code)
    return found === undefined ? code : format.text(found.title)
  }
  const ranked = ({ suggestion }: AwardKindView, unitId: string) => {
    const rank = suggestion.eligible.find(({ unit }) => unit === unitId)?.rank
    return rank === undefined ? nameOf(unitId) : t('awards.suggestion.rank', { unit: nameOf(unitId), rank })
  }
  const gradeName = (code: string) => titleIn(view.grades, code)
  const awardName = (code: string) => titleIn(view.kinds, code)
  const whyNot = (exclusion: Exclusion): string => {
    const unit = nameOf(exclusion.unit)
    switch (exclusion.reason) {
      case 'gate': {
        const gates = exclusion.gates.map((code) => `${code} ${titleIn(view.gates, code)}`).join('; ')
        return gates === ''
          ? t('awards.suggestion.noGate', { unit })
          : t('awards.suggestion.gate', { unit, gates })
      }
      case 'grade':
        return exclusion.grade === null
          ? t('awards.suggestion.noGrade', { unit })
          : t('awards.suggestion.grade', { unit, grade: gradeName(exclusion.grade) })
      case 'otherAward':
        return t('awards.suggestion.otherAward', { unit, award: awardName(exclusion.award) })
    }
  }
  return { nameOf, ranked, gradeName, awardName, whyNot }
}
export type AwardWords = ReturnType<typeof useAwardWords>

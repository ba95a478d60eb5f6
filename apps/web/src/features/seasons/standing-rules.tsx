import type { CriteriaDocument, Gate, Grade, TieBreaker } from '@bangvang/core/criteria/document'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'

function useRuleWords(grades: readonly Grade[]) {
  const t = useWords()
  const format = useFormat()
  const titleOf = (code: string) => {
    const found = grades.find((grade) => grade.code === code)
    return found === undefined ? code : format.text(found.title)
  }
  const gate = ({ effect }: Gate) =>
    t(
      `seasons.criteria.gate.${effect.kind}`,
      effect.kind === 'gradeCap' ? { grade: titleOf(effect.grade) } : {},
    )
  const grade = ({ atLeast, require = [] }: Grade) =>
    [
      t('seasons.criteria.gradeFrom', { points: format.points(atLeast) }),
      ...require.map((one) =>
        t('seasons.criteria.gradeRequire', { section: one.section, points: format.points(one.atLeast) }),
      ),
    ].join(', ')
  const tie = (breaker: TieBreaker) => {
    if ('section' in breaker) return t('seasons.criteria.tie.section', { what: breaker.section })
    if ('criterion' in breaker) return t('seasons.criteria.tie.criterion', { what: breaker.criterion })
    return t(`seasons.criteria.tie.${breaker.amount}`)
  }
  return { gate, grade, tie }
}

/** What a version says beyond its criteria: gates, grades, what decides a tie. */
export function StandingRules({ document }: { document: CriteriaDocument }) {
  const t = useWords()
  const format = useFormat()
  const { gates = [], grades = [], tieBreakers = [] } = document
  const words = useRuleWords(grades)
  return (
    <>
      {gates.length === 0 ? null : (
        <section>
          <h2>{t('seasons.criteria.gates')}</h2>
          <ul className="plain-list">
            {gates.map((gate) => (
              <li key={gate.code}>
                <span className="q">{gate.code}</span>
                <span>{format.text(gate.title)}</span>
                <b>{words.gate(gate)}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
      {grades.length === 0 ? null : (
        <section>
          <h2>{t('seasons.criteria.grades')}</h2>
          <ul className="plain-list">
            {grades.map((grade) => (
              <li key={grade.code}>
                <b>{format.text(grade.title)}</b>
                <span>{words.grade(grade)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {tieBreakers.length === 0 ? null : (
        <section>
          <h2>{t('seasons.criteria.ties')}</h2>
          <ol className="plain-list">
            {tieBreakers.map((breaker, index) => (
              <li key={words.tie(breaker)}>
                {index + 1}. {words.tie(breaker)}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

import type { NodeView } from '@bangvang/contract/drafts'
import { explainCriterion } from '@bangvang/core/assessments/explain'
import { compileCriteria, scoreAlone } from '@bangvang/core/assessments/score'
import type { CriteriaDocument, Criterion, SectionRole } from '@bangvang/core/criteria/document'
import { useState } from 'react'
import { useFormat } from '../../lib/format.ts'
import { readAnswer, type TypedAnswer } from '../../lib/typed-answer.ts'
import { useWords } from '../../lib/words.ts'
import { AnswerFields } from '../../ui/answer-fields.tsx'
import { Explanation } from '../../ui/explanation.tsx'
import { documentOfOne } from './alone.ts'

const nothing: TypedAnswer = { texts: {}, checked: [], isNotApplicable: false }
const roles: readonly SectionRole[] = ['scored', 'bonus', 'penalty']

type SoundProps = { document: CriteriaDocument; criterion: Criterion; year: number }

function Tried({ document, criterion, year }: SoundProps) {
  const t = useWords()
  const format = useFormat()
  const [typed, setTyped] = useState<TypedAnswer>(nothing)
  const reading = readAnswer(document, criterion, typed)
  const answer = reading.kind === 'whole' ? reading.value : undefined
  const answers = answer === undefined ? {} : { [criterion.code]: answer }
  const result = scoreAlone(compileCriteria(document), { unit: '-', answers }).criteria[criterion.code]
  return (
    <>
      <AnswerFields
        criterion={criterion}
        typed={typed}
        faults={reading.kind === 'faulty' ? reading.faults : []}
        onChange={setTyped}
      />
      {answer === undefined || result === undefined ? (
        <p className="q">{t('criteria.edit.tryEmpty')}</p>
      ) : (
        <div className="tried" aria-live="polite">
          <p className="tried-points">
            {t('criteria.edit.tryPoints', {
              points: format.points(result.points),
              max: format.points(criterion.maxPoints),
            })}
            {criterion.bonus === undefined ? null : (
              <>
                {', '}
                {t('criteria.edit.tryBonus', { bonus: format.points(result.bonus) })}
              </>
            )}
          </p>
          <Explanation
            criterion={criterion}
            result={result}
            explanation={explainCriterion(document, {
              criterionCode: criterion.code,
              answer,
              override: undefined,
              result,
            })}
            version={{ year, number: 0 }}
          />
        </div>
      )}
    </>
  )
}

type Props = { node: NodeView | undefined; role: unknown; decimals: unknown; year: unknown }

/** Enter an answer to the drafted criterion: its points and how they were made; nothing is kept (issue 3, point 1). */
export function TryOut({ node, role, decimals, year }: Props) {
  const t = useWords()
  const sound =
    node?.kind === 'criterion'
      ? documentOfOne(node.content, {
          role: roles.find((one) => one === role) ?? 'scored',
          decimals: typeof decimals === 'number' ? decimals : 2,
        })
      : null
  return (
    <section className="try-out" aria-labelledby="try-out-title">
      <h2 id="try-out-title">{t('criteria.edit.try')}</h2>
      {node?.kind !== 'criterion' ? (
        <p className="q">{t('criteria.edit.trySelect')}</p>
      ) : sound === null ? (
        <p className="q">{t('criteria.edit.tryFaulty')}</p>
      ) : (
        <>
          <p className="q">{t('criteria.edit.tryLead')}</p>
          <Tried
            key={`${node.id} ${sound.criterion.measure.kind}`}
            {...sound}
            year={typeof year === 'number' ? year : 0}
          />
        </>
      )}
    </section>
  )
}

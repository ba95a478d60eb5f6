import type { CellView } from '@bangvang/contract/appraisals'
import type { Answer } from '@bangvang/core/assessments/answer'
import { explainMeasure } from '@bangvang/core/assessments/explain-measure'
import type { Criterion } from '@bangvang/core/criteria/document'
import { compareDecimals } from '@bangvang/core/numbers/decimal'
import type { ReactNode } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'

type Worth = { points: string; bonus: string }
type Appraisal = CellView['appraisals'][number]

const isZero = (decimal: string) => compareDecimals(decimal, '0') === 0

function Points({ worth, was }: { worth: Worth; was: Worth | null }) {
  const t = useWords()
  const format = useFormat()
  const isOther = was !== null && (was.points !== worth.points || was.bonus !== worth.bonus)
  return (
    <span className="p">
      {isOther ? (
        <>
          <span className="vh">{t('appraisals.panel.was')} </span>
          <s>{format.points(was.points)}</s>{' '}
        </>
      ) : null}
      {format.points(worth.points)}
      {isZero(worth.bonus) ? null : (
        <small>{t('appraisals.panel.bonus', { points: format.points(worth.bonus) })}</small>
      )}
    </span>
  )
}

function useAnswerWords(criterion: Criterion): (answer: Answer | null) => string {
  const t = useWords()
  const format = useFormat()
  return (answer) => {
    if (answer === null) return t('appraisals.panel.notAnswered')
    if ('notApplicable' in answer) return t('assessments.grid.notApplicable')
    return format.text(explainMeasure(criterion, answer))
  }
}

type EntryProps = {
  look?: string
  name: string
  worth: Worth | null
  was?: Worth | null
  children?: ReactNode
}

function Entry({ look, name, worth, was = null, children }: EntryProps) {
  return (
    <li className={look}>
      <b className={look === 'todo' ? 'q' : ''}>{name}</b>
      {worth === null ? <span className="p q">–</span> : <Points worth={worth} was={was} />}
      {children}
    </li>
  )
}

function Appraised({ appraisal, was, isNow, criterion }: AppraisedProps) {
  const t = useWords()
  const format = useFormat()
  const answerWords = useAnswerWords(criterion)
  const { decision, reason, byName, at } = appraisal
  return (
    <Entry
      look={isNow ? 'now' : ''}
      name={t(`appraisals.panel.kind.${decision.kind}`)}
      worth={appraisal}
      was={was}
    >
      <small>
        {t('appraisals.panel.by', { name: byName, at: format.dateTime(at) })}
        {isNow ? `. ${t('appraisals.panel.now')}` : ''}
      </small>
      {decision.kind === 'corrected' ? <small>{answerWords(decision.answer)}</small> : null}
      <p className="why">{reason}</p>
    </Entry>
  )
}
type AppraisedProps = { appraisal: Appraisal; was: Worth | null; isNow: boolean; criterion: Criterion }

type Props = {
  cell: CellView
  criterion: Criterion
  /** The frozen layer's points, once the ranking is final. */
  final: Worth | null
}

/** Every layer of a cell with its author, reason and time; the one that counts is marked (DESIGN.md "layer in force"). */
export function Ledger({ cell, criterion, final }: Props) {
  const t = useWords()
  const format = useFormat()
  const answerWords = useAnswerWords(criterion)
  const { self, appraisals } = cell
  const last = appraisals.at(-1)
  const isSelfNow = self !== null && last === undefined && final === null
  return (
    <ol className="ledger">
      <Entry look={isSelfNow ? 'now' : ''} name={t('appraisals.panel.self')} worth={self}>
        {self === null ? (
          <small>{t('appraisals.panel.noSelf')}</small>
        ) : (
          <>
            <small>
              {t('appraisals.panel.by', { name: self.submittedBy, at: format.dateTime(self.submittedAt) })}
              {isSelfNow ? `. ${t('appraisals.panel.now')}` : ''}
            </small>
            <small>{answerWords(self.answer)}</small>
            {self.note === '' ? null : (
              <p className="why">{t('appraisals.panel.note', { note: self.note })}</p>
            )}
          </>
        )}
      </Entry>
      {appraisals.map((appraisal, index) => (
        <Appraised
          key={appraisal.number}
          appraisal={appraisal}
          was={appraisals[index - 1] ?? self}
          isNow={appraisal === last && final === null}
          criterion={criterion}
        />
      ))}
      <Entry look={final === null ? 'todo' : 'now'} name={t('appraisals.panel.final')} worth={final}>
        <small>{t(final === null ? 'appraisals.panel.finalTodo' : 'appraisals.panel.finalDone')}</small>
      </Entry>
    </ol>
  )
}

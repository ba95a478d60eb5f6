import type { AssessmentView } from '@bangvang/contract/assessments'
import { type ReactNode, useState } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { AnswerCells, type ChangeRow, Checklist } from './cells.tsx'
import { optionsOf } from './grid-model.ts'
import { columnsOf, LastYearCell } from './last-year.tsx'
import { RowMessage } from './row-message.tsx'
import { statusOf } from './row-status.ts'
import { StateTag } from './state-tag.tsx'
import type { SheetRow } from './use-sheet.ts'

export type RowActs = {
  onChange: ChangeRow
  onLeave: (code: string) => void
  onSettle: (code: string, choice: 'own' | 'theirs') => void
  onRetry: (code: string) => void
  /** Files dropped on the row. */
  onFiles: (code: string, files: File[]) => void
}
type Props = RowActs & {
  row: SheetRow
  isReadOnly: boolean
  lastYear: AssessmentView['lastYear']
  /** The button with the points that opens how they were made. */
  points: ReactNode
  evidence: ReactNode
  /** What is said of a target that is not the registered one; null where it is. */
  change: ReactNode
}

const WITH_MESSAGE = ['unread', 'incomplete', 'refused', 'conflict', 'signedOut']

function Title({ row, isReadOnly, onChange }: Pick<Props, 'row' | 'isReadOnly' | 'onChange'>) {
  const t = useWords()
  const format = useFormat()
  const { criterion } = row.placed
  return (
    <td className="crit">
      {format.text(criterion.title)} <small>{criterion.unit ?? ''}</small>
      {criterion.notApplicable === undefined ? null : (
        <label className="na">
          <input
            type="checkbox"
            disabled={isReadOnly}
            checked={row.typed.isNotApplicable}
            onChange={({ target }) =>
              onChange(criterion.code, { ...row.typed, isNotApplicable: target.checked }, true)
            }
          />
          <span>
            {t('assessments.grid.notApplicable')}
            <span className="vh">, {criterion.code}</span>
          </span>
        </label>
      )}
    </td>
  )
}

function NoteCell({
  row,
  isReadOnly,
  onChange,
  onLeave,
}: Pick<Props, 'row' | 'isReadOnly' | 'onChange' | 'onLeave'>) {
  const t = useWords()
  const [isTouched, setTouched] = useState(false)
  const { code } = row.placed.criterion
  if (isReadOnly) return <td className="memo">{row.typed.note}</td>
  return (
    <td className="memo" data-l={t('assessments.grid.note')}>
      <textarea
        className="memo-in"
        rows={1}
        maxLength={2000}
        data-column={2}
        aria-label={t('assessments.grid.cell', { field: t('assessments.grid.note'), code })}
        value={row.typed.note}
        onFocus={() => setTouched(false)}
        onChange={({ target }) => {
          onChange(code, { ...row.typed, note: target.value }, !isTouched)
          setTouched(true)
        }}
        onBlur={() => {
          if (isTouched) onLeave(code)
        }}
      />
    </td>
  )
}

/** One criterion: what is reported, the points it makes, its evidence, its note, how far it is saved, and what is wrong. */
export function CriterionRow({ row, isReadOnly, lastYear, points, evidence, change, ...acts }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [isOver, setOver] = useState(false)
  const { criterion } = row.placed
  const { code } = criterion
  const hasMessage = WITH_MESSAGE.includes(statusOf(row))
  const options = criterion.measure.kind === 'checklist' ? optionsOf(criterion) : []
  const cells = { row, isReadOnly, onChange: acts.onChange, onLeave: acts.onLeave }
  const look = [hasMessage || isOpen || change !== null ? 'joined' : '', isOver ? 'over' : '']
    .filter(Boolean)
    .join(' ')
  return (
    <>
      <tr
        id={code}
        data-code={code}
        className={look}
        onDragOver={(event) => {
          if (isReadOnly || !event.dataTransfer.types.includes('Files')) return
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          if (isReadOnly || event.dataTransfer.files.length === 0) return
          event.preventDefault()
          setOver(false)
          acts.onFiles(code, [...event.dataTransfer.files])
        }}
      >
        <td className="code">{code}</td>
        <Title row={row} isReadOnly={isReadOnly} onChange={acts.onChange} />
        <AnswerCells {...cells} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
        {lastYear === null ? null : <LastYearCell lastYear={lastYear} criterion={criterion} />}
        <td className="p r anchor">{points}</td>
        <td className="evd">{evidence}</td>
        <NoteCell {...cells} />
        <td className="st">
          <StateTag row={row} />
        </td>
      </tr>
      {isOpen ? (
        <tr className="msg">
          <td colSpan={columnsOf(lastYear)}>
            <Checklist {...cells} options={options} />
          </td>
        </tr>
      ) : null}
      {change === null ? null : (
        <tr className="msg">
          <td colSpan={columnsOf(lastYear)}>{change}</td>
        </tr>
      )}
      {hasMessage ? (
        <tr className="msg">
          <td colSpan={columnsOf(lastYear)} id={`message-${code}`}>
            <RowMessage row={row} acts={acts} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

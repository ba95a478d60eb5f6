import type { AssessmentView } from '@bangvang/contract/assessments'
import type { Heading, Section } from '@bangvang/core/criteria/document'
import { addDecimals } from '@bangvang/core/numbers/decimal'
import { Fragment, type KeyboardEvent, useCallback, useState } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import type { ChangeRow } from './cells.tsx'
import { CriterionRow, type RowActs } from './criterion-row.tsx'
import { EvidenceCell } from './evidence-cell.tsx'
import { EvidenceDialog } from './evidence-dialog.tsx'
import { cellAfter, enterCell, moveOf } from './keyboard.ts'
import { columnsOf } from './last-year.tsx'
import { RowPoints } from './row-points.tsx'
import { TargetChange } from './target-change.tsx'
import type { AssessmentFacts } from './use-assessment.ts'
import type { Sheet, SheetRow } from './use-sheet.ts'
import type { Uploads } from './use-uploads.ts'

type Props = {
  facts: AssessmentFacts
  sheet: Sheet
  section: Section
  uploads: Uploads
  onPaste: (text: string, cell: HTMLElement) => boolean
}

function onKey(event: KeyboardEvent<HTMLElement>, undo: () => void) {
  const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-column]') : null
  if (cell === null || event.nativeEvent.isComposing) return
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey) {
    event.preventDefault()
    undo()
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const move = moveOf({ key: event.key, shiftKey: event.shiftKey, target: cell })
  if (move === null) return
  const next = cellAfter(cell, move)
  if (next === null && event.key !== 'Enter') return
  event.preventDefault()
  if (next === null) cell.blur()
  else enterCell(next)
}

/** The heading over rows, with the sum of the points shown under it. */
function HeadingRow({
  headings,
  rows,
  sheet,
  facts,
}: {
  headings: Heading[]
  rows: SheetRow[]
  sheet: Sheet
  facts: AssessmentFacts
}) {
  const t = useWords()
  const format = useFormat()
  const last = headings.at(-1)
  if (last === undefined) return null
  const sum = (amounts: string[]) => amounts.reduce(addDecimals, '0')
  const points = sum(rows.map(({ placed }) => sheet.result.criteria[placed.criterion.code]?.points ?? '0'))
  const most = sum(rows.map(({ placed }) => placed.criterion.maxPoints))
  return (
    <tr className="h">
      <th colSpan={columnsOf(facts.assessment.lastYear)} scope="colgroup" id={last.code}>
        {last.code} {format.text(last.title)}
        <small>
          {t('assessments.grid.headingPoints', { points: format.points(points), most: format.points(most) })}
        </small>
      </th>
    </tr>
  )
}

function Head({ facts }: { facts: AssessmentFacts }) {
  const t = useWords()
  const { lastYear } = facts.assessment
  return (
    <thead>
      <tr>
        <th scope="col">{t('assessments.grid.code')}</th>
        <th scope="col">{t('assessments.grid.criterion')}</th>
        <th scope="col" className="r">
          {t('assessments.field.target')}
        </th>
        <th scope="col" className="r">
          {t('assessments.field.actual')}
        </th>
        {lastYear === null ? null : (
          <th scope="col" className="r last">
            {t('assessments.grid.lastYear', { year: lastYear.year })}
          </th>
        )}
        <th scope="col" className="r">
          {t('assessments.grid.pointsHead')}
        </th>
        <th scope="col">{t('assessments.grid.evidence')}</th>
        <th scope="col">{t('assessments.grid.note')}</th>
        <th scope="col">{t('assessments.grid.status')}</th>
      </tr>
    </thead>
  )
}

/** Runs of rows that stand under the same headings. */
function grouped(rows: readonly SheetRow[]): SheetRow[][] {
  const groups: SheetRow[][] = []
  for (const row of rows) {
    const group = groups.at(-1)
    if (group?.[0] !== undefined && group[0].placed.headings.at(-1) === row.placed.headings.at(-1)) {
      group.push(row)
    } else groups.push([row])
  }
  return groups
}

/** What the rows of a sheet can do, for as long as the sheet's own acts are the same. */
function useRowActs({ change, saver }: Sheet, uploads: Uploads): RowActs {
  const onChange: ChangeRow = useCallback(
    (code, typed, isNewStep) => change(new Map([[code, typed]]), isNewStep),
    [change],
  )
  const send = (code: string) => void saver.sendNow(code)
  return {
    onChange,
    onLeave: send,
    onRetry: send,
    onSettle: (code, choice) => void saver.settle(code, choice),
    onFiles: uploads.add,
  }
}

type RowsProps = Omit<Props, 'onPaste'> & { group: SheetRow[]; onEvidence: (code: string) => void }

function GroupRows({ group, facts, sheet, uploads, onEvidence }: RowsProps) {
  const acts = useRowActs(sheet, uploads)
  const { isEditable } = facts.assessment
  return (
    <Fragment>
      <HeadingRow headings={group[0]?.placed.headings ?? []} rows={group} sheet={sheet} facts={facts} />
      {group.map((row) => {
        const { code } = row.placed.criterion
        const isUploading = uploads.uploads.some(
          ({ criterionCode, state }) =>
            criterionCode === code && (state === 'sending' || state === 'waiting'),
        )
        return (
          <CriterionRow
            key={code}
            {...acts}
            row={row}
            isReadOnly={!isEditable}
            lastYear={facts.assessment.lastYear}
            points={<RowPoints row={row} facts={facts} sheet={sheet} />}
            evidence={
              <EvidenceCell
                row={row}
                isEditable={isEditable}
                isUploading={isUploading}
                onOpen={() => onEvidence(code)}
              />
            }
            change={
              row.change === null ? null : (
                <TargetChange place={facts.assessment} change={row.change} isEditable={isEditable} />
              )
            }
          />
        )
      })}
    </Fragment>
  )
}

function evidenceOf(code: string | null, { sheet }: Pick<Props, 'sheet'>) {
  return code === null ? undefined : sheet.rowOf(code)?.placed.criterion
}

/** One section's rows. Arrows, Enter and Tab go from cell to cell, a pasted block fills them, Ctrl+Z takes back. */
export function SheetGrid({ onPaste, ...props }: Props) {
  const t = useWords()
  const [evidenceFor, setEvidenceFor] = useState<string | null>(null)
  const { facts, sheet, section, uploads } = props
  const assessment: AssessmentView = facts.assessment
  const rows = sheet.rows.filter(({ placed }) => placed.section === section)
  const criterion = evidenceOf(evidenceFor, props)
  const dropped: Uploads['add'] = (code, files) => {
    uploads.add(code, files)
    setEvidenceFor(code)
  }
  return (
    <>
      <table
        className="grid"
        onKeyDown={(event) => onKey(event, sheet.undo)}
        onPaste={(event) => {
          const cell =
            event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-column]') : null
          if (cell !== null && onPaste(event.clipboardData.getData('text/plain'), cell))
            event.preventDefault()
        }}
      >
        <caption className="vh">
          {t('assessments.grid.caption', { code: section.code, n: rows.length })}
        </caption>
        <Head facts={facts} />
        <tbody>
          {grouped(rows).map((group) => (
            <GroupRows
              key={group[0]?.placed.criterion.code}
              {...props}
              group={group}
              uploads={{ ...uploads, add: dropped }}
              onEvidence={setEvidenceFor}
            />
          ))}
        </tbody>
      </table>
      {criterion === undefined ? null : (
        <EvidenceDialog
          assessment={assessment}
          criterion={criterion}
          uploads={uploads}
          onClose={() => setEvidenceFor(null)}
        />
      )}
    </>
  )
}

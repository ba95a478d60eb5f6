import type { Section } from '@bangvang/core/criteria/document'
import { ClipboardPaste, FileSpreadsheet, Undo2 } from 'lucide-react'
import { type Formats, useFormat } from '../../lib/format.ts'
import { type Translate, useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { AssessmentFacts } from './use-assessment.ts'
import type { PasteReport } from './use-paste.ts'

/** "hạn 17:00 thứ Sáu, 25/12", or that none is set. */
export function deadlineWords(t: Translate, format: Formats, deadline: Date | null): string {
  if (deadline === null) return t('assessments.grid.noDue')
  return t('assessments.grid.due', {
    time: format.time(deadline),
    weekday: format.weekday(deadline),
    date: format.date(deadline),
  })
}

type HeadProps = {
  facts: AssessmentFacts
  section: Section
  canUndo: boolean
  onUndo: () => void
  onWorkbook: () => void
}

/** Whose assessment, which section, by when; undo and the workbook. */
export function SheetHead({ facts, section, canUndo, onUndo, onWorkbook }: HeadProps) {
  const t = useWords()
  const format = useFormat()
  const { assessment, season } = facts
  const title = t('assessments.grid.section', { code: section.code, title: format.text(section.title) })
  return (
    <header className="sheet-head">
      <div>
        <p className="kicker">
          {t('assessments.grid.kicker', {
            year: season.year,
            unit: assessment.unitName,
            deadline: deadlineWords(t, format, assessment.deadline),
          })}
        </p>
        <Heading title={`${title} · ${assessment.unitName}`}>{title}</Heading>
      </div>
      <div className="acts">
        {assessment.isEditable ? (
          <Button kind="quiet" aria-disabled={!canUndo} onClick={onUndo}>
            <Icon of={Undo2} />
            {t('assessments.grid.undo')}
          </Button>
        ) : null}
        <Button onClick={onWorkbook}>
          <Icon of={FileSpreadsheet} />
          {t('assessments.grid.sheet')}
        </Button>
      </div>
    </header>
  )
}

/** How to paste and move, and what the last pasting did. */
export function SheetHint({ report, onUndo }: { report: PasteReport | null; onUndo: () => void }) {
  const t = useWords()
  return (
    <div className="hint">
      <span>
        <Icon of={ClipboardPaste} /> {t('assessments.grid.pasteHint')} <kbd>Ctrl</kbd> <kbd>V</kbd>.{' '}
        {t('assessments.grid.reads')}
      </span>
      <span className="desk-only">
        <kbd>Enter</kbd> {t('assessments.grid.enter')} <kbd>Tab</kbd> {t('assessments.grid.tab')}
      </span>
      <span className="did" role="status">
        {report === null ? null : (
          <>
            {reportWords(t, report)}{' '}
            {report.cells > 0 ? (
              <Button kind="quiet" isSmall onClick={onUndo}>
                {t('assessments.grid.undo')}
              </Button>
            ) : null}
          </>
        )}
      </span>
    </div>
  )
}

function reportWords(t: Translate, report: PasteReport): string {
  const { rows, cells, skipped, first, last } = report
  const key =
    cells === 0
      ? 'assessments.grid.pastedNone'
      : rows === 1
        ? 'assessments.grid.pastedOne'
        : 'assessments.grid.pasted'
  const left = skipped === 0 ? '' : ` ${t('assessments.grid.skipped', { n: skipped })}`
  return `${t(key, { rows, cells, first, last })}${left}`
}

/** Why nothing can be typed here now, or that the unit's revision is asked for. */
export function SheetNotice({ facts, isOwn }: { facts: AssessmentFacts; isOwn: boolean }) {
  const t = useWords()
  const format = useFormat()
  const { assessment } = facts
  const { returned, status, isEditable } = assessment
  if (isEditable) {
    if (returned === null) return null
    const { byName: name, at, reason } = returned
    return (
      <p className="notice">{t('assessments.grid.returned', { name, at: format.dateTime(at), reason })}</p>
    )
  }
  if (!isOwn) {
    const hasAny = assessment.submissions.length > 0
    return <p className="notice">{t(`assessments.grid.readOnly.${hasAny ? 'other' : 'nothing'}`)}</p>
  }
  const why = status === 'awaitingSignOff' || status === 'submitted' ? status : 'closed'
  return <p className="notice">{t(`assessments.grid.readOnly.${why}`)}</p>
}

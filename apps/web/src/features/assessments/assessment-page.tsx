import { mayFillIn } from '@bangvang/core/assessments/policy'
import type { Section } from '@bangvang/core/criteria/document'
import { useState } from 'react'
import { useActor } from '../../lib/actor.tsx'
import { LeftTyping } from './left-typing.tsx'
import { SectionRail } from './section-rail.tsx'
import { SheetGrid } from './sheet-grid.tsx'
import { SheetHead, SheetHint, SheetNotice } from './sheet-head.tsx'
import { TotalsBar } from './totals-bar.tsx'
import { type AssessmentFacts, type AssessmentPlace, useAssessment } from './use-assessment.ts'
import { usePaste } from './use-paste.ts'
import { usePlaceOnPage } from './use-place-on-page.ts'
import { type Sheet, useSheet } from './use-sheet.ts'
import { useUploads } from './use-uploads.ts'
import { WorkbookDialog } from './workbook-dialog.tsx'

type SheetProps = { place: AssessmentPlace; facts: AssessmentFacts; sheet: Sheet; section: Section }

function SectionSheet({ place, facts, sheet, section }: SheetProps) {
  const actor = useActor()
  const uploads = useUploads(place)
  const { paste, report, forget } = usePaste(sheet, section)
  const [isInWorkbook, setInWorkbook] = useState(false)
  const { isEditable } = facts.assessment
  const isOwn = mayFillIn(actor, place)
  const undo = () => {
    sheet.undo()
    forget()
  }
  return (
    <div className="sheet">
      <SheetHead
        facts={facts}
        section={section}
        canUndo={sheet.canUndo}
        onUndo={undo}
        onWorkbook={() => setInWorkbook(true)}
      />
      <SheetNotice facts={facts} isOwn={isOwn} />
      {isEditable ? <SheetHint report={report} onUndo={undo} /> : <LeftTyping {...place} />}
      <SheetGrid
        facts={facts}
        sheet={{ ...sheet, undo }}
        section={section}
        uploads={uploads}
        onPaste={(text, cell) => isEditable && paste(text, cell)}
      />
      <TotalsBar
        document={facts.document}
        rows={sheet.rows}
        result={sheet.result}
        pending={sheet.pending}
        submitHref={isOwn ? `/seasons/${place.seasonId}/assessments/${place.unitId}/submit` : null}
      />
      {isInWorkbook ? (
        <WorkbookDialog
          place={place}
          facts={facts}
          unsent={sheet.pending.rows.size}
          onClose={() => setInWorkbook(false)}
        />
      ) : null}
    </div>
  )
}

/** The self-assessment as a grid: sections beside, rows with what is typed, the points it makes at once. */
export function AssessmentPage({ place }: { place: AssessmentPlace }) {
  const facts = useAssessment(place)
  const sheet = useSheet(place, facts)
  const section = usePlaceOnPage(facts.document, facts.placed)
  if (section === undefined) return null
  return (
    <div className="work">
      <SectionRail
        document={facts.document}
        rows={sheet.rows}
        here={section}
        isEditable={facts.assessment.isEditable}
      />
      <SectionSheet key={section.code} place={place} facts={facts} sheet={sheet} section={section} />
    </div>
  )
}

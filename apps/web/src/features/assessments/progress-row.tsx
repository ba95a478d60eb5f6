import { Check, CircleDashed, type LucideIcon, PenLine, Undo2 } from 'lucide-react'
import { Link } from 'wouter'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { Entry } from './progress-page.tsx'

const LOOKS: Record<Entry['status'], { icon: LucideIcon; tone: Tone }> = {
  draft: { icon: CircleDashed, tone: 'q' },
  awaitingSignOff: { icon: PenLine, tone: 'pen' },
  submitted: { icon: Check, tone: 'ok' },
  returned: { icon: Undo2, tone: 'warn' },
}

type Props = {
  entry: Entry
  seasonId: string
  /** How many criteria there are. */
  all: number
  now: Date
  /** Null where this actor may not return it. */
  onReturn: (() => void) | null
}

/** One unit: its status, how much is answered, its deadline, when it submitted. */
export function ProgressRow({ entry, seasonId, all, now, onReturn }: Props) {
  const t = useWords()
  const format = useFormat()
  const { status, answered, deadline, submittedAt, isLate } = entry
  const { icon, tone } = LOOKS[status]
  const isOverdue = submittedAt === null && deadline !== null && now > deadline
  return (
    <tr>
      <th scope="row">
        <Link href={`/seasons/${seasonId}/assessments/${entry.unitId}`}>{entry.unitName}</Link>
      </th>
      <td>
        <Tag icon={icon} tone={tone}>
          {t(`assessments.status.${status}`)}
        </Tag>
      </td>
      <td>
        {answered === null ? (
          <span className="q">{t('assessments.progress.hidden')}</span>
        ) : (
          <>
            {answered}/{all}
            <progress className="bar" aria-label={entry.unitName} value={answered} max={all} />
          </>
        )}
      </td>
      <td>
        {deadline === null ? (
          <span className="q">{t('assessments.progress.noDeadline')}</span>
        ) : (
          format.dateTime(deadline)
        )}
        {isOverdue ? <b className="warn"> {t('assessments.progress.overdue')}</b> : null}
      </td>
      <td>
        {submittedAt === null ? <span className="q">–</span> : format.dateTime(submittedAt)}
        {isLate === true ? <b className="warn"> {t('assessments.progress.late')}</b> : null}
      </td>
      <td>
        {onReturn === null ? null : (
          <Button isSmall onClick={onReturn}>
            {t('assessments.progress.return')}
            <span className="vh"> {entry.unitName}</span>
          </Button>
        )}
      </td>
    </tr>
  )
}

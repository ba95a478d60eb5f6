import type { CriteriaDocument, Section } from '@bangvang/core/criteria/document'
import { isHeading } from '@bangvang/core/criteria/document'
import { CircleAlert, CircleDashed, GitCompareArrows, Goal, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { answeredAmong, reviewOf } from './row-status.ts'
import type { SheetRow } from './use-sheet.ts'

const REVIEW_ICONS = {
  conflict: GitCompareArrows,
  unread: CircleAlert,
  refused: CircleAlert,
  incomplete: CircleDashed,
  target: Goal,
  evidence: TriangleAlert,
}

function Progress({ rows }: { rows: readonly SheetRow[] }) {
  return (
    <span className="n">
      {answeredAmong(rows)}/{rows.length}
    </span>
  )
}

function SectionLinks({ section, rows, isHere }: { section: Section; rows: SheetRow[]; isHere: boolean }) {
  const t = useWords()
  const format = useFormat()
  const headings = section.criteria.filter(isHeading)
  const name =
    section.role === 'scored'
      ? t('assessments.grid.section', { code: section.code, title: format.text(section.title) })
      : format.text(section.title)
  // On a phone the sections stand in one line that scrolls.
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (isHere) link.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }, [isHere])
  return (
    <div className="grp">
      <a ref={link} href={`#${section.code}`} aria-current={isHere ? 'true' : undefined}>
        <span>{name}</span>
        <Progress rows={rows} />
        <progress className="bar" aria-label={name} value={answeredAmong(rows)} max={rows.length} />
      </a>
      {isHere && headings.length > 0 ? (
        <div className="sub">
          {headings.map((heading) => (
            <a key={heading.code} href={`#${heading.code}`}>
              <span>
                {heading.code} {format.text(heading.title)}
              </span>
              <Progress rows={rows.filter(({ placed }) => placed.headings[0] === heading)} />
            </a>
          ))}
        </div>
      ) : null}
    </div>
  )
}

function ToReview({ rows }: { rows: readonly SheetRow[] }) {
  const t = useWords()
  const found = rows.flatMap((row) => {
    const why = reviewOf(row)
    return why === null ? [] : [{ code: row.placed.criterion.code, why }]
  })
  // What keeps an answer from being saved comes before what it may still lack.
  found.sort((a, b) => Number(a.why === 'evidence') - Number(b.why === 'evidence'))
  if (found.length === 0) return null
  return (
    <nav className="wide" aria-label={t('assessments.review.title')}>
      <h2>{t('assessments.review.title')}</h2>
      {found.map(({ code, why }) => (
        <a key={code} href={`#${code}`}>
          <span className={`tag ${why === 'unread' || why === 'refused' ? 'err' : 'warn'}`}>
            <Icon of={REVIEW_ICONS[why]} />
            {code}
          </span>
          <span className="n">{t(`assessments.review.${why}`)}</span>
        </a>
      ))}
    </nav>
  )
}

type Props = { document: CriteriaDocument; rows: readonly SheetRow[]; here: Section; isEditable: boolean }

/** The sections with how far each is, and the rows that are to be looked at again. */
export function SectionRail({ document, rows, here, isEditable }: Props) {
  const t = useWords()
  return (
    <aside className="rail" aria-label={t('assessments.grid.rail')}>
      <h2>{t('assessments.grid.rail')}</h2>
      <nav aria-label={t('assessments.grid.rail')}>
        {document.sections.map((section) => (
          <SectionLinks
            key={section.code}
            section={section}
            rows={rows.filter(({ placed }) => placed.section === section)}
            isHere={section === here}
          />
        ))}
      </nav>
      {isEditable ? <ToReview rows={rows} /> : null}
    </aside>
  )
}

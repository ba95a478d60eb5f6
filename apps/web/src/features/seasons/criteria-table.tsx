import type { CriteriaDocument, Criterion, Section } from '@bangvang/core/criteria/document'
import type { PlacedCriterion } from '@bangvang/core/criteria/list'
import { Fragment } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Scroll } from '../../ui/scroll.tsx'

function CriterionLine({ criterion }: { criterion: Criterion }) {
  const t = useWords()
  const format = useFormat()
  return (
    <tr>
      <td className="q">{criterion.code}</td>
      <td>
        {format.text(criterion.title)}{' '}
        {(criterion.unit ?? '') === '' ? null : <small>({criterion.unit})</small>}
        {criterion.guidance === undefined ? null : (
          <>
            <br />
            <small>{format.text(criterion.guidance)}</small>
          </>
        )}
      </td>
      <td className="wide">
        {t(`seasons.criteria.kind.${criterion.measure.kind}`)}
        {criterion.bonus === undefined ? null : (
          <>
            <br />
            <small>{t('seasons.criteria.bonus', { cap: format.points(criterion.bonus.cap) })}</small>
          </>
        )}
      </td>
      <td className="r">{format.points(criterion.maxPoints)}</td>
      <td className="wide">{t(`seasons.criteria.need.${criterion.evidence ?? 'optional'}`)}</td>
    </tr>
  )
}

function SectionLine({ section }: { section: Section }) {
  const t = useWords()
  const format = useFormat()
  const cap = section.cap ?? null
  return (
    <tr className="sec">
      <th colSpan={5} scope="rowgroup">
        {section.code}. {format.text(section.title)}{' '}
        <small>
          {t(`seasons.criteria.role.${section.role}`)}
          {cap === null ? '' : `, ${t('seasons.criteria.cap', { cap: format.points(cap) })}`}
        </small>
      </th>
    </tr>
  )
}

type Props = { document: CriteriaDocument; found: readonly PlacedCriterion[] }

/** The criteria found, under their sections and headings. */
export function CriteriaTable({ document, found }: Props) {
  const t = useWords()
  const format = useFormat()
  return (
    <Scroll label={t('seasons.criteria.title')}>
      <table className="table criteria-table">
        <thead>
          <tr>
            <th scope="col">{t('seasons.criteria.code')}</th>
            <th scope="col">{t('seasons.criteria.criterion')}</th>
            <th scope="col" className="wide">
              {t('seasons.criteria.measure')}
            </th>
            <th scope="col" className="r">
              {t('seasons.criteria.max')}
            </th>
            <th scope="col" className="wide">
              {t('seasons.criteria.evidence')}
            </th>
          </tr>
        </thead>
        {document.sections.map((section) => {
          const inSection = found.filter((one) => one.section === section)
          if (inSection.length === 0) return null
          return (
            <tbody key={section.code}>
              <SectionLine section={section} />
              {inSection.map(({ criterion, headings }, index) => {
                const heading = headings.at(-1)
                const isNew = heading !== undefined && heading !== inSection[index - 1]?.headings.at(-1)
                return (
                  <Fragment key={criterion.code}>
                    {isNew ? (
                      <tr className="sub">
                        <th colSpan={5}>{headings.map(({ title }) => format.text(title)).join(' – ')}</th>
                      </tr>
                    ) : null}
                    <CriterionLine criterion={criterion} />
                  </Fragment>
                )
              })}
            </tbody>
          )
        })}
      </table>
    </Scroll>
  )
}

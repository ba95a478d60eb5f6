import { mayFillIn, speaksForUnit } from '@bangvang/core/assessments/policy'
import { Link } from 'wouter'
import { useActor, useNow } from '../../lib/actor.tsx'
import { useFormat } from '../../lib/format.ts'
import { useLocale } from '../../lib/locale.ts'
import { useWords } from '../../lib/words.ts'
import { ErrorPage } from '../../ui/error-page.tsx'
import { Heading } from '../../ui/heading.tsx'
import { printedNumber } from './grid-model.ts'
import { answeredAmong } from './row-status.ts'
import { deadlineWords } from './sheet-head.tsx'
import { Submissions } from './submissions.tsx'
import { SubmitActs } from './submit-acts.tsx'
import { SubmitMissing } from './submit-missing.tsx'
import { type AssessmentFacts, type AssessmentPlace, useAssessment } from './use-assessment.ts'
import { type Sheet, useSheet } from './use-sheet.ts'

function SectionTotals({ facts, sheet }: { facts: AssessmentFacts; sheet: Sheet }) {
  const t = useWords()
  const locale = useLocale()
  const format = useFormat()
  const { sections } = sheet.result
  return (
    <section>
      <h2>{t('assessments.submit.bySection')}</h2>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('assessments.submit.sectionHead')}</th>
              <th scope="col" className="r">
                {t('assessments.submit.answered')}
              </th>
              <th scope="col" className="r">
                {t('assessments.submit.pointsHead')}
              </th>
            </tr>
          </thead>
          <tbody>
            {facts.document.sections.map((section) => {
              const rows = sheet.rows.filter(({ placed }) => placed.section === section)
              const { points = '0', max = '0' } = sections[section.code] ?? {}
              return (
                <tr key={section.code}>
                  <td>
                    {section.code}. {format.text(section.title)}
                  </td>
                  <td className="r">
                    {answeredAmong(rows)}/{rows.length}
                  </td>
                  <td className="r">
                    <b>{format.points(points)}</b>{' '}
                    <small className="q">
                      {t('assessments.totals.most', { most: printedNumber(max, locale) })}
                    </small>
                  </td>
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('assessments.submit.total')}
              </th>
              <td className="r total">{format.points(sheet.result.total)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}

function WhatFollows({ isLate }: { isLate: boolean }) {
  const t = useWords()
  return (
    <section>
      <h2>{t('assessments.submit.next')}</h2>
      <ol className="steps">
        <li>{t('assessments.submit.steps.send')}</li>
        <li>{t('assessments.submit.steps.sign')}</li>
        <li>{t('assessments.submit.steps.appraise')}</li>
      </ol>
      {isLate ? <p className="notice">{t('assessments.submit.steps.late')}</p> : null}
    </section>
  )
}

/** Submitting: what is missing, each a link; the total by section; what happens next; the act itself. */
export function SubmitPage({ place }: { place: AssessmentPlace }) {
  const t = useWords()
  const format = useFormat()
  const actor = useActor()
  const now = useNow()
  const facts = useAssessment(place)
  const sheet = useSheet(place, facts)
  if (!speaksForUnit(actor, place)) return <ErrorPage kind="notAllowed" />
  const { assessment, season } = facts
  const { status, deadline } = assessment
  const isLate = deadline !== null && now > deadline && status !== 'submitted'
  return (
    <div className="reading">
      <p className="kicker">
        {t('assessments.submit.kicker', {
          year: season.year,
          deadline: deadlineWords(t, format, deadline),
        })}
      </p>
      <Heading title={t('assessments.submit.title', { unit: assessment.unitName })} />
      <p className="sum-line">
        {t('assessments.submit.sumLine', {
          total: format.points(sheet.result.total),
          n: answeredAmong(sheet.rows),
          all: sheet.rows.length,
        })}
      </p>
      {assessment.returned === null ? null : (
        <blockquote className="notice">
          <b>
            {t('assessments.submit.returned', {
              name: assessment.returned.byName,
              at: format.dateTime(assessment.returned.at),
            })}
          </b>
          <br />
          {assessment.returned.reason}
        </blockquote>
      )}
      <SubmitMissing place={place} sheet={sheet} />
      <SectionTotals facts={facts} sheet={sheet} />
      <WhatFollows isLate={isLate} />
      {mayFillIn(actor, place) ? <SubmitActs place={place} facts={facts} sheet={sheet} /> : null}
      <p>
        <Link href={`/seasons/${place.seasonId}/assessments/${place.unitId}`}>
          {t('assessments.submit.back')}
        </Link>
      </p>
      <Submissions submissions={assessment.submissions} />
    </div>
  )
}

import { seasons } from '@bangvang/contract/seasons'
import { listCriteria } from '@bangvang/core/criteria/list'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../lib/api.ts'
import { matches, useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import { CriteriaTable } from './criteria-table.tsx'
import { StandingRules } from './standing-rules.tsx'

/** The criteria version in force, to be read by everyone: each criterion, the gates, grades and ties. */
export function CriteriaPage({ seasonId }: { seasonId: string }) {
  const t = useWords()
  const format = useFormat()
  const [sought, setSought] = useState('')
  const { data: version } = useSuspenseQuery(read(seasons.criteria, { params: { seasonId } }))
  const { document } = version
  const all = listCriteria(document)
  const found = all.filter(({ criterion }) =>
    matches(`${criterion.code} ${format.text(criterion.title)}`, sought),
  )
  const adopted = version.adoptedOn === null ? '' : format.day(version.adoptedOn)
  return (
    <div className="reading wide">
      <p className="kicker">{t('seasons.criteria.inForce', { number: version.number, date: adopted })}</p>
      <Heading title={t('seasons.criteria.pageTitle', { year: version.year })}>
        {format.text(document.title)}
      </Heading>
      <p>
        {t('seasons.criteria.basis')}: {version.legalBasis}
      </p>
      <p className="sm q">
        {t('seasons.criteria.hash')}: <span className="hash">{version.sha256}</span>
      </p>
      <section>
        <div className="filters">
          <Field
            label={t('seasons.criteria.find')}
            hint={t('seasons.criteria.found', { n: found.length, of: all.length })}
          >
            {(input) => (
              <input
                {...input}
                type="search"
                value={sought}
                onChange={(event) => setSought(event.target.value)}
              />
            )}
          </Field>
        </div>
        <CriteriaTable document={document} found={found} />
      </section>
      <StandingRules document={document} />
    </div>
  )
}

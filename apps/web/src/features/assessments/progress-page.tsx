import { assessments } from '@bangvang/contract/assessments'
import type { Output } from '@bangvang/contract/endpoint'
import { seasons } from '@bangvang/contract/seasons'
import { isOpenToReturn, mayReturn } from '@bangvang/core/assessments/policy'
import { listCriteria } from '@bangvang/core/criteria/list'
import { useSuspenseQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useActor, useNow } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { matches, useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Empty } from '../../ui/empty.tsx'
import { Field } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import { SortHeads, type SortValue, useSorted } from '../../ui/sorted.tsx'
import { ProgressRow } from './progress-row.tsx'
import { ReturnDialog } from './return-dialog.tsx'

export type Entry = Output<typeof assessments.list>['items'][number]
const columns = ['unit', 'statusHead', 'answered', 'deadline', 'submittedAt'] as const
type Column = (typeof columns)[number]

function useProgress(seasonId: string) {
  const [list, season, version] = useSuspenseQueries({
    queries: [
      read(assessments.list, { params: { seasonId } }),
      read(seasons.show, { params: { seasonId } }),
      { ...read(seasons.criteria, { params: { seasonId } }), staleTime: Number.POSITIVE_INFINITY },
    ],
  })
  return {
    items: list.data.items,
    season: season.data,
    all: listCriteria(version.data.document).length,
  }
}

const statusOrder = ['returned', 'draft', 'awaitingSignOff', 'submitted']

const keyOf = (entry: Entry, column: Column): SortValue => {
  switch (column) {
    case 'unit':
      return entry.unitName
    case 'statusHead':
      return statusOrder.indexOf(entry.status)
    case 'answered':
      return entry.answered ?? -1
    case 'deadline':
      return entry.deadline?.getTime() ?? Number.POSITIVE_INFINITY
    case 'submittedAt':
      return entry.submittedAt?.getTime() ?? Number.POSITIVE_INFINITY
  }
}

/** Every unit's assessment: how far, by when, late or not; those who may, return one for revision. */
export function ProgressPage({ seasonId }: { seasonId: string }) {
  const t = useWords()
  const format = useFormat()
  const actor = useActor()
  const now = useNow()
  const { items, season, all } = useProgress(seasonId)
  const [sought, setSought] = useState('')
  const [returning, setReturning] = useState<Entry | null>(null)
  const found = items
    .filter(({ unitName, unitId }) => matches(`${unitName} ${unitId}`, sought))
    .sort((a, b) => format.compare(a.unitName, b.unitName))
  const { sorted, sorting } = useSorted(found, {
    keyOf,
    compare: format.compare,
    first: { column: 'unit', isDown: false },
  })
  const submitted = items.filter(({ status }) => status === 'submitted').length
  const returnable = (entry: Entry) =>
    entry.status === 'submitted' &&
    isOpenToReturn(season) &&
    mayReturn(actor, { seasonId, unitId: entry.unitId })
  return (
    <div className="reading wide progress-page">
      <header>
        <p className="kicker">
          {t('assessments.progress.kicker', {
            cluster: format.text(season.clusterName),
            phase: t(`shell.phase.${season.phase}`),
          })}
        </p>
        <Heading
          title={t('assessments.progress.counted', { n: submitted, all: items.length, year: season.year })}
        />
      </header>
      <div className="filters">
        <Field
          label={t('assessments.progress.find')}
          hint={t('assessments.progress.found', { n: sorted.length })}
        >
          {(input) => (
            <input
              {...input}
              type="search"
              value={sought}
              onChange={({ target }) => setSought(target.value)}
            />
          )}
        </Field>
      </div>
      {sorted.length === 0 ? <Empty>{t('assessments.progress.none')}</Empty> : null}
      <div className="table-wrap">
        <table className="table progress-table">
          <caption className="vh">{t('assessments.progress.title', { year: season.year })}</caption>
          <thead>
            <tr>
              <SortHeads
                columns={columns}
                sorting={sorting}
                nameOf={(column) => t(`assessments.progress.${column}`)}
              />
              <th scope="col">{t('assessments.progress.acts')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((entry) => (
              <ProgressRow
                key={entry.unitId}
                entry={entry}
                seasonId={seasonId}
                all={all}
                now={now}
                onReturn={returnable(entry) ? () => setReturning(entry) : null}
              />
            ))}
          </tbody>
        </table>
      </div>
      {returning === null ? null : (
        <ReturnDialog seasonId={seasonId} entry={returning} onClose={() => setReturning(null)} />
      )}
    </div>
  )
}

import { criteria, type VersionSummary } from '@bangvang/contract/criteria'
import { type DraftSummary, drafts } from '@bangvang/contract/drafts'
import { seasons } from '@bangvang/contract/seasons'
import {
  type CriteriaChange,
  type CriteriaDifference,
  compareCriteria,
} from '@bangvang/core/criteria/compare'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { toDocument } from '@bangvang/core/criteria/nodes'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useMemo, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { call, read } from '../../lib/api.ts'
import { matches, useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Field } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ChangesTable } from './changes-table.tsx'

type Kind = CriteriaDifference['kind']
const kinds: readonly Kind[] = [
  ...(['added', 'removed', 'moved', 'renumbered', 'reworded'] as const),
  ...(['pointsChanged', 'ruleChanged', 'standingChanged'] as const),
]

/** One of the two sides: an adopted version by its id, or a draft as it stands. */
const documentQuery = (side: string) =>
  queryOptions({
    queryKey: ['criteria-versions', 'side', side],
    queryFn: async (): Promise<CriteriaDocument> => {
      const [kind, id = ''] = side.split(':')
      if (kind === 'draft') {
        const { nodes } = await call(drafts.show, { params: { draftId: id } })
        return toDocument(nodes).document as CriteriaDocument
      }
      return (await call(criteria.version, { params: { versionId: id } })).document
    },
  })

const textOf = (change: CriteriaChange) =>
  [change.before, change.after].map((part) => `${part?.code} ${part?.title.vi} ${part?.title.en}`).join(' ')

function Compared({ from, to }: { from: string; to: string }) {
  const t = useWords()
  const [kind, setKind] = useState<Kind | 'all'>('all')
  const [sought, setSought] = useState('')
  const { data: before } = useSuspenseQuery(documentQuery(from))
  const { data: after } = useSuspenseQuery(documentQuery(to))
  const { changes } = useMemo(() => compareCriteria(before, after), [before, after])
  const countOf = (wanted: Kind) =>
    changes.filter(({ differences }) => differences.some((one) => one.kind === wanted)).length
  const found = changes.filter(
    (change) =>
      (kind === 'all' || change.differences.some((one) => one.kind === kind)) &&
      matches(textOf(change), sought),
  )
  return (
    <>
      <Heading title={t('criteria.compare.window')}>
        {changes.length === 0
          ? t('criteria.compare.same')
          : t('criteria.compare.title', { n: changes.length })}
      </Heading>
      {changes.length === 0 ? null : (
        <section>
          <div className="filters">
            <Field label={t('criteria.compare.find')}>
              {(input) => (
                <input
                  {...input}
                  type="search"
                  value={sought}
                  onChange={({ target }) => setSought(target.value)}
                />
              )}
            </Field>
            <Field label={t('criteria.compare.change')}>
              {(input) => (
                <select {...input} value={kind} onChange={({ target }) => setKind(target.value as Kind)}>
                  <option value="all">{t('criteria.compare.all', { n: changes.length })}</option>
                  {kinds.map((one) => (
                    <option key={one} value={one}>
                      {t(`criteria.compare.kind.${one}`, { n: countOf(one) })}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          {found.length === 0 ? (
            <Empty>{t('criteria.compare.none')}</Empty>
          ) : (
            <ChangesTable changes={found} documents={{ before, after }} />
          )}
        </section>
      )}
    </>
  )
}

type Choice = { value: string; words: string }

function useChoices(versions: readonly VersionSummary[], drafted: readonly DraftSummary[]): Choice[] {
  const t = useWords()
  const format = useFormat()
  return [
    ...drafted
      .filter(({ kind, status }) => kind === 'criteria' && (status === 'draft' || status === 'consultation'))
      .map(({ id, title }) => ({ value: `draft:${id}`, words: t('criteria.compare.draft', { title }) })),
    ...versions.map(({ id, year, number, adoptedOn }) => ({
      value: `version:${id}`,
      words: t('criteria.compare.version', { year, number, date: format.day(adoptedOn) }),
    })),
  ]
}

/** The two sides as the address names them, else the newest and the one before it. */
function sidesOf(search: string, choices: readonly Choice[]): { from: string; to: string } | null {
  const params = new URLSearchParams(search)
  const known = (name: string) => choices.find(({ value }) => value === params.get(name))?.value
  const to = known('to') ?? choices[0]?.value
  const from = known('from') ?? choices.find(({ value }) => value !== to)?.value
  return to === undefined || from === undefined ? null : { from, to }
}

/** Any two versions, or drafts, of the cluster's criteria, part by part (issue 3, point 2). */
export function ComparePage({ seasonId }: { seasonId: string }) {
  const t = useWords()
  const [, navigate] = useLocation()
  const search = useSearch()
  const { data: season } = useSuspenseQuery(read(seasons.show, { params: { seasonId } }))
  const { data: versions } = useSuspenseQuery(
    read(criteria.versions, { params: { clusterId: season.clusterId } }),
  )
  const { data: drafted } = useSuspenseQuery(read(drafts.list, { params: { seasonId } }))
  const choices = useChoices(versions.items, drafted.items)
  const sides = sidesOf(search, choices)
  const go = (next: { from: string; to: string }) =>
    navigate(`/seasons/${seasonId}/criteria/compare?${new URLSearchParams(next)}`, { replace: true })
  if (sides === null)
    return (
      <div className="reading wide">
        <Heading title={t('criteria.compare.window')} />
        <Empty>{t('criteria.compare.choose')}</Empty>
      </div>
    )
  const side = (name: 'from' | 'to') => (
    <Field label={t(`criteria.compare.${name}`)}>
      {(input) => (
        <select
          {...input}
          value={sides[name]}
          onChange={({ target }) => go({ ...sides, [name]: target.value })}
        >
          {choices.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  return (
    <div className="reading wide criteria-compare">
      <p className="kicker">
        <Link href={`/seasons/${seasonId}/criteria/versions`}>{t('criteria.versions.title')}</Link>
      </p>
      <div className="filters sides">
        {side('from')}
        {side('to')}
        <Button onClick={() => go({ from: sides.to, to: sides.from })}>{t('criteria.compare.swap')}</Button>
      </div>
      <Suspense fallback={<Loading />}>
        <Compared key={`${sides.from} ${sides.to}`} {...sides} />
      </Suspense>
    </div>
  )
}

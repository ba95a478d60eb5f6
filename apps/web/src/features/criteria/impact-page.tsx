import { ApiProblem } from '@bangvang/contract/client'
import { criteria, type ImpactRow, type ImpactView } from '@bangvang/contract/criteria'
import { useQuery } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, Equal } from 'lucide-react'
import { Link } from 'wouter'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Heading } from '../../ui/heading.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { Tag } from '../../ui/tag.tsx'

type Pair = { before: ImpactRow; after: ImpactRow }

function Moved({ before, after }: Pair) {
  const t = useWords()
  if (before.rank === null || after.rank === null || before.rank === after.rank)
    return (
      <Tag icon={Equal} tone="q">
        {t('criteria.impact.same')}
      </Tag>
    )
  const isUp = after.rank < before.rank
  return (
    <Tag icon={isUp ? ArrowUp : ArrowDown} tone={isUp ? 'ok' : 'warn'}>
      {t(isUp ? 'criteria.impact.up' : 'criteria.impact.down', { n: Math.abs(after.rank - before.rank) })}
    </Tag>
  )
}

function RankCells({ row }: { row: ImpactRow }) {
  const t = useWords()
  const format = useFormat()
  return (
    <>
      <td className="r">{row.rank ?? t('criteria.impact.unranked')}</td>
      <td className="r">{format.points(row.total)}</td>
      <td>{row.grade ?? ''}</td>
    </>
  )
}

const heads = ['rank', 'total', 'grade'] as const

function BothRankings({ impact, pairs }: { impact: ImpactView; pairs: readonly Pair[] }) {
  const t = useWords()
  const { year } = impact.season
  const head = (side: string) =>
    heads.map((name) => (
      <th key={`${side} ${name}`} scope="col" className={name === 'grade' ? '' : 'r'}>
        {t(`criteria.impact.${name}`)}
      </th>
    ))
  return (
    <Scroll label={t('criteria.impact.window')}>
      <table className="table impact-table">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('criteria.impact.unit')}
            </th>
            <th scope="colgroup" colSpan={3}>
              {t('criteria.impact.before', { year })}
            </th>
            <th scope="colgroup" colSpan={3}>
              {t('criteria.impact.after')}
            </th>
            <th scope="col" rowSpan={2}>
              {t('criteria.impact.change')}
            </th>
          </tr>
          <tr>
            {head('before')}
            {head('after')}
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ before, after }) => (
            <tr key={after.unitId}>
              <th scope="row">{after.unitName}</th>
              <RankCells row={before} />
              <RankCells row={after} />
              <td>
                <Moved before={before} after={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

type Lost = ImpactView['notCarried'][number]

/** The same loss of several units is one line. */
function lossesOf(notCarried: readonly Lost[]): { lost: Lost; unitIds: string[] }[] {
  const losses = new Map<string, { lost: Lost; unitIds: string[] }>()
  for (const lost of notCarried) {
    const key = `${lost.what} ${lost.code} ${lost.why}`
    const known = losses.get(key)
    if (known === undefined) losses.set(key, { lost, unitIds: [lost.unitId] })
    else known.unitIds.push(lost.unitId)
  }
  return [...losses.values()]
}

function NotCarried({ impact }: { impact: ImpactView }) {
  const t = useWords()
  const nameOf = new Map(impact.before.map(({ unitId, unitName }) => [unitId, unitName]))
  const losses = lossesOf(impact.notCarried)
  if (losses.length === 0)
    return <p className="ok">{t('criteria.impact.allCarried', { year: impact.season.year })}</p>
  return (
    <section>
      <h2>{t('criteria.impact.notCarried', { n: losses.length })}</h2>
      <p>{t('criteria.impact.notCarriedLead')}</p>
      <ul className="plain-list">
        {losses.map(({ lost, unitIds }) => (
          <li key={`${lost.what} ${lost.code} ${lost.why}`}>
            <b>{lost.code}</b>
            <span>
              {t(`criteria.impact.what.${lost.what}`)}, {t(`criteria.why.${lost.why}`)}
            </span>
            <span className="q">
              {t('criteria.impact.ofUnits', {
                n: unitIds.length,
                units: unitIds.map((id) => nameOf.get(id) ?? id).join(', '),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Impact({ impact }: { impact: ImpactView }) {
  const t = useWords()
  const beforeOf = new Map(impact.before.map((row) => [row.unitId, row]))
  const pairs = impact.after.flatMap((after): Pair[] => {
    const before = beforeOf.get(after.unitId)
    return before === undefined ? [] : [{ before, after }]
  })
  const moved = pairs.filter(({ before, after }) => before.rank !== after.rank).length
  const { year, number } = impact.season
  return (
    <>
      <p className="kicker">{t('criteria.impact.kicker', { year, number })}</p>
      <Heading title={t('criteria.impact.window')}>
        {moved === 0
          ? t('criteria.impact.unchanged', { year })
          : t('criteria.impact.title', { year, n: moved })}
      </Heading>
      <section>
        <BothRankings impact={impact} pairs={pairs} />
      </section>
      <NotCarried impact={impact} />
      {impact.unanswered.length === 0 ? null : (
        <section>
          <h2>{t('criteria.impact.unanswered')}</h2>
          <p>{impact.unanswered.join(', ')}</p>
        </section>
      )}
    </>
  )
}

/** Last year's units under the draft, both rankings side by side (issue 3, point 2). */
export function ImpactPage({ seasonId, draftId }: { seasonId: string; draftId: string }) {
  const t = useWords()
  const { data, error } = useQuery({
    ...read(criteria.impact, { params: { draftId } }),
    retry: false,
    throwOnError: (refused) => !(refused instanceof ApiProblem) || refused.code === 'not-found',
  })
  const faults = error instanceof ApiProblem ? (error.problem.errors?.length ?? 0) : 0
  return (
    <div className="reading wide">
      {data === undefined && error === null ? <Loading /> : null}
      {data === undefined ? null : <Impact impact={data} />}
      {error === null ? null : (
        <>
          <Heading title={t('criteria.impact.window')} />
          {faults > 0 ? (
            <p className="notice">{t('criteria.impact.faults', { n: faults })}</p>
          ) : (
            <Refusal error={error} />
          )}
        </>
      )}
      <p>
        <Link href={`/seasons/${seasonId}/drafts/${draftId}/criteria`}>{t('criteria.impact.toEditor')}</Link>
      </p>
    </div>
  )
}

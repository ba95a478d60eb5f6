import { findCriterion } from '@bangvang/core/criteria/list'
import { type ComparedBasis, type PlaceReason, whyThisPlace } from '@bangvang/core/rankings/why'
import { useMemo } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { basisWords, useGateWords } from './rule-lines.tsx'
import { SmallestList } from './smallest-list.tsx'
import { partsOf, type Row, type Standing } from './standing.ts'
import type { Made, TrialChange } from './trial.ts'

type Props = {
  standing: Standing
  made: Made
  row: Row
  onTry: (change: TrialChange) => void
}

function useNames(standing: Standing) {
  return (unitId: string) => standing.rows.find((one) => one.unitId === unitId)?.unitName ?? unitId
}

function Sentence({ standing, row, why }: { standing: Standing; row: Row; why: PlaceReason }) {
  const t = useWords()
  const format = useFormat()
  const nameOf = useNames(standing)
  const gateWords = useGateWords(standing.gates)
  const unit = row.unitName
  const total = format.points(row.total)
  const { above } = why
  if (why.rank === null) return <p>{t('ranking-work.why.unranked', { gates: gateWords(row) })}</p>
  const deciding = above?.bases.find(({ isDeciding }) => isDeciding)
  const tied = why.tiedWith.length > 0 && (
    <p>{t('ranking-work.why.tied', { units: why.tiedWith.map(nameOf).join(', ') })}</p>
  )
  if (above === null || deciding === undefined)
    return (
      <>
        <p>{t('ranking-work.why.first', { unit, total })}</p>
        {tied}
      </>
    )
  const facts = {
    unit,
    total,
    above: nameOf(above.unit),
    basis: basisWords(t, deciding.key),
    difference: format.points(deciding.difference.replace('-', '')),
  }
  return (
    <>
      <p>
        {deciding.key === 'total'
          ? t('ranking-work.why.behind', facts)
          : t(deciding.lowerWins ? 'ranking-work.why.decidedLess' : 'ranking-work.why.decided', facts)}
      </p>
      {tied}
    </>
  )
}

function BasisRow({ basis, index, made }: { basis: ComparedBasis; index: number; made: Made }) {
  const t = useWords()
  const format = useFormat()
  const [kind, code = ''] = partsOf(basis.key)
  const criterion = kind === 'criterion' ? findCriterion(made.compiled.document, code)?.criterion : undefined
  const words = basisWords(t, basis.key)
  const name = `${words.charAt(0).toUpperCase()}${words.slice(1)}`
  const look = basis.isConsidered ? '' : 'q'
  return (
    <tr className={look}>
      <th scope="row" title={criterion === undefined ? undefined : format.text(criterion.title)}>
        {index === 0 ? '' : `${index}. `}
        {basis.isDeciding ? <b>{name}</b> : name}
      </th>
      <td className={basis.isDeciding ? 'r win' : 'r'}>
        {format.points(basis.theirs)}
        {basis.isDeciding ? <small>{t('ranking-work.why.wins')}</small> : null}
      </td>
      <td className="r">{format.points(basis.mine)}</td>
    </tr>
  )
}

function Comparison({ standing, made, row, above }: Props & { above: NonNullable<PlaceReason['above']> }) {
  const t = useWords()
  const nameOf = useNames(standing)
  const isCut = above.bases.some(({ isConsidered }) => !isConsidered)
  return (
    <>
      <table className="cmp">
        <thead>
          <tr>
            <th scope="col">{t('ranking-work.why.basis')}</th>
            <th scope="col" className="r">
              {nameOf(above.unit)}
            </th>
            <th scope="col" className="r">
              {row.unitName}
            </th>
          </tr>
        </thead>
        <tbody>
          {above.bases.map((basis, index) => (
            <BasisRow key={basis.key} basis={basis} index={index} made={made} />
          ))}
        </tbody>
      </table>
      {isCut ? <p className="sm q">{t('ranking-work.why.notConsidered')}</p> : null}
    </>
  )
}

/** Why a unit stands where it stands, against the one above, and what would move it up (screens.md 5). */
export function WhyPanel(props: Props) {
  const { made, row, onTry } = props
  const t = useWords()
  const why = useMemo(
    () =>
      whyThisPlace(made.compiled.document, {
        results: made.results,
        ranking: made.ranking,
        unit: row.unitId,
      }),
    [made, row.unitId],
  )
  if (why === undefined) return null
  const title =
    why.rank === null ? t('ranking-work.why.titleUnranked') : t('ranking-work.why.title', { rank: why.rank })
  return (
    <div className="box">
      <p className="sm q">{row.unitName}</p>
      <h2>{title}</h2>
      <Sentence standing={props.standing} row={row} why={why} />
      {why.above === null ? null : <Comparison {...props} above={why.above} />}
      {why.rank === null || why.rank === 1 ? null : (
        <SmallestList made={made} unitId={row.unitId} onTry={onTry} />
      )}
    </div>
  )
}

import { MessageSquare, MoveDown, MoveUp } from 'lucide-react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { RuleLines } from './rule-lines.tsx'
import { BarKey, ScoreBar } from './score-bar.tsx'
import { barMost, distanceTo, type Row, rowBefore, type Standing } from './standing.ts'

/** How a signed-in reader works with the rows; the public page only reads them. */
export type RollActs = {
  selected: string | null
  onSelect: (unitId: string) => void
  /** How many comments are on a unit's row, and how many of them wait for an answer. */
  commentsOn: (unitId: string) => { all: number; open: number }
  onComments: (unitId: string) => void
  /** In a trial, the row as it really is. */
  before: ((unitId: string) => Row | undefined) | null
}
type RowProps = { row: Row; standing: Standing; most: number; acts: RollActs | null }

function Rank({ row }: { row: Row }) {
  const t = useWords()
  return (
    <td className="rk">
      {row.rank ?? '–'}
      {row.rank === null ? <small>{t('rankings.roll.unranked')}</small> : null}
      {row.tiedWith.length > 0 ? <small>{t('rankings.roll.tied')}</small> : null}
    </td>
  )
}

function UnitName({ row, acts }: { row: Row; acts: RollActs | null }) {
  const t = useWords()
  const isLeading = row.rank === 1 && row.tiedWith.length === 0 && row.awardable
  return (
    <th className="un" scope="row">
      {acts === null ? (
        row.unitName
      ) : (
        <button
          type="button"
          aria-pressed={acts.selected === row.unitId}
          onClick={() => acts.onSelect(row.unitId)}
        >
          {row.unitName} <span className="vh">({t('rankings.roll.why', { unit: row.unitName })})</span>
        </button>
      )}
      {isLeading ? <small>{t('rankings.roll.leading')}</small> : null}
    </th>
  )
}

function Grade({ row, grades }: { row: Row; grades: Standing['grades'] }) {
  const t = useWords()
  const format = useFormat()
  if (grades.length === 0) return <td className="gr" />
  const at = grades.findIndex(({ code }) => code === row.grade)
  const grade = grades[at]
  return (
    <td className="gr">
      {grade === undefined ? (
        <span className="q">{t('rankings.roll.noGrade')}</span>
      ) : (
        <span className={at === 0 ? 'grade xs' : 'grade'}>
          <i>{grade.code}</i>
          <span>{format.text(grade.title)}</span>
        </span>
      )}
    </td>
  )
}

/** What a trial changed of a row. */
function Moved({ row, before }: { row: Row; before: Row | undefined }) {
  const t = useWords()
  const format = useFormat()
  if (before === undefined) return null
  const [was, now] = [before.rank, row.rank]
  if (was === now || was === null || now === null) {
    if (before.total === row.total) return null
    const totals = { before: format.points(before.total), after: format.points(row.total) }
    return <p className="rule trial-note">{t('rankings.roll.stays', totals)}</p>
  }
  return (
    <p className="rule trial-note">
      <Icon of={now < was ? MoveUp : MoveDown} />
      <b>
        {t(now < was ? 'rankings.roll.up' : 'rankings.roll.down', { n: format.whole(Math.abs(was - now)) })}
      </b>
    </p>
  )
}

function CommentMark({ row, acts }: { row: Row; acts: RollActs }) {
  const t = useWords()
  const { all, open } = acts.commentsOn(row.unitId)
  if (all === 0) return null
  return (
    <p className="rule no-print">
      <Icon of={MessageSquare} />
      <button type="button" className="link" onClick={() => acts.onComments(row.unitId)}>
        {t(open > 0 ? 'rankings.roll.commentsOpen' : 'rankings.roll.comments', { n: all, open })}
        <span className="vh"> ({row.unitName})</span>
      </button>
    </p>
  )
}

function Total({ row, above }: { row: Row; above: Row | undefined }) {
  const t = useWords()
  const format = useFormat()
  const distance = distanceTo(above, row)
  const words =
    row.rank === null
      ? ''
      : above === undefined
        ? t('rankings.roll.points')
        : distance === null
          ? t('rankings.roll.level')
          : t('rankings.roll.behind', { points: format.points(distance) })
  return (
    <td className="tt">
      {format.points(row.total)}
      <small>{words}</small>
    </td>
  )
}

function RollRow({ row, standing, most, acts }: RowProps) {
  const looks = [row.rank === 1 ? 'one' : '', acts?.selected === row.unitId ? 'sel' : '']
  return (
    <tr className={looks.filter(Boolean).join(' ')}>
      <Rank row={row} />
      <UnitName row={row} acts={acts} />
      <Grade row={row} grades={standing.grades} />
      <td className="br">
        <ScoreBar row={row} sections={standing.sections} most={most} />
        {acts?.before ? <Moved row={row} before={acts.before(row.unitId)} /> : null}
        <RuleLines row={row} standing={standing} />
        {acts === null ? null : <CommentMark row={row} acts={acts} />}
      </td>
      <Total row={row} above={rowBefore(standing.rows, row)} />
    </tr>
  )
}

/** The ranking as bars and numbers: ties as ties, the rule that decided in words, the distance to the row above. */
export function Roll({ standing, acts }: { standing: Standing; acts: RollActs | null }) {
  const t = useWords()
  const most = barMost(standing.rows, standing.maxPoints)
  return (
    <table className="roll">
      <caption className="vh">{t('rankings.roll.caption', { year: standing.year })}</caption>
      <thead>
        <tr>
          <th scope="col" className="rk">
            {t('rankings.roll.rank')}
          </th>
          <th scope="col" className="un">
            {t('rankings.roll.unit')}
          </th>
          <th scope="col" className="gr">
            {t('rankings.roll.grade')}
          </th>
          <th scope="col">
            <BarKey sections={standing.sections} />
          </th>
          <th scope="col" className="tt">
            {t('rankings.roll.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {standing.rows.map((row) => (
          <RollRow key={row.unitId} row={row} standing={standing} most={most} acts={acts} />
        ))}
      </tbody>
    </table>
  )
}

import { LawKind } from '@bangvang/contract/laws'
import { Link } from 'wouter'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { LawFlags } from '../../ui/law-flags.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { SortHeads, type SortValue, useSorted } from '../../ui/sorted.tsx'
import { type FlaggedLaw, isStanding } from './flagged.ts'

const columns = ['number', 'state', 'title', 'kind', 'issuedOn', 'effectiveFrom'] as const
type Column = (typeof columns)[number]

const keyOf = (law: FlaggedLaw, column: Column): SortValue => {
  if (column === 'title') return law.title.vi
  if (column === 'kind') return LawKind.options.indexOf(law.kind)
  if (column === 'state') return isStanding(law) ? 0 : 1
  return law[column] ?? ''
}

function Line({ law }: { law: FlaggedLaw }) {
  const t = useWords()
  const format = useFormat()
  const day = (iso: string | null) => (iso === null ? '' : format.day(iso))
  return (
    <tr>
      <th scope="row">
        <Link href={`/laws/${law.id}`}>{law.number}</Link>
      </th>
      <td>
        <LawFlags {...law} />
      </td>
      <td>{format.text(law.title)}</td>
      <td>{t(`laws.kind.${law.kind}`)}</td>
      <td>{day(law.issuedOn)}</td>
      <td>{day(law.effectiveFrom)}</td>
    </tr>
  )
}

type Props = { laws: readonly FlaggedLaw[]; compare: (a: string, b: string) => number }

/** Laws in the order chosen by the heads, first by kind as laws rank. */
export function LawsTable({ laws, compare }: Props) {
  const t = useWords()
  const { sorted, sorting } = useSorted<FlaggedLaw, Column>(laws, {
    keyOf,
    compare,
    first: { column: 'kind', isDown: false },
  })
  return (
    <Scroll label={t('laws.title')}>
      <table className="table laws-table">
        <thead>
          <tr>
            <SortHeads columns={columns} sorting={sorting} nameOf={(column) => t(`laws.column.${column}`)} />
          </tr>
        </thead>
        <tbody>
          {sorted.map((law) => (
            <Line key={law.id} law={law} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

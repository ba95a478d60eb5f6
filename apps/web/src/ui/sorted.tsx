import { useState } from 'react'

export type SortValue = string | number
type Order<C extends string> = { column: C; isDown: boolean }
export type Sorting<C extends string> = { order: Order<C>; by: (column: C) => void }

type Props<T, C extends string> = {
  /** What a row is sorted by in a column; equal values keep the order the rows came in. */
  keyOf: (row: T, column: C) => SortValue
  /** How the reader's language orders texts. */
  compare: (a: string, b: string) => number
  first: Order<NoInfer<C>>
}

/** Rows in the order chosen by their heads; a second press on the same head turns it round. */
export function useSorted<T, C extends string>(rows: readonly T[], { keyOf, compare, first }: Props<T, C>) {
  const [order, setOrder] = useState<Order<C>>(first)
  const sign = order.isDown ? -1 : 1
  const sorted = [...rows].sort((a, b) => {
    const [x, y] = [keyOf(a, order.column), keyOf(b, order.column)]
    if (typeof x === 'string' || typeof y === 'string') return sign * compare(String(x), String(y))
    return sign * (x === y ? 0 : x < y ? -1 : 1)
  })
  const by = (column: C) =>
    setOrder((now) => ({ column, isDown: now.column === column ? !now.isDown : false }))
  return { sorted, sorting: { order, by } satisfies Sorting<C> }
}

type HeadProps<C extends string> = {
  columns: readonly C[]
  sorting: Sorting<C>
  nameOf: (column: C) => string
}

/** The heads of sortable columns: buttons that say by which column and which way the rows stand. */
export function SortHeads<C extends string>({ columns, sorting: { order, by }, nameOf }: HeadProps<C>) {
  return columns.map((column) => (
    <th
      key={column}
      scope="col"
      aria-sort={order.column !== column ? undefined : order.isDown ? 'descending' : 'ascending'}
    >
      <button type="button" className="sort" onClick={() => by(column)}>
        {nameOf(column)}
        <span aria-hidden="true">{order.column === column ? (order.isDown ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  ))
}

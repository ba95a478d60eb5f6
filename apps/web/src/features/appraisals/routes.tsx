import { Empty } from '../../ui/empty.tsx'

/** The board. */
export function Routes() {
  return <Empty>{'…'}</Empty>
}

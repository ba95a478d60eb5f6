import { Empty } from '../../ui/empty.tsx'

/** The ranking. */
export function Routes() {
  return <Empty>{'…'}</Empty>
}

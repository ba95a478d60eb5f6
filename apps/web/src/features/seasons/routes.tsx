import { Empty } from '../../ui/empty.tsx'

/** x */
export function Routes() {
  return <Empty>{'…'}</Empty>
}

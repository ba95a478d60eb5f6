import { Empty } from '../../ui/empty.tsx'

/** The self-assessment's pages. */
export function Routes() {
  return <Empty>{'…'}</Empty>
}

import { Empty } from '../../ui/empty.tsx'

/** /public */
export function Routes() {
  return <Empty>{'…'}</Empty>
}

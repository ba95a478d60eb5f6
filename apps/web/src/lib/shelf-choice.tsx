import { laws } from '@bangvang/contract/laws'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { LawChoice } from '../ui/law-choice.tsx'
import { Loading } from '../ui/loading.tsx'
import { read } from './api.ts'

type Props = Omit<React.ComponentProps<typeof LawChoice>, 'laws'>

function Choice(props: Props) {
  const { data } = useSuspenseQuery(read(laws.list, {}))
  return <LawChoice {...props} laws={data.items} />
}

/** The choice of documents from the shelf, for every room that names a basis; the form around it does not wait. */
export function ShelfChoice(props: Props) {
  return (
    <Suspense fallback={<Loading rows={3} />}>
      <Choice {...props} />
    </Suspense>
  )
}

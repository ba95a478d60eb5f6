import { audit } from '@bangvang/contract/audit'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useSearchParams } from 'wouter'
import { call } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Entry } from './entry.tsx'
import { type Filters, filterNames, JournalFilters } from './journal-filters.tsx'

/** The days sought as instants: from the first moment in Vietnam to the last. */
const instants = ({ from, to, ...rest }: Filters) => ({
  ...rest,
  ...(from === undefined ? {} : { from: new Date(`${from}T00:00:00+07:00`).toISOString() }),
  ...(to === undefined ? {} : { to: new Date(`${to}T23:59:59.999+07:00`).toISOString() }),
})

function Entries({ filters }: { filters: Filters }) {
  const t = useWords()
  const query = instants(filters)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery({
    queryKey: ['journal', audit.search.path, query],
    queryFn: ({ pageParam, signal }) =>
      call(
        audit.search,
        { query: { ...query, ...(pageParam === null ? {} : { after: pageParam }) } },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const entries = data.pages.flatMap(({ items }) => items)
  if (entries.length === 0) return <Empty>{t('audit.none')}</Empty>
  return (
    <>
      <ol className="journal">
        {entries.map((entry) => (
          <Entry key={`${entry.chain} ${entry.number}`} entry={entry} />
        ))}
      </ol>
      {hasNextPage ? (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('audit.more')}
        </Button>
      ) : null}
    </>
  )
}

/** The journal, searched; what is sought stands in the address. */
export function JournalPage() {
  const t = useWords()
  const [search, setSearch] = useSearchParams()
  const filters: Filters = Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = search.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
  const key = JSON.stringify(filters)
  return (
    <div className="reading wide">
      <Heading title={t('audit.title')} />
      <p>{t('audit.lead')}</p>
      <section>
        <JournalFilters
          key={key}
          filters={filters}
          onSearch={(next) => setSearch(new URLSearchParams(next))}
        />
        <Suspense key={`of ${key}`} fallback={<Loading />}>
          <Entries filters={filters} />
        </Suspense>
      </section>
    </div>
  )
}

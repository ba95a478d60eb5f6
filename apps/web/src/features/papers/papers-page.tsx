import { papers } from '@bangvang/contract/papers'
import { seasons } from '@bangvang/contract/seasons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Heading } from '../../ui/heading.tsx'
import { IssuedTable } from './issued-table.tsx'
import { MakeableTable } from './makeable-table.tsx'

/** The papers of a season: those that can be made now, and those issued under a number. */
export function PapersPage({ seasonId }: { seasonId: string }) {
  const t = useWords()
  const format = useFormat()
  const { data: season } = useSuspenseQuery(read(seasons.show, { params: { seasonId } }))
  const { data: view } = useSuspenseQuery(read(papers.list, { params: { seasonId } }))
  const title = t('papers.title', { issued: view.issued.length, makeable: view.makeable.length })
  return (
    <div className="reading wide">
      <p className="kicker">
        {t('papers.kicker', { year: season.year, cluster: format.text(season.clusterName) })}
      </p>
      <Heading title={title} />
      <p>{t('papers.note')}</p>
      <section>
        <h2>{t('papers.issued.title')}</h2>
        <IssuedTable view={view} />
      </section>
      <section>
        <h2>{t('papers.make.title')}</h2>
        <MakeableTable view={view} />
      </section>
    </div>
  )
}

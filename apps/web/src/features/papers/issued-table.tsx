import { type IssuedPaperView, type PapersView, papers } from '@bangvang/contract/papers'
import { Globe, Users } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { SortHeads, useSorted } from '../../ui/sorted.tsx'
import { Tag } from '../../ui/tag.tsx'
import { fileAddress } from './addresses.ts'
import { PaperFiles, PaperHashes } from './paper-files.tsx'
import { TakeBackDialog } from './take-back-dialog.tsx'

const columns = ['symbol', 'name', 'day', 'signer'] as const
type Column = (typeof columns)[number]

const keyOf = ({ symbol, title, day, signerName }: IssuedPaperView, column: Column) =>
  ({ symbol, name: title, day, signer: signerName })[column]

type StateProps = { paper: IssuedPaperView; mayIssue: boolean; onTakeBack: () => void }

function State({ paper, mayIssue, onTakeBack }: StateProps) {
  const t = useWords()
  const format = useFormat()
  const publish = useWrite(papers.publish, ['seasons', 'public'])
  const { symbol, publishedAt } = paper
  const isPublic = publishedAt !== null
  return (
    <div className="paper-state">
      <Tag icon={isPublic ? Globe : Users} tone={isPublic ? 'ok' : 'q'}>
        {isPublic
          ? t('papers.issued.published', { date: format.date(publishedAt) })
          : t('papers.issued.inside')}
      </Tag>
      {mayIssue ? (
        <Button
          isSmall
          isBusy={publish.isPending}
          aria-label={t(isPublic ? 'papers.issued.unpublishOf' : 'papers.issued.publishOf', { symbol })}
          onClick={() => (isPublic ? onTakeBack() : publish.mutate({ params: { paperId: paper.id } }))}
        >
          {t(isPublic ? 'papers.issued.unpublish' : 'papers.issued.publish')}
        </Button>
      ) : null}
      <Refusal error={publish.error} />
    </div>
  )
}

function Line({ paper, mayIssue, onTakeBack }: StateProps) {
  const format = useFormat()
  const { symbol, title, day, signerName, files } = paper
  return (
    <tr>
      <th scope="row" className="symbol">
        {symbol}
      </th>
      <td>
        {title}
        <PaperHashes files={files} />
      </td>
      <td>{format.day(day)}</td>
      <td>{signerName}</td>
      <td>
        <PaperFiles
          formats={files.map((file) => file.format)}
          name={symbol}
          addressOf={(one) => fileAddress(paper.id, one)}
        />
      </td>
      <td>
        <State paper={paper} mayIssue={mayIssue} onTakeBack={onTakeBack} />
      </td>
    </tr>
  )
}

/** The issued papers with their downloads and hashes; the chair publishes them and takes them back. */
export function IssuedTable({ view }: { view: PapersView }) {
  const t = useWords()
  const { compare } = useFormat()
  const [takingBack, setTakingBack] = useState<IssuedPaperView | null>(null)
  const { sorted, sorting } = useSorted<IssuedPaperView, Column>(view.issued, {
    keyOf,
    compare,
    first: { column: 'day', isDown: true },
  })
  if (view.issued.length === 0) return <Empty>{t('papers.issued.none')}</Empty>
  return (
    <>
      <Scroll label={t('papers.issued.title')}>
        <table className="table papers-table">
          <thead>
            <tr>
              <SortHeads
                columns={columns}
                sorting={sorting}
                nameOf={(column) => t(`papers.issued.${column}`)}
              />
              <th scope="col">{t('papers.issued.files')}</th>
              <th scope="col">{t('papers.issued.state')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((paper) => (
              <Line
                key={paper.id}
                paper={paper}
                mayIssue={view.mayIssue}
                onTakeBack={() => setTakingBack(paper)}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      {takingBack === null ? null : <TakeBackDialog paper={takingBack} onClose={() => setTakingBack(null)} />}
    </>
  )
}

import './papers.css'
import { papers } from '@bangvang/contract/papers'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { read } from '../../lib/api.ts'
import { matches, useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Empty } from '../../ui/empty.tsx'
import { Field } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import { fileAddress } from './addresses.ts'
import { PaperFiles, PaperHashes } from './paper-files.tsx'

const searchedFrom = 5

/** /public/papers: every published paper, for everyone, without sign-in. */
export function Routes() {
  const t = useWords()
  const format = useFormat()
  const [sought, setSought] = useState('')
  const { items } = useSuspenseQuery(read(papers.listPublic, { query: {} })).data
  const textOf = ({ title, symbol, clusterName, year }: (typeof items)[number]) =>
    `${symbol} ${title} ${format.text(clusterName)} ${year}`
  const found = items.filter((item) => matches(textOf(item), sought))
  return (
    <div className="reading">
      <Heading title={t('papers.public.title')} />
      <p>{t('papers.public.about')}</p>
      <p>
        <Link href="/public">{t('papers.public.rankings')}</Link>
      </p>
      {items.length > searchedFrom ? (
        <Field label={t('papers.public.find')}>
          {(input) => (
            <input
              {...input}
              type="search"
              value={sought}
              onChange={({ target }) => setSought(target.value)}
            />
          )}
        </Field>
      ) : null}
      {found.length === 0 ? (
        <Empty>{t(items.length === 0 ? 'papers.public.none' : 'papers.public.noneFound')}</Empty>
      ) : (
        <ul className="plain-list public-papers">
          {found.map((paper) => (
            <li key={paper.id}>
              <strong>{paper.title}</strong>
              <span className="q">
                {t('papers.public.entry', { symbol: paper.symbol, date: format.day(paper.day) })}
              </span>
              <span className="q">
                {t('papers.public.ofCluster', { cluster: format.text(paper.clusterName), year: paper.year })}
              </span>
              <PaperFiles
                formats={paper.files.map((file) => file.format)}
                name={paper.symbol}
                addressOf={(one) => fileAddress(paper.id, one, true)}
              />
              <PaperHashes files={paper.files} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

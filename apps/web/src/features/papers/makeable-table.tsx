import { type MakeablePaperView, PaperKind, type PapersView } from '@bangvang/contract/papers'
import { FileCheck, FilePen } from 'lucide-react'
import { useState } from 'react'
import { matches, useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Field } from '../../ui/field.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { SortHeads, useSorted } from '../../ui/sorted.tsx'
import { Tag } from '../../ui/tag.tsx'
import { makeAddress } from './addresses.ts'
import { IssueDialog } from './issue-dialog.tsx'
import { PaperFiles } from './paper-files.tsx'

const columns = ['paper', 'about', 'state'] as const
type Column = (typeof columns)[number]
type Made = MakeablePaperView & { name: string }

const keyOf = ({ kind, aboutTitle, isFinal }: Made, column: Column) => {
  if (column === 'paper') return PaperKind.options.indexOf(kind)
  return column === 'about' ? (aboutTitle ?? '') : Number(isFinal)
}

type LineProps = { paper: Made; view: PapersView; onIssue: () => void }

function Line({ paper, view, onIssue }: LineProps) {
  const t = useWords()
  const { kind, aboutTitle, isFinal, editions } = paper
  return (
    <tr>
      <th scope="row">{t(`papers.kind.${kind}`)}</th>
      <td>{aboutTitle ?? t('papers.make.ofSeason')}</td>
      <td>
        <Tag icon={isFinal ? FileCheck : FilePen} tone={isFinal ? 'ok' : 'q'}>
          {t(isFinal ? 'papers.make.final' : 'papers.make.draft')}
        </Tag>
      </td>
      <td>
        <PaperFiles
          formats={paper.formats}
          name={paper.name}
          addressOf={(format) => makeAddress(view.seasonId, paper, format)}
        />
      </td>
      <td>
        {view.mayIssue && isFinal && editions !== null ? (
          <Button isSmall aria-label={t('papers.make.issueOf', { paper: paper.name })} onClick={onIssue}>
            {t('papers.make.issue')}
          </Button>
        ) : null}
        {editions === null || editions === 0 ? null : (
          <small> {t('papers.make.issuedTimes', { n: editions })}</small>
        )}
      </td>
    </tr>
  )
}

function MakeableRows({ items, view }: { items: readonly Made[]; view: PapersView }) {
  const t = useWords()
  const { compare } = useFormat()
  const [issuing, setIssuing] = useState<Made | null>(null)
  const { sorted, sorting } = useSorted<Made, Column>(items, {
    keyOf,
    compare,
    first: { column: 'paper', isDown: false },
  })
  return (
    <>
      <Scroll label={t('papers.make.title')}>
        <table className="table papers-table">
          <thead>
            <tr>
              <SortHeads
                columns={columns}
                sorting={sorting}
                nameOf={(column) => t(`papers.make.${column}`)}
              />
              <th scope="col">{t('papers.make.files')}</th>
              <th scope="col">{t('papers.make.act')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((paper) => (
              <Line
                key={`${paper.kind} ${JSON.stringify(paper.about)}`}
                paper={paper}
                view={view}
                onIssue={() => setIssuing(paper)}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      {issuing === null ? null : (
        <IssueDialog view={view} paper={issuing} name={issuing.name} onClose={() => setIssuing(null)} />
      )}
    </>
  )
}

/** The papers that can be made now, found without diacritics, each with its downloads and, for the chair, its issue. */
export function MakeableTable({ view }: { view: PapersView }) {
  const t = useWords()
  const [sought, setSought] = useState('')
  const all = view.makeable.map((paper): Made => {
    const kind = t(`papers.kind.${paper.kind}`)
    return { ...paper, name: paper.aboutTitle === null ? kind : `${kind}, ${paper.aboutTitle}` }
  })
  const found = all.filter(({ name }) => matches(name, sought))
  if (all.length === 0) return <Empty>{t('papers.make.none')}</Empty>
  return (
    <>
      <div className="filters">
        <Field
          label={t('papers.make.find')}
          hint={t('papers.make.found', { n: found.length, of: all.length })}
        >
          {(input) => (
            <input
              {...input}
              type="search"
              value={sought}
              onChange={({ target }) => setSought(target.value)}
            />
          )}
        </Field>
      </div>
      {found.length === 0 ? (
        <Empty>{t('papers.make.noneFound')}</Empty>
      ) : (
        <MakeableRows items={found} view={view} />
      )}
    </>
  )
}

import { DraftStatus, type DraftSummary } from '@bangvang/contract/drafts'
import { useState } from 'react'
import { matches, useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { SortHeads, type SortValue, useSorted } from '../../ui/sorted.tsx'
import { DraftCells } from './draft-cells.tsx'

const columns = ['draft', 'cluster', 'status', 'deadline', 'comments', 'waiting', 'unseen'] as const
type Column = (typeof columns)[number]
type Status = DraftSummary['status']

const NEVER = Number.MAX_SAFE_INTEGER

function keyOf(draft: DraftSummary, column: Column): SortValue {
  const { unseen } = draft
  const keys: Record<Column, () => SortValue> = {
    draft: () => draft.title,
    cluster: () => draft.clusterName.vi,
    status: () => DraftStatus.options.indexOf(draft.status),
    deadline: () => draft.deadline?.getTime() ?? NEVER,
    comments: () => draft.comments.all,
    waiting: () => draft.waitingFor.length,
    unseen: () => (unseen === null ? NEVER : unseen.changes + unseen.comments),
  }
  return keys[column]()
}

function Filters(props: {
  sought: string
  status: Status | ''
  onSought: (sought: string) => void
  onStatus: (status: Status | '') => void
}) {
  const t = useWords()
  return (
    <div className="filters">
      <Field label={t('draft-work.list.find')}>
        {(input) => (
          <input
            {...input}
            type="search"
            value={props.sought}
            onChange={({ target }) => props.onSought(target.value)}
          />
        )}
      </Field>
      <Field label={t('draft-work.list.status')}>
        {(input) => (
          <select
            {...input}
            value={props.status}
            onChange={({ target }) => props.onStatus(target.value as Status | '')}
          >
            <option value="">{t('draft-work.list.all')}</option>
            {DraftStatus.options.map((one) => (
              <option key={one} value={one}>
                {t(`draft-work.status.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}

type Props = {
  label: string
  drafts: readonly DraftSummary[]
  /** Of several clusters: the cluster is told, and the nearest deadline stands first. */
  isAcross?: boolean
}

/** Drafts with where they stand: sorted by any column, found by name, narrowed by status. */
export function DraftsTable({ label, drafts, isAcross = false }: Props) {
  const t = useWords()
  const format = useFormat()
  const [sought, setSought] = useState('')
  const [status, setStatus] = useState<Status | ''>('')
  const found = drafts.filter(
    (draft) => matches(draft.title, sought) && (status === '' || draft.status === status),
  )
  const { sorted, sorting } = useSorted<DraftSummary, Column>(found, {
    keyOf,
    compare: format.compare,
    first: { column: isAcross ? 'deadline' : 'status', isDown: false },
  })
  const shown = columns.filter((column) => isAcross || column !== 'cluster')
  return (
    <>
      {drafts.length > 3 ? (
        <Filters sought={sought} status={status} onSought={setSought} onStatus={setStatus} />
      ) : null}
      <Scroll label={label}>
        <table className="table drafts-table">
          <thead>
            <tr>
              <SortHeads
                columns={shown}
                sorting={sorting}
                nameOf={(column) => t(`draft-work.list.${column}`)}
              />
            </tr>
          </thead>
          <tbody>
            {sorted.map((draft) => (
              <tr key={draft.id}>
                <DraftCells draft={draft} isAcross={isAcross} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {found.length === 0 ? <p role="status">{t('draft-work.list.noneFound')}</p> : null}
    </>
  )
}

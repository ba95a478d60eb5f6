import { drafts } from '@bangvang/contract/drafts'
import { seasons } from '@bangvang/contract/seasons'
import { useSuspenseQueries } from '@tanstack/react-query'
import { Redirect, useSearchParams } from 'wouter'
import { read } from '../../lib/api.ts'
import type { View } from './bar-acts.tsx'
import { CompareView } from './compare-view.tsx'
import { addressOf } from './draft-cells.tsx'
import { DraftDesk } from './draft-desk.tsx'
import { TableView } from './table-view.tsx'

/** A draft with what is said of it: read, edited, compared with its versions, or its comments as a table. */
export function DraftPage({ draftId, seasonId }: { draftId: string; seasonId: string }) {
  const [search, setSearch] = useSearchParams()
  const params = { draftId }
  const [{ data: draft }, { data: said }, { data: season }] = useSuspenseQueries({
    queries: [
      read(drafts.show, { params }),
      read(drafts.listComments, { params }),
      read(seasons.show, { params: { seasonId } }),
    ],
  })
  const onView = (view: View | null) => setSearch(view === null ? {} : { view })
  const view = search.get('view')
  if (draft.kind === 'ranking') return <Redirect to={addressOf(draft)} replace />
  if (view === 'compare') return <CompareView draft={draft} onClose={() => onView(null)} />
  if (view === 'table')
    return <TableView draft={draft} comments={said.items} units={season.units} onClose={() => onView(null)} />
  return (
    <DraftDesk
      draft={draft}
      said={said}
      season={season}
      isEditing={search.has('edit') && draft.may.edit}
      onEdit={(isEditing) => setSearch(isEditing ? { edit: '' } : {}, { replace: true })}
      onView={onView}
    />
  )
}

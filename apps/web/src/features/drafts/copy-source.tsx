import { drafts } from '@bangvang/contract/drafts'
import type { SeasonView } from '@bangvang/contract/seasons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../../lib/actor.tsx'
import { call, read } from '../../lib/api.ts'
import { noteRefusal } from '../../lib/session-lost.ts'
import { useWords } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { copied, type NewNodes, type TextDraftKind } from './new-nodes.ts'

type Props = {
  season: SeasonView
  kind: TextDraftKind
  isMissing: boolean
  onNodes: (nodes: NewNodes | null) => void
}

/** Which earlier draft of the same kind a new one copies, of this season or another the mandate may look into. */
export function CopySource({ season, kind, isMissing, onNodes }: Props) {
  const t = useWords()
  const { seasons } = useSession()
  const [seasonId, setSeasonId] = useState<string>(season.id)
  const { data, error } = useQuery(read(drafts.list, { params: { seasonId } }))
  const take = useMutation({
    mutationFn: (draftId: string) => call(drafts.show, { params: { draftId } }),
    onSuccess: ({ nodes }) => onNodes(copied(nodes)),
    onError: noteRefusal,
  })
  const found = data?.items.filter((draft) => draft.kind === kind)
  return (
    <>
      <Field label={t('draft-acts.create.season')}>
        {(input) => (
          <select
            {...input}
            value={seasonId}
            onChange={({ target }) => {
              setSeasonId(target.value)
              onNodes(null)
            }}
          >
            {seasons.map(({ id, year }) => (
              <option key={id} value={id}>
                {year} ({id})
              </option>
            ))}
          </select>
        )}
      </Field>
      <Refusal error={error ?? take.error} />
      {data === undefined && error === null ? <Loading rows={1} /> : null}
      {found?.length === 0 ? <p>{t('draft-acts.create.noSource')}</p> : null}
      {found === undefined || found.length === 0 ? null : (
        <Field
          label={t('draft-acts.create.source')}
          error={isMissing ? t('draft-acts.create.neededSource') : null}
        >
          {(input) => (
            <select
              {...input}
              key={seasonId}
              defaultValue=""
              onChange={({ target }) => (target.value === '' ? onNodes(null) : take.mutate(target.value))}
            >
              <option value="">{t('draft-acts.create.choose')}</option>
              {found.map(({ id, title, year }) => (
                <option key={id} value={id}>
                  {title} ({year})
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  )
}

import type { DraftSummary } from '@bangvang/contract/drafts'
import { Link } from 'wouter'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Deadline, StatusTag } from './draft-state.tsx'
import { Tally } from './tally.tsx'

/** The page of a draft; a ranking's comments stand with the ranking. */
export function addressOf({ id, seasonId, kind }: Pick<DraftSummary, 'id' | 'seasonId' | 'kind'>): string {
  return kind === 'ranking' ? `/seasons/${seasonId}/ranking#comments` : `/seasons/${seasonId}/drafts/${id}`
}

function Waiting({ draft }: { draft: DraftSummary }) {
  const t = useWords()
  const { waitingFor, status } = draft
  if (status === 'draft') return null
  if (waitingFor.length === 0) return <span className="q">{t('draft-work.list.noneWaiting')}</span>
  return (
    <details>
      <summary>{t('draft-work.list.waitingCount', { n: waitingFor.length })}</summary>
      <ul>
        {waitingFor.map(({ name, unitName }) => (
          <li key={`${name} ${unitName}`}>{unitName === null ? name : `${unitName} (${name})`}</li>
        ))}
      </ul>
    </details>
  )
}

function Unseen({ unseen }: { unseen: DraftSummary['unseen'] }) {
  const t = useWords()
  if (unseen === null) return <>{t('draft-work.list.neverSeen')}</>
  if (unseen.changes + unseen.comments === 0)
    return <span className="q">{t('draft-work.list.nothingNew')}</span>
  const told = [
    unseen.changes === 0 ? '' : t('draft-work.list.changes', { n: unseen.changes }),
    unseen.comments === 0 ? '' : t('draft-work.list.newComments', { n: unseen.comments }),
  ]
  return <>{told.filter(Boolean).join('; ')}</>
}

/** One draft as a row: what it is, where it stands, until when, what was said, whom it waits for, what is new. */
export function DraftCells({ draft, isAcross }: { draft: DraftSummary; isAcross: boolean }) {
  const t = useWords()
  const format = useFormat()
  const { title, kind, year, asked, comments, unseen, updatedAt } = draft
  return (
    <>
      <th scope="row" className="draft-name">
        <Link href={addressOf(draft)}>{title}</Link>
        <small>
          {t('draft-work.list.forYear', { kind: t(`draft-work.kind.${kind}`), year })}
          {'. '}
          {t('draft-work.list.edited', { at: format.dateTime(updatedAt) })}
        </small>
      </th>
      {isAcross ? <td data-l={t('draft-work.list.cluster')}>{format.text(draft.clusterName)}</td> : null}
      <td data-l={t('draft-work.list.status')}>
        <StatusTag status={draft.status} />
        {asked === 'notAsked' ? null : (
          <small className={asked === 'waiting' ? 'warn' : 'q'}>{t(`draft-work.asked.${asked}`)}</small>
        )}
      </td>
      <td data-l={t('draft-work.list.deadline')} className="nw">
        <Deadline draft={draft} />
      </td>
      <td data-l={t('draft-work.list.comments')}>
        {comments.all === 0 ? (
          <span className="q">{t('draft-work.list.noComments')}</span>
        ) : (
          <Tally comments={comments} />
        )}
      </td>
      <td data-l={t('draft-work.list.waiting')}>
        <Waiting draft={draft} />
      </td>
      <td data-l={t('draft-work.list.unseen')}>
        <Unseen unseen={unseen} />
      </td>
    </>
  )
}

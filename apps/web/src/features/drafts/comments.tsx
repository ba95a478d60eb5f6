import { drafts } from '@bangvang/contract/drafts'
import { seasons } from '@bangvang/contract/seasons'
import { hasReached } from '@bangvang/core/seasons/season'
import { useSuspenseQueries } from '@tanstack/react-query'
import { read } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'
import { CommentForm } from './comment-form.tsx'
import { CommentThread } from './comment-thread.tsx'
import './drafts.css'

type Props = {
  seasonId: string
  units: readonly { id: string; name: string }[]
  /** The unit whose row's comments are shown, null for all. */
  about: string | null
  onAbout: (unitId: string | null) => void
}

/** The comments on a season's ranking with their answers, and the forms to write either (domain.md "Comments on drafts"). */
export function Comments({ seasonId, units, about, onAbout }: Props) {
  const t = useWords()
  const params = { seasonId }
  const [{ data }, { data: season }] = useSuspenseQueries({
    queries: [read(drafts.comments, { params }), read(seasons.show, { params })],
  })
  const nameOf = (unitId: string) => units.find(({ id }) => id === unitId)?.name ?? unitId
  const open = data.items.filter(({ answer }) => answer === null).length
  const shown = about === null ? data.items : data.items.filter(({ anchor }) => anchor.nodeId === about)
  const commented = units.filter(
    ({ id }) => id === about || data.items.some(({ anchor }) => anchor.nodeId === id),
  )
  const isFinal = hasReached(season.phase, 'finalized')
  return (
    <section id="comments" className="comments">
      <header className="comments-h">
        <h2 tabIndex={-1}>{t(isFinal ? 'drafts.titleFinal' : 'drafts.title')}</h2>
        <p className="q">
          {data.items.length === 0
            ? t('drafts.none')
            : t(open > 0 ? 'drafts.counted' : 'drafts.allAnswered', { n: data.items.length, open })}
        </p>
      </header>
      {commented.length === 0 ? null : (
        <Field label={t('drafts.show')} className="comments-filter">
          {(input) => (
            <select
              {...input}
              value={about ?? ''}
              onChange={({ target }) => onAbout(target.value === '' ? null : target.value)}
            >
              <option value="">{t('drafts.everything')}</option>
              {commented.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {about !== null && shown.length === 0 ? <p>{t('drafts.noneAbout', { about: nameOf(about) })}</p> : null}
      <ol className="comment-list">
        {shown.map((comment) => (
          <CommentThread
            key={comment.id}
            comment={comment}
            about={comment.anchor.nodeId === null ? t('drafts.wholeInside') : nameOf(comment.anchor.nodeId)}
            unitName={comment.byUnitId === null ? null : nameOf(comment.byUnitId)}
            mayAnswer={data.mayAnswer}
          />
        ))}
      </ol>
      {data.mayComment ? <CommentForm key={about} seasonId={seasonId} units={units} about={about} /> : null}
    </section>
  )
}

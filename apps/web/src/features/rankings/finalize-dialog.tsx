import { assessments } from '@bangvang/contract/assessments'
import { ApiProblem } from '@bangvang/contract/client'
import { type RankingView, rankings } from '@bangvang/contract/rankings'
import { isUnsettled } from '@bangvang/core/rankings/policy'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { useNow } from '../../lib/actor.tsx'
import { read, useWrite } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Refusal } from '../../ui/refusal.tsx'

type Props = {
  view: RankingView
  comments: { all: number; open: number }
  onClose: () => void
  onFinalized: () => void
  onComments: () => void
}

function Obstacle({ children, link }: { children: ReactNode; link?: ReactNode }) {
  return (
    <li className="notice">
      {children} {link}
    </li>
  )
}

function useUnsettled(seasonId: string): string[] {
  const now = useNow()
  const { data } = useSuspenseQuery(read(assessments.list, { params: { seasonId } }))
  return data.items.filter((assessment) => isUnsettled(assessment, now)).map(({ unitName }) => unitName)
}

/** What still prevents the act, each with the way to it; the server asks the same again. */
function Obstacles({ view, comments, onComments, unsettled }: Props & { unsettled: string[] }) {
  const t = useWords()
  const isEarly = view.phase !== 'deliberation'
  const tied = view.rows.filter(({ tiedWith }) => tiedWith.length > 0).map(({ unitName }) => unitName)
  const isClear = !isEarly && comments.open === 0 && unsettled.length === 0
  return (
    <section aria-label={t('ranking-work.finalize.blocked')}>
      {isClear ? <p className="ok">{t('ranking-work.finalize.clear')}</p> : null}
      <ul className="obstacles">
        {isEarly ? <Obstacle>{t('ranking-work.finalize.phase')}</Obstacle> : null}
        {comments.open === 0 ? null : (
          <Obstacle
            link={
              <button type="button" className="link" onClick={onComments}>
                {t('ranking-work.finalize.toComments')}
              </button>
            }
          >
            {t('ranking-work.finalize.unanswered', { n: comments.open })}
          </Obstacle>
        )}
        {unsettled.length === 0 ? null : (
          <Obstacle
            link={
              <Link href={`/seasons/${view.seasonId}/assessments`}>
                {t('ranking-work.finalize.toAssessments')}
              </Link>
            }
          >
            {t('ranking-work.finalize.unsettled', { units: unsettled.join(', ') })}
          </Obstacle>
        )}
      </ul>
      {tied.length === 0 ? null : <p>{t('ranking-work.finalize.ties', { units: tied.join(', ') })}</p>}
    </section>
  )
}

const frozen = ['criteria', 'layers', 'results', 'comments', 'hash'] as const

function Act(props: Props) {
  const { view, comments, onClose } = props
  const t = useWords()
  const cache = useQueryClient()
  // What is frozen is what was shown when the dialog opened.
  const [revision] = useState(view.revision)
  const unsettled = useUnsettled(view.seasonId)
  const finalize = useWrite(rankings.finalize, ['tasks', 'public', 'session'])
  const isChanged =
    view.revision !== revision ||
    (finalize.error instanceof ApiProblem && finalize.error.code === 'ranking-changed')
  const isBlocked = view.phase !== 'deliberation' || comments.open > 0 || unsettled.length > 0
  return (
    <>
      <Obstacles {...props} unsettled={unsettled} />
      {isChanged ? (
        <p className="notice" role="alert">
          {t('ranking-work.finalize.changed')}
        </p>
      ) : (
        <Refusal error={finalize.error} />
      )}
      <div className="acts">
        {isBlocked || isChanged ? null : (
          <Button
            kind="main"
            isBusy={finalize.isPending}
            onClick={() =>
              finalize.mutate(
                { params: { seasonId: view.seasonId }, body: { revision } },
                {
                  onSuccess: props.onFinalized,
                  onError: () => void cache.invalidateQueries({ queryKey: ['seasons'] }),
                },
              )
            }
          >
            {t('ranking-work.finalize.act', { year: view.year })}
          </Button>
        )}
        <Button onClick={onClose}>{t(isChanged ? 'ranking-work.finalize.review' : 'shell.cancel')}</Button>
      </div>
    </>
  )
}

/** The chair's one act: what it freezes, what still prevents it, and the act on the revision seen. */
export function FinalizeDialog(props: Props) {
  const t = useWords()
  const { view, comments, onClose } = props
  return (
    <Dialog title={t('ranking-work.finalize.title', { year: view.year })} onClose={onClose}>
      <p>{t('ranking-work.finalize.about')}</p>
      <ul className="frozen">
        {frozen.map((what) => (
          <li key={what}>
            {t(`ranking-work.finalize.frozen.${what}`, {
              n: what === 'comments' ? comments.all : view.rows.length,
            })}
          </li>
        ))}
      </ul>
      <Suspense fallback={<Loading rows={2} label={t('shell.loading')} />}>
        <Act {...props} />
      </Suspense>
    </Dialog>
  )
}

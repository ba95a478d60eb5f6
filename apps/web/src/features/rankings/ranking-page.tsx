import { addressOf } from '@bangvang/contract/client'
import { drafts } from '@bangvang/contract/drafts'
import { type RankingView, rankings } from '@bangvang/contract/rankings'
import { type CriteriaVersionView, type SeasonView, seasons } from '@bangvang/contract/seasons'
import { compileCriteria } from '@bangvang/core/assessments/score'
import { maySeeRanking } from '@bangvang/core/seasons/policy'
import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useActor } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Heading } from '../../ui/heading.tsx'
import { RankingSide } from './ranking-side.tsx'
import type { RollActs } from './roll.tsx'
import type { Standing } from './standing.ts'
import { Stele } from './stele.tsx'
import { applyTrial, made, rowsOf, submissionsOf, type TrialChange, withChange } from './trial.ts'
import { TrialBanner } from './trial-banner.tsx'

/** The comments on the ranking, which another room draws: about one row, or all (null). */
export type CommentsSlot = (about: {
  seasonId: string
  units: readonly { id: string; name: string }[]
  about: string | null
  onAbout: (unitId: string | null) => void
}) => ReactNode

type Loaded = { season: SeasonView; version: CriteriaVersionView; view: RankingView }

function standingFrom({ season, version, view }: Loaded): Standing {
  const { document } = version
  return {
    clusterName: view.clusterName,
    year: view.year,
    rows: view.rows,
    final: view.final,
    sections: document.sections,
    grades: document.grades ?? [],
    gates: document.gates ?? [],
    maxPoints: document.maxPoints,
    isSample: season.isSample,
  }
}

/** The ranking as it stands, and as a trial would have it, both made here from the submissions where they are shown. */
function useMade({ version, view }: Loaded, trial: readonly TrialChange[]) {
  const submissions = submissionsOf(view)
  const compiled = useMemo(() => compileCriteria(version.document), [version])
  const present = useMemo(
    () => (submissions === null ? null : made(compiled, submissions)),
    [compiled, submissions],
  )
  const tried = useMemo(
    () =>
      present === null || trial.length === 0
        ? present
        : made(compiled, applyTrial(present.submissions, trial)),
    [compiled, present, trial],
  )
  return { present, tried }
}

/** The unit looked at, kept in the address; at first one's own. */
function useSelected(): [string | null, (unitId: string) => void] {
  const [path, navigate] = useLocation()
  const search = useSearch()
  const actor = useActor()
  const selected = new URLSearchParams(search).get('unit') ?? actor?.mandate?.unitId ?? null
  return [selected, (unitId) => navigate(`${path}?unit=${encodeURIComponent(unitId)}`, { replace: true })]
}

function useComments(seasonId: string) {
  const { data } = useSuspenseQuery(read(drafts.comments, { params: { seasonId } }))
  const count = (items: typeof data.items) => ({
    all: items.length,
    open: items.filter(({ answer }) => answer === null).length,
  })
  return {
    all: count(data.items),
    on: (unitId: string) => count(data.items.filter(({ anchor }) => anchor.nodeId === unitId)),
  }
}

/** Once the dialog or the row that leads there has given the focus back. */
function showComments(): void {
  requestAnimationFrame(() => {
    const target = document.querySelector<HTMLElement>('#comments h2')
    target?.scrollIntoView({ block: 'start' })
    target?.focus({ preventScroll: true })
  })
}

function Ranking({ loaded, comments: commentsSlot }: { loaded: Loaded; comments: CommentsSlot }) {
  const { season, view } = loaded
  const [trial, setTrial] = useState<TrialChange[]>([])
  const [selected, select] = useSelected()
  const [about, setAbout] = useState<string | null>(null)
  const comments = useComments(season.id)
  const { present, tried } = useMade(loaded, trial)
  const real = standingFrom(loaded)
  const isTrial = trial.length > 0 && tried !== null
  const standing = isTrial ? { ...real, rows: rowsOf(tried, real.rows) } : real
  const toComments = (unitId: string | null) => {
    setAbout(unitId)
    showComments()
  }
  const acts: RollActs = {
    selected,
    onSelect: select,
    commentsOn: comments.on,
    onComments: toComments,
    before: isTrial ? (unitId) => real.rows.find((row) => row.unitId === unitId) : null,
  }
  const tryIt = (change: TrialChange) => setTrial((changes) => withChange(changes, change))
  return (
    <div className="honour">
      <div className="honour-main">
        {isTrial && present !== null ? (
          <TrialBanner trial={trial} present={present} tried={tried} real={real} onChange={setTrial} />
        ) : null}
        <Stele standing={standing} isTrial={isTrial} acts={acts} />
      </div>
      <RankingSide
        view={view}
        standing={standing}
        made={tried}
        selected={selected}
        comments={comments.all}
        onTry={tryIt}
        onComments={() => toComments(null)}
        bundleAddress={addressOf(rankings.bundle, { params: { seasonId: season.id } })}
      />
      {commentsSlot({ seasonId: season.id, units: season.units, about, onAbout: setAbout })}
    </div>
  )
}

function NotYet({ season }: { season: SeasonView }) {
  const t = useWords()
  const facts = { year: season.year, phase: t(`shell.phase.${season.phase}`) }
  return (
    <div className="reading">
      <Heading title={t('ranking-work.notYet.title')} />
      <p>{t('ranking-work.notYet.body', facts)}</p>
    </div>
  )
}

function Read({ season, comments }: { season: SeasonView; comments: CommentsSlot }) {
  const params = { seasonId: season.id }
  const [{ data: version }, { data: view }] = useSuspenseQueries({
    queries: [
      { ...read(seasons.criteria, { params }), staleTime: Number.POSITIVE_INFINITY },
      read(rankings.show, { params }),
    ],
  })
  return <Ranking loaded={{ season, version, view }} comments={comments} />
}

/** The ranking: a draft live from the latest layers, or frozen; why a unit stands there, what-if, comments (screens.md 5). */
export function RankingPage({ seasonId, comments }: { seasonId: string; comments: CommentsSlot }) {
  const actor = useActor()
  const { data: season } = useSuspenseQuery(read(seasons.show, { params: { seasonId } }))
  if (!maySeeRanking(actor, season)) return <NotYet season={season} />
  return <Read season={season} comments={comments} />
}

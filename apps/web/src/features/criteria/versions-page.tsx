import { criteria, type VersionSummary } from '@bangvang/contract/criteria'
import { type SeasonView, seasons } from '@bangvang/contract/seasons'
import { actsInSeason, mayRunSeason } from '@bangvang/core/seasons/policy'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Check, History } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useActor } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { Tag } from '../../ui/tag.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { VersionDownloads } from './downloads.tsx'
import { NewDraftDialog } from './new-draft-dialog.tsx'
import { TakeDialog } from './take-dialog.tsx'

function Status({ version }: { version: VersionSummary }) {
  const t = useWords()
  return version.status === 'adopted' ? (
    <Tag icon={Check} tone="ok">
      {t('criteria.versions.adopted')}
    </Tag>
  ) : (
    <Tag icon={History} tone="q">
      {t('criteria.versions.superseded')}
    </Tag>
  )
}

type RowProps = { version: VersionSummary; before: VersionSummary | undefined; seasonId: string }

function VersionRow({ version, before, seasonId }: RowProps) {
  const t = useWords()
  const format = useFormat()
  const { year, number, legalBasis, maxPoints, adoptedOn, criteria: count, seasons: users } = version
  const compare = `/seasons/${seasonId}/criteria/compare?from=version:${before?.id}&to=version:${version.id}`
  return (
    <tr>
      <th scope="row" className="nw">
        {t('criteria.versions.name', { year, number })}
      </th>
      <td>
        <Status version={version} />
      </td>
      <td className="nw">{format.day(adoptedOn)}</td>
      <td className="basis">
        {legalBasis}
        <br />
        <small className="hash q">{version.sha256}</small>
      </td>
      <td className="r">{format.points(maxPoints)}</td>
      <td className="r">{count}</td>
      <td>{users.map((one) => one.year).join(', ')}</td>
      <td>
        <div className="file-links">
          <VersionDownloads version={version} />
          {before === undefined ? null : <Link href={compare}>{t('criteria.versions.compareWith')}</Link>}
        </div>
      </td>
    </tr>
  )
}

function VersionsTable({ versions, seasonId }: { versions: readonly VersionSummary[]; seasonId: string }) {
  const t = useWords()
  return (
    <Scroll label={t('criteria.versions.title')}>
      <table className="table versions-table">
        <thead>
          <tr>
            <th scope="col">{t('criteria.versions.number')}</th>
            <th scope="col">{t('criteria.versions.status')}</th>
            <th scope="col">{t('criteria.versions.adoptedOn')}</th>
            <th scope="col">{t('criteria.versions.basis')}</th>
            <th scope="col" className="r">
              {t('criteria.versions.max')}
            </th>
            <th scope="col" className="r">
              {t('criteria.versions.criteria')}
            </th>
            <th scope="col">{t('criteria.versions.usedBy')}</th>
            <th scope="col">{t('criteria.versions.files')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version, place) => (
            <VersionRow key={version.id} version={version} before={versions[place + 1]} seasonId={seasonId} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** The version that would take the place of the season's: the adopted one of its year, where it is another and newer. */
export function nextVersion(season: SeasonView, versions: readonly VersionSummary[]): VersionSummary | null {
  const adopted = versions.find(({ year, status }) => year === season.year && status === 'adopted')
  if (adopted === undefined || adopted.id === season.criteriaVersion?.id) return null
  if (season.phase === 'preparing') return adopted
  const isNewer = adopted.number > (season.criteriaVersion?.number ?? 0)
  return season.phase === 'open' && isNewer ? adopted : null
}

type DialogName = 'create' | 'take' | 'correct'

function Acts({ season, next, onOpen }: ActsProps) {
  const t = useWords()
  const actor = useActor()
  const words = { year: season.year, number: next?.number ?? 0 }
  const act: ReactNode =
    next === null || !mayRunSeason(actor, season) ? null : season.phase === 'preparing' ? (
      <Button kind="main" onClick={() => onOpen('take')}>
        {t('criteria.versions.take', words)}
      </Button>
    ) : (
      <Button kind="main" onClick={() => onOpen('correct')}>
        {t('criteria.versions.correct', words)}
      </Button>
    )
  return (
    <div className="acts">
      {act}
      {actsInSeason(actor, season.id, 'chair', 'secretary') ? (
        <Button kind={act === null ? 'main' : 'plain'} onClick={() => onOpen('create')}>
          {t('criteria.versions.create')}
        </Button>
      ) : null}
      <Link className="btn" href={`/seasons/${season.id}/criteria/compare`}>
        {t('criteria.versions.compare')}
      </Link>
      <Link className="btn quiet" href={`/seasons/${season.id}/criteria/corrections`}>
        {t('criteria.versions.corrections')}
      </Link>
    </div>
  )
}
type ActsProps = { season: SeasonView; next: VersionSummary | null; onOpen: (name: DialogName) => void }

/** The adopted versions of the season's cluster, and what is done with them (issue 3, points 1 and 2). */
export function VersionsPage({ seasonId }: { seasonId: string }) {
  const t = useWords()
  const format = useFormat()
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const { data: season } = useSuspenseQuery(read(seasons.show, { params: { seasonId } }))
  const { data } = useSuspenseQuery(read(criteria.versions, { params: { clusterId: season.clusterId } }))
  const next = nextVersion(season, data.items)
  const close = () => setDialog(null)
  return (
    <div className="reading wide criteria-versions">
      <p className="kicker">{format.text(season.clusterName)}</p>
      <Heading title={t('criteria.versions.title')} />
      <p>{t('criteria.versions.lead')}</p>
      <section>
        <Acts season={season} next={next} onOpen={setDialog} />
        {data.items.length === 0 ? (
          <Empty>{t('criteria.versions.none')}</Empty>
        ) : (
          <VersionsTable versions={data.items} seasonId={seasonId} />
        )}
      </section>
      {dialog === 'create' ? <NewDraftDialog season={season} versions={data.items} onClose={close} /> : null}
      {dialog === 'take' && next !== null ? (
        <TakeDialog season={season} version={next} onClose={close} />
      ) : null}
      {dialog === 'correct' && next !== null ? (
        <CorrectDialog season={season} version={next} onClose={close} />
      ) : null}
    </div>
  )
}

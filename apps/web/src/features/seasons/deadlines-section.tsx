import type { SeasonView } from '@bangvang/contract/seasons'
import { deadlineFor } from '@bangvang/core/seasons/season'
import { useState } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { DeadlineDialog } from './deadline-dialog.tsx'

type Deadline = SeasonView['deadlines'][number]

function DeadlineRow({ season, deadline }: { season: SeasonView; deadline: Deadline }) {
  const t = useWords()
  const format = useFormat()
  const { kind, unitId, at, reason, byName, createdAt } = deadline
  const latest = season.deadlines.findLast((one) => one.kind === kind && one.unitId === unitId)
  const holds = latest === deadline && deadlineFor(season.deadlines, kind, unitId)?.getTime() === at.getTime()
  const unit = season.units.find(({ id }) => id === unitId)?.name ?? unitId ?? t('seasons.deadlines.forAll')
  return (
    <tr>
      <td className="what">{t(`seasons.deadlines.kind.${kind}`)}</td>
      <td>{unit}</td>
      <td className="nw">
        {format.dateTime(at)}
        <br />
        <span className={holds ? 'sm ok' : 'sm q'}>
          {holds ? t('seasons.deadlines.holds') : t('seasons.deadlines.replaced')}
        </span>
      </td>
      <td className="reason">{reason}</td>
      <td>
        {byName}
        <br />
        <span className="sm q">{format.dateTime(createdAt)}</span>
      </td>
    </tr>
  )
}

/** Every deadline ever set, newest first, with its reason; the chair sets and moves them. */
export function DeadlinesSection({ season, runs }: { season: SeasonView; runs: boolean }) {
  const t = useWords()
  const [isSetting, setSetting] = useState(false)
  const isOver = season.phase === 'finalized' || season.phase === 'archived'
  const columns = ['what', 'who', 'at', 'reason', 'by'] as const
  return (
    <section>
      <h2>{t('seasons.deadlines.title')}</h2>
      {season.deadlines.length === 0 ? (
        <Empty>{t('seasons.deadlines.none')}</Empty>
      ) : (
        <Scroll label={t('seasons.deadlines.title')}>
          <table className="table deadline-table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`seasons.deadlines.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...season.deadlines].reverse().map((deadline) => (
                <DeadlineRow
                  key={`${deadline.kind} ${deadline.unitId} ${deadline.createdAt.toISOString()}`}
                  season={season}
                  deadline={deadline}
                />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <p className="q">{t('seasons.deadlines.late')}</p>
      {runs && !isOver ? (
        <Button onClick={() => setSetting(true)}>{t('seasons.deadlines.set')}</Button>
      ) : null}
      {isSetting ? <DeadlineDialog season={season} onClose={() => setSetting(false)} /> : null}
    </section>
  )
}

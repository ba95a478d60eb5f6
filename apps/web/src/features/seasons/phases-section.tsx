import { type SeasonView, seasons } from '@bangvang/contract/seasons'
import { hasReached, type Phase, phases } from '@bangvang/core/seasons/season'
import { useState } from 'react'
import { Link } from 'wouter'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'

type MoveProps = { season: SeasonView; to: Phase; onClose: () => void }

function MoveDialog({ season, to, onClose }: MoveProps) {
  const t = useWords()
  const phase = t(`shell.phase.${to}`)
  const move = useWrite(seasons.movePhase, ['session', 'tasks', 'assessments'])
  const act = () => move.mutate({ params: { seasonId: season.id }, body: { to } }, { onSuccess: onClose })
  return (
    <Dialog title={t('seasons.move.title', { phase, year: season.year })} onClose={onClose}>
      <p>{t(`seasons.move.${to}`)}</p>
      <p className="notice">{t('seasons.move.undo')}</p>
      <Refusal error={move.error} />
      <div className="acts">
        <Button kind="main" isBusy={move.isPending} onClick={act}>
          {t('seasons.move.act', { phase })}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Dialog>
  )
}

function Move({ season }: { season: SeasonView }) {
  const t = useWords()
  const [isAsking, setAsking] = useState(false)
  const to = phases[phases.indexOf(season.phase) + 1]
  if (to === undefined) return null
  if (to === 'finalized')
    return (
      <p>
        {t('seasons.move.finalized')}{' '}
        <Link href={`/seasons/${season.id}/ranking`}>{t('seasons.move.toRanking')}</Link>
      </p>
    )
  if (to === 'open' && season.criteriaVersion === null) return <p>{t('seasons.move.needsCriteria')}</p>
  return (
    <>
      <Button kind="main" onClick={() => setAsking(true)}>
        {t('seasons.move.button', { phase: t(`shell.phase.${to}`) })}
      </Button>
      {isAsking ? <MoveDialog season={season} to={to} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

/** The season's phases with who opened them; the chair opens the next, after reading what happens then. */
export function PhasesSection({ season, runs }: { season: SeasonView; runs: boolean }) {
  const t = useWords()
  const format = useFormat()
  const about = (phase: Phase): string => {
    const opened = season.phases.findLast((one) => one.phase === phase)
    if (opened !== undefined)
      return t('seasons.phaseSince', { at: format.dateTime(opened.at), by: opened.byName })
    if (phase === season.phase) return t('seasons.phaseNow')
    return hasReached(season.phase, phase) ? t('seasons.phasePast') : t('seasons.phaseLater')
  }
  return (
    <section>
      <h2>{t('seasons.phases')}</h2>
      <table className="table phase-table">
        <tbody>
          {phases.map((phase) => (
            <tr
              key={phase}
              className={phase === season.phase ? 'now' : ''}
              aria-current={phase === season.phase ? 'step' : undefined}
            >
              <td>{t(`shell.phase.${phase}`)}</td>
              <td>{about(phase)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="q">{t('seasons.phasesBy')}</p>
      {runs ? <Move season={season} /> : null}
    </section>
  )
}

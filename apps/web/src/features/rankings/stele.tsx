import { FilePen, FlaskConical, Stamp } from 'lucide-react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Heading } from '../../ui/heading.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Roll, type RollActs } from './roll.tsx'
import { inFours, SealedFoot } from './seal.tsx'
import type { Standing } from './standing.ts'

function Crown() {
  return (
    <>
      <svg className="crown" viewBox="0 0 1000 88" preserveAspectRatio="none" aria-hidden="true">
        <path className="crown-ground" d="M0 88V70C250 70 330 4 500 4S750 70 1000 70V88Z" />
        <path className="crown-line" d="M0 88V70C250 70 330 4 500 4S750 70 1000 70V88" />
      </svg>
      <svg className="crown in" viewBox="0 0 1000 88" preserveAspectRatio="none" aria-hidden="true">
        <path className="crown-line thin" d="M0 88V76C252 76 332 11 500 11S748 76 1000 76V88" />
      </svg>
    </>
  )
}

function State({ standing, isTrial }: { standing: Standing; isTrial: boolean }) {
  const t = useWords()
  const format = useFormat()
  const { final, rows } = standing
  if (isTrial)
    return (
      <p className="draft-mark">
        <Icon of={FlaskConical} />
        {t('ranking-work.trial.mark')}
      </p>
    )
  if (final === null)
    return (
      <>
        <p className="sub">{t('rankings.draft.sub', { n: rows.length })}</p>
        <p className="draft-mark">
          <Icon of={FilePen} />
          <b>{t('rankings.draft.mark')}</b> {t('rankings.draft.closed')}
        </p>
      </>
    )
  return (
    <>
      <p className="sub">{t('rankings.final.sub', { n: rows.length })}</p>
      <p className="fin">
        <Icon of={Stamp} />
        {t('rankings.final.by', { unit: final.chairUnitName, date: format.date(final.finalizedAt) })}
        <span aria-hidden="true">·</span> {t('rankings.final.stamp')}{' '}
        <a href="#seal" className="mono">
          {inFours(final.sha256).slice(0, 4).join(' ')}
        </a>
      </p>
    </>
  )
}

type Props = { standing: Standing; isTrial?: boolean; acts?: RollActs | null }

/** The board of honour: the stele with the ranking on it; sealed where it is final, plainly a draft where it is not. */
export function Stele({ standing, isTrial = false, acts = null }: Props) {
  const t = useWords()
  const format = useFormat()
  const kind = isTrial ? 'trial' : standing.final === null ? 'draft' : 'final'
  return (
    <article className={`stele ${kind}`}>
      <Crown />
      <header className="stele-h">
        <p className="over">{format.text(standing.clusterName)}</p>
        <Heading title={t(`rankings.title.${kind}`, { year: standing.year })} />
        <State standing={standing} isTrial={isTrial} />
      </header>
      {standing.rows.length === 0 ? <p className="q">{t('rankings.hidden')}</p> : null}
      <Roll standing={standing} acts={acts} />
      {standing.final === null || isTrial ? null : (
        <SealedFoot final={standing.final} isSample={standing.isSample} />
      )}
    </article>
  )
}

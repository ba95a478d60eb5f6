import type { UnitResult } from '@bangvang/core/assessments/result'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { WifiOff } from 'lucide-react'
import { Link } from 'wouter'
import { useFormat } from '../../lib/format.ts'
import { useLocale } from '../../lib/locale.ts'
import { useWords } from '../../lib/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { printedNumber } from './grid-model.ts'
import type { SaverSnapshot } from './pending.ts'
import { answeredAmong } from './row-status.ts'
import type { SheetRow } from './use-sheet.ts'

/** What of the typing is where: saved, on its way, or kept on this device. */
function Net({ pending }: { pending: SaverSnapshot }) {
  const t = useWords()
  const format = useFormat()
  const n = pending.rows.size
  const states = [...pending.rows.values()].map(({ state }) => state)
  const isMoving = states.some((state) => state === 'typed' || state === 'saving')
  if (n === 0) return <p className="net">{t('assessments.totals.saved')}</p>
  return (
    <p className="net" role="status">
      {pending.offlineSince !== null && states.includes('offline') ? (
        <span>
          <Icon of={WifiOff} />{' '}
          {t('assessments.totals.offline', { time: format.time(pending.offlineSince), n })}
        </span>
      ) : (
        <span>{t(isMoving ? 'assessments.totals.saving' : 'assessments.totals.waiting', { n })}</span>
      )}
      {pending.isKept ? null : <span className="warn">{t('assessments.totals.notKept')}</span>}
    </p>
  )
}

const isZero = (decimal: string) => !/[1-9]/.test(decimal)

type Props = {
  document: CriteriaDocument
  rows: readonly SheetRow[]
  result: UnitResult
  pending: SaverSnapshot
  /** The submit page; null where this actor has nothing to do there. */
  submitHref: string | null
}

/** The totals as the core makes them of what is typed, section by section, and the way to submitting. */
export function TotalsBar({ document, rows, result, pending, submitHref }: Props) {
  const t = useWords()
  const format = useFormat()
  const locale = useLocale()
  const printed = (decimal: string) => printedNumber(decimal, locale)
  const capped = (cap: string | null | undefined) =>
    cap === null || cap === undefined ? null : (
      <small>{t('assessments.totals.cap', { most: printed(cap) })}</small>
    )
  return (
    <section className="tot" aria-label={t('assessments.totals.label')}>
      <dl className="sum">
        <div>
          <dt>{t('assessments.totals.sum', { n: answeredAmong(rows), all: rows.length })}</dt>
          <dd>{format.points(result.total)}</dd>
        </div>
      </dl>
      <dl>
        {document.sections
          .filter(({ role }) => role === 'scored')
          .map(({ code }) => (
            <div key={code}>
              <dt>{t('assessments.totals.section', { code })}</dt>
              <dd>
                {format.points(result.sections[code]?.points ?? '0')}{' '}
                <small>
                  {t('assessments.totals.most', { most: printed(result.sections[code]?.max ?? '0') })}
                </small>
              </dd>
            </div>
          ))}
        <div>
          <dt>{t('assessments.totals.bonus')}</dt>
          <dd>
            {isZero(result.bonus) ? '' : '+'}
            {format.points(result.bonus)} {capped(document.bonusCap)}
          </dd>
        </div>
        <div>
          <dt>{t('assessments.totals.penalty')}</dt>
          <dd>
            {isZero(result.penalty) ? '' : '−'}
            {format.points(result.penalty)} {capped(document.penaltyCap)}
          </dd>
        </div>
      </dl>
      {submitHref === null ? null : <Net pending={pending} />}
      {submitHref === null ? null : (
        <Link className="btn main" href={submitHref}>
          {t('assessments.grid.review')}
        </Link>
      )}
    </section>
  )
}

import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import type { Standing } from './standing.ts'

/** A hash in groups of four digits, as it is read out. */
export function inFours(hash: string): string[] {
  return hash.match(/.{1,4}/g) ?? []
}

/** The seal is the hash: its first sixteen digits in four rows (DESIGN.md "The seal"). */
export function Seal({ sha256 }: { sha256: string }) {
  const t = useWords()
  const rows = inFours(sha256).slice(0, 4)
  return (
    <span
      className="imprint"
      role="img"
      aria-label={t('rankings.final.sealName', { digits: rows.join(' ') })}
    >
      <span>
        <b>{t('rankings.final.done')}</b>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a hash's digits stay in their places
          <i key={index}>{row}</i>
        ))}
      </span>
    </span>
  )
}

/** The foot of a frozen ranking: what it was made from, the whole hash, the chair's name over the seal. */
export function SealedFoot({
  final,
  isSample,
}: {
  final: NonNullable<Standing['final']>
  isSample: boolean
}) {
  const t = useWords()
  const format = useFormat()
  return (
    <footer className="stele-f" id="seal">
      <div>
        <p>{t('rankings.final.made')}</p>
        <p className="mono">SHA-256 {inFours(final.sha256).join(' ')}</p>
        {isSample ? <p className="sample-note">{t('rankings.final.sample')}</p> : null}
      </div>
      <div className="sign">
        <b>{t('rankings.final.chair')}</b>
        <span className="sign-unit">{final.chairUnitName}</span>
        <Seal sha256={final.sha256} />
        <i>{t('rankings.final.signed', { date: format.date(final.finalizedAt) })}</i>
      </div>
    </footer>
  )
}

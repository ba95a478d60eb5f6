import type { BasisView } from '@bangvang/contract/laws'
import { Link } from 'wouter'
import { useFormat } from '../lib/format.ts'
import { useWords } from '../lib/words.ts'
import { LawFlags } from './law-flags.tsx'

/** Whether a law that is named as a basis must be looked at again. */
const isFlagged = ({ state, replacedBy }: BasisView): boolean => state !== 'inForce' || replacedBy.length > 0

/** The laws that something names as its basis, each flagged where it is replaced or not in force. Needs the words of `laws`. */
export function Basis({ basis }: { basis: readonly BasisView[] }) {
  const t = useWords()
  const format = useFormat()
  const flagged = basis.filter(isFlagged)
  if (basis.length === 0) return <p className="q">{t('laws.basis.none')}</p>
  return (
    <div className="basis">
      {flagged.length === 0 ? null : <p className="q">{t('laws.basis.warned', { n: flagged.length })}</p>}
      <ul className="plain-list">
        {basis.map((law) => (
          <li key={law.lawId}>
            <span>
              <Link href={`/laws/${law.lawId}`}>
                {t(`laws.kind.${law.kind}`)} {law.number}
              </Link>{' '}
              {format.text(law.title)}
            </span>
            {isFlagged(law) || law.isUncertain ? <LawFlags {...law} /> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

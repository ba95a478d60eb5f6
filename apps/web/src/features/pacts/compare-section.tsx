import type { PactView, RegistrationView } from '@bangvang/contract/pacts'
import type { PlacedCriterion } from '@bangvang/core/criteria/list'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Scroll } from '../../ui/scroll.tsx'
import { MovementList } from './movements.tsx'

type Props = { pact: PactView; placed: readonly PlacedCriterion[] }

/** A unit's target of a criterion, or null. */
function targetOf({ content }: RegistrationView, code: string): string | null {
  return content?.targets.find(({ criterionCode }) => criterionCode === code)?.target ?? null
}

function TargetCell({ target }: { target: string | null }) {
  const t = useWords()
  const format = useFormat()
  if (target !== null) return <td className="r">{format.points(target)}</td>
  return (
    <td className="r q">
      –<span className="vh"> {t('pacts.compare.none')}</span>
    </td>
  )
}

/** What the units registered, side by side: targets as a table, movements under each unit. */
export function CompareSection({ pact, placed }: Props) {
  const t = useWords()
  const format = useFormat()
  const shown = pact.registrations.filter(({ content }) => content !== null)
  return (
    <section>
      <h2>{t('pacts.compare.title')}</h2>
      <Scroll label={t('pacts.compare.title')} className="pact-compare">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('pacts.compare.criterion')}</th>
              {shown.map(({ unitId, unitName }) => (
                <th key={unitId} scope="col" className="r">
                  {unitName}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {placed.map(({ criterion }) => (
              <tr key={criterion.code}>
                <th scope="row">
                  <span className="q">{criterion.code}</span> {format.text(criterion.title)}{' '}
                  <small className="q">{criterion.unit ?? ''}</small>
                </th>
                {shown.map((registration) => (
                  <TargetCell key={registration.unitId} target={targetOf(registration, criterion.code)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <h3>{t('pacts.compare.movements')}</h3>
      {shown.map(({ unitId, unitName, content }) => (
        <details key={unitId} className="pact-movements">
          <summary>
            {unitName}{' '}
            <span className="q">{t('pacts.compare.count', { n: content?.movements.length ?? 0 })}</span>
          </summary>
          <MovementList movements={content?.movements ?? []} />
        </details>
      ))}
    </section>
  )
}

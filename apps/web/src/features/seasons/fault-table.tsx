import type { CriteriaFault } from '@bangvang/core/criteria/check'
import { useWords, type WordKey } from '../../lib/words.ts'
import { Scroll } from '../../ui/scroll.tsx'

/** Every fault of a criteria document: where it is, as the file counts it, and what it is. */
export function FaultTable({ faults }: { faults: readonly CriteriaFault[] }) {
  const t = useWords()
  return (
    <Scroll className="faults" label={t('seasons.criteria.faultWhat')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('seasons.criteria.faultAt')}</th>
            <th scope="col">{t('seasons.criteria.faultWhat')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ path, code }) => (
            <tr key={path}>
              <td>
                <code>{path === '' ? t('seasons.criteria.whole') : path}</code>
              </td>
              <td>{t(`seasons.fault.${code}` satisfies WordKey)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

import type { AssessmentView } from '@bangvang/contract/assessments'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'

/** Every submission there was, each an unchangeable copy with its hash. */
export function Submissions({ submissions }: Pick<AssessmentView, 'submissions'>) {
  const t = useWords()
  const format = useFormat()
  return (
    <section>
      <h2>{t('assessments.submit.submissions')}</h2>
      {submissions.length === 0 ? (
        <p className="q">{t('assessments.submit.noSubmission')}</p>
      ) : (
        <div className="table-wrap">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('assessments.submit.number')}</th>
                <th scope="col">{t('assessments.submit.at')}</th>
                <th scope="col">{t('assessments.submit.by')}</th>
                <th scope="col">{t('assessments.submit.signer')}</th>
                <th scope="col" className="r">
                  {t('assessments.submit.pointsHead')}
                </th>
                <th scope="col">{t('assessments.submit.hash')}</th>
              </tr>
            </thead>
            <tbody>
              {submissions.map((one) => (
                <tr key={one.number}>
                  <td>{one.number}</td>
                  <td>
                    {format.dateTime(one.submittedAt)}
                    {one.isLate ? <b className="warn"> {t('assessments.submit.late')}</b> : null}
                  </td>
                  <td>{one.submittedBy}</td>
                  <td>{one.signedOffBy}</td>
                  <td className="r">{format.points(one.total)}</td>
                  <td className="mono hash">{one.sha256}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

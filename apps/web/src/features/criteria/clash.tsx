import { valueAt } from '@bangvang/core/criteria/value-at'
import { sameJson } from '@bangvang/core/drafts/same-json'
import { useWords, type WordKey } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import type { Content, TypedRow } from './content-saver.ts'
import { useValueWords } from './use-value-words.ts'

/** The fields of both, words by language. */
function fieldsOf(...contents: Content[]): string[] {
  const fields = new Set(contents.flatMap((content) => Object.keys(content)))
  return [...fields].flatMap((field) =>
    field === 'title' || field === 'guidance' ? [`${field}.vi`, `${field}.en`] : [field],
  )
}

type Props = { row: TypedRow; onSettle: (choice: 'own' | 'theirs') => void }

/** Someone else changed this part meanwhile: both values of every field that differs, and the person chooses. */
export function Clash({ row, onSettle }: Props) {
  const t = useWords()
  const say = useValueWords()
  const { theirs, content } = row
  if (theirs === null)
    return (
      <div className="notice clash" role="alert">
        <p>{t('criteria.edit.clashGone')}</p>
        <Button onClick={() => onSettle('theirs')}>{t('criteria.edit.forget')}</Button>
      </div>
    )
  const fields = fieldsOf(content, theirs.content).filter(
    (field) => !sameJson(valueAt(content, field), valueAt(theirs.content, field)),
  )
  const nameOf = (field: string) => {
    const key = `criteria.field.${field.replace('.', '-')}` as WordKey
    const words = t(key)
    return words === key ? field : words
  }
  return (
    <div className="notice clash" role="alert">
      <h3>{t('criteria.edit.clashTitle')}</h3>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('criteria.compare.part')}</th>
            <th scope="col">{t('criteria.edit.mine')}</th>
            <th scope="col">{t('criteria.edit.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{nameOf(field)}</th>
              <td>{say(field, content)}</td>
              <td>{say(field, theirs.content)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="acts">
        <Button onClick={() => onSettle('own')}>{t('criteria.edit.keepMine')}</Button>
        <Button onClick={() => onSettle('theirs')}>{t('criteria.edit.takeTheirs')}</Button>
      </div>
    </div>
  )
}

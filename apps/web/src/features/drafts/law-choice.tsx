import { laws } from '@bangvang/contract/laws'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../lib/api.ts'
import { matches, useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'

type Props = { chosen: ReadonlySet<string>; onChosen: (chosen: ReadonlySet<string>) => void }

/** Which documents of the shelf a draft rests on; found by number or title without diacritics. */
export function LawChoice({ chosen, onChosen }: Props) {
  const t = useWords()
  const format = useFormat()
  const [sought, setSought] = useState('')
  const { data } = useSuspenseQuery(read(laws.list, {}))
  const found = data.items.filter(({ number, title }) => matches(`${number} ${title.vi} ${title.en}`, sought))
  const toggle = (id: string, isIn: boolean) =>
    onChosen(new Set(isIn ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
  return (
    <fieldset className="field people-choice">
      <legend>{t('draft-acts.rename.laws')}</legend>
      {data.items.length > 6 ? (
        <Field label={t('draft-acts.rename.find')}>
          {(input) => (
            <input
              {...input}
              type="search"
              value={sought}
              onChange={({ target }) => setSought(target.value)}
            />
          )}
        </Field>
      ) : null}
      <ul className="people-list">
        {found.map(({ id, number, title }) => (
          <li key={id}>
            <label className="check">
              <input
                type="checkbox"
                checked={chosen.has(id)}
                onChange={({ target }) => toggle(id, target.checked)}
              />
              <span>
                <b>{number}</b> {format.text(title)}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

import './basis.css'
import type { LawView } from '@bangvang/contract/laws'
import { useState } from 'react'
import { matches, useFormat } from '../lib/format.ts'
import { useWords } from '../lib/words.ts'
import { Field } from './field.tsx'

type Props = {
  /** The shelf. */
  laws: readonly Pick<LawView, 'id' | 'number' | 'title'>[]
  chosen: ReadonlySet<string>
  onChosen: (chosen: ReadonlySet<string>) => void
}

/** Which documents of the shelf a thing rests on; found by number or title without diacritics. Needs the words of `laws`. */
export function LawChoice({ laws, chosen, onChosen }: Props) {
  const t = useWords()
  const format = useFormat()
  const [sought, setSought] = useState('')
  const found = laws.filter(({ number, title }) => matches(`${number} ${title.vi} ${title.en}`, sought))
  const toggle = (id: string, isIn: boolean) =>
    onChosen(new Set(isIn ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
  if (laws.length === 0) return null
  return (
    <fieldset className="field law-choice">
      <legend>{t('laws.basis.choose')}</legend>
      {laws.length > 6 ? (
        <Field label={t('laws.basis.find')}>
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
      <ul>
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

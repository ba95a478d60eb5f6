import type { drafts } from '@bangvang/contract/drafts'
import type { Output } from '@bangvang/contract/endpoint'
import { useState } from 'react'
import { matches } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'

export type Askable = Output<typeof drafts.askable>['items'][number]
type Props = {
  people: readonly Askable[]
  chosen: ReadonlySet<string>
  isMissing: boolean
  onChosen: (chosen: ReadonlySet<string>) => void
}

/** The chosen with some put in or taken out. */
function changed(chosen: ReadonlySet<string>, ids: readonly string[], isIn: boolean): ReadonlySet<string> {
  const next = new Set(chosen)
  for (const id of ids) {
    if (isIn) next.add(id)
    else next.delete(id)
  }
  return next
}

/** Whom to ask: everyone, a whole role at once, or person by person; found by name or unit without diacritics. */
export function PeopleChoice({ people, chosen, isMissing, onChosen }: Props) {
  const t = useWords()
  const [sought, setSought] = useState('')
  if (people.length === 0) return <p>{t('draft-acts.send.nobody')}</p>
  const roles = [...new Set(people.map(({ role }) => role))]
  const idsOf = (some: readonly Askable[]) => some.map(({ mandateId }) => mandateId)
  const found = people.filter(({ name, unitName }) => matches(`${name} ${unitName ?? ''}`, sought))
  return (
    <fieldset className="field people-choice">
      <legend>
        {t('draft-acts.send.who')}{' '}
        <span className="q" role="status">
          {t('draft-acts.send.chosen', { n: people.filter(({ mandateId }) => chosen.has(mandateId)).length })}
        </span>
      </legend>
      {isMissing ? (
        <p className="err" role="alert">
          {t('draft-acts.send.neededWho')}
        </p>
      ) : null}
      <div className="acts">
        <Button isSmall onClick={() => onChosen(changed(chosen, idsOf(people), true))}>
          {t('draft-acts.send.all')}
        </Button>
        <Button isSmall onClick={() => onChosen(changed(chosen, idsOf(people), false))}>
          {t('draft-acts.send.none')}
        </Button>
        {roles.map((role) => {
          const ids = idsOf(people.filter((one) => one.role === role))
          return (
            <label key={role} className="check">
              <input
                type="checkbox"
                checked={ids.every((id) => chosen.has(id))}
                onChange={({ target }) => onChosen(changed(chosen, ids, target.checked))}
              />
              {t(`shell.role.${role}`)} ({ids.length})
            </label>
          )
        })}
      </div>
      {people.length > 10 ? (
        <Field label={t('draft-acts.send.find')}>
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
        {found.map(({ mandateId, name, role, unitName }) => (
          <li key={mandateId}>
            <label className="check">
              <input
                type="checkbox"
                checked={chosen.has(mandateId)}
                onChange={({ target }) => onChosen(changed(chosen, [mandateId], target.checked))}
              />
              <span>
                {name}{' '}
                <span className="q">
                  {t(`shell.role.${role}`)}
                  {unitName === null ? '' : ` ${unitName}`}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

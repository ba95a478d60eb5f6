import { type KeyboardEvent, useId, useState } from 'react'
import { matches } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import type { FieldInput } from '../../ui/field.tsx'
import type { Person } from './desk-context.tsx'

const MOST = 8

/** The name being typed after an @ at the caret: where it begins, and what of it is there. Null: none is. */
function soughtName(text: string, caret: number): { from: number; sought: string } | null {
  const found = /(?:^|\s)@([\p{L}\p{M} ]{0,40})$/u.exec(text.slice(0, caret))
  return found === null ? null : { from: caret - (found[1]?.length ?? 0), sought: found[1] ?? '' }
}

/** Those of the people whose name a text mentions: "@Trần Quốc Bình". */
export function mentionedIn(text: string, people: readonly Person[]): Person[] {
  return people.filter(({ name }) => text.includes(`@${name}`))
}

type Props = {
  input: FieldInput
  value: string
  rows: number
  people: readonly Person[]
  onChange: (value: string) => void
}

/** A text in which @ offers the people who can be mentioned: arrow keys choose, Enter takes, Escape leaves. */
export function MentionBox({ input, value, rows, people, onChange }: Props) {
  const t = useWords()
  const id = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const name = caret === null ? null : soughtName(value, caret)
  const offered =
    name === null || people.some((one) => one.name === name.sought.trim())
      ? []
      : people.filter((one) => matches(`${one.name} ${one.unitName ?? ''}`, name.sought)).slice(0, MOST)
  const chosen = offered[Math.min(at, offered.length - 1)]
  const take = (person: Person) => {
    if (name === null || caret === null) return
    onChange(`${value.slice(0, name.from)}${person.name} ${value.slice(caret)}`)
    setCaret(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (chosen === undefined) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((at + step + offered.length) % offered.length)
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) take(chosen)
    else if (event.key === 'Escape') setCaret(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <textarea
        {...input}
        rows={rows}
        maxLength={5000}
        value={value}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? id : undefined}
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.mandateId}`}
        onKeyDown={onKeyDown}
        onBlur={() => setCaret(null)}
        onChange={({ target }) => {
          onChange(target.value)
          setCaret(target.selectionStart)
          setAt(0)
        }}
      />
      {chosen === undefined ? null : <Offer id={id} offered={offered} chosen={chosen} onTake={take} />}
      <span className="vh" role="status">
        {offered.length === 0 ? '' : t('draft-work.mention.count', { n: offered.length })}
      </span>
    </>
  )
}

type OfferProps = { id: string; offered: readonly Person[]; chosen: Person; onTake: (person: Person) => void }

function Offer({ id, offered, chosen, onTake }: OfferProps) {
  const t = useWords()
  return (
    <div id={id} className="mention-list" role="listbox" aria-label={t('draft-work.mention.label')}>
      {offered.map((person) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the text, which keeps the focus
        <div
          key={person.mandateId}
          id={`${id}-${person.mandateId}`}
          role="option"
          tabIndex={-1}
          aria-selected={person === chosen}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(person)}
        >
          {person.name} <span className="q">{person.unitName}</span>
        </div>
      ))}
    </div>
  )
}

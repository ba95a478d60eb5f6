import { type PersonView, people } from '@bangvang/contract/people'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Ban, Check, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { read } from '../../lib/api.ts'
import { matches, useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Field } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { SortHeads, type SortValue, useSorted } from '../../ui/sorted.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useMandateWords } from './mandate-words.ts'
import { NewPersonDialog } from './new-person-dialog.tsx'

function State({ person }: { person: PersonView }) {
  const t = useWords()
  if (!person.isActive)
    return (
      <Tag icon={Ban} tone="q">
        {t('people.closed')}
      </Tag>
    )
  if (person.mustChangePassword || !person.hasPassword)
    return (
      <Tag icon={KeyRound} tone="warn">
        {person.hasPassword ? t('people.oneTime') : t('people.noPassword')}
      </Tag>
    )
  return (
    <Tag icon={Check} tone="ok">
      {t('people.active')}
    </Tag>
  )
}

function PersonLine({ person }: { person: PersonView }) {
  const t = useWords()
  const words = useMandateWords()
  const standing = person.mandates.filter((mandate) => !words.isOver(mandate))
  const ended = person.mandates.length - standing.length
  return (
    <tr>
      <td>
        <Link href={`/admin/people/${person.id}`}>{person.name}</Link>
      </td>
      <td>{person.email}</td>
      <td>
        <ul className="mandate-list">
          {standing.map((mandate) => (
            <li key={mandate.id}>
              {words.role(mandate)} <span className="q">{words.scope(mandate)}</span>
            </li>
          ))}
          {standing.length === 0 ? <li className="q">{t('people.noMandate')}</li> : null}
          {ended > 0 ? <li className="q">{t('people.ended', { n: ended })}</li> : null}
        </ul>
      </td>
      <td>
        <State person={person} />
      </td>
    </tr>
  )
}

/** What a search of a person looks into. */
function useSearchText(): (person: PersonView) => string {
  const words = useMandateWords()
  return ({ name, email, mandates }) =>
    [name, email, ...mandates.map((mandate) => `${words.role(mandate)} ${words.scope(mandate)}`)].join(' ')
}

const columns = ['name', 'email', 'mandates', 'state'] as const
type Column = (typeof columns)[number]

const keyOf = (person: PersonView, column: Column): SortValue => {
  if (column === 'mandates') return person.mandates.length
  return column === 'state' ? Number(person.isActive) : person[column]
}

/** Every account with its mandates, found without diacritics. */
export function PeoplePage() {
  const t = useWords()
  const format = useFormat()
  const textOf = useSearchText()
  const [sought, setSought] = useState('')
  const [isCreating, setCreating] = useState(false)
  const { data } = useSuspenseQuery(read(people.list, {}))
  const found = data.items
    .filter((person) => matches(textOf(person), sought))
    .sort((a, b) => format.compare(a.name, b.name))
  const { sorted, sorting } = useSorted(found, {
    keyOf,
    compare: format.compare,
    first: { column: 'name', isDown: false },
  })
  return (
    <div className="reading wide">
      <Heading title={t('people.title')} />
      <section>
        <div className="filters">
          <Field
            label={t('people.find')}
            hint={t('people.found', { n: found.length, of: data.items.length })}
          >
            {(input) => (
              <input
                {...input}
                type="search"
                value={sought}
                onChange={(event) => setSought(event.target.value)}
              />
            )}
          </Field>
          <Button kind="main" onClick={() => setCreating(true)}>
            {t('people.create')}
          </Button>
        </div>
        {found.length === 0 ? <Empty>{t('people.none')}</Empty> : null}
        <Scroll label={t('people.title')}>
          <table className="table">
            <thead>
              <tr>
                <SortHeads columns={columns} sorting={sorting} nameOf={(column) => t(`people.${column}`)} />
              </tr>
            </thead>
            <tbody>
              {sorted.map((person) => (
                <PersonLine key={person.id} person={person} />
              ))}
            </tbody>
          </table>
        </Scroll>
      </section>
      {isCreating ? <NewPersonDialog onClose={() => setCreating(false)} /> : null}
    </div>
  )
}

import type { PersonView } from '@bangvang/contract/people'
import { seasons } from '@bangvang/contract/seasons'
import type { MandateView } from '@bangvang/contract/session'
import { dayInVietnam } from '@bangvang/core/people/actor'
import { type RightState, rights, rightsIn } from '@bangvang/core/seasons/rights'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Check, Clock, Minus } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useNow } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Field } from '../../ui/field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useMandateWords } from './mandate-words.ts'

const marks = {
  now: { icon: Check, tone: 'ok' },
  later: { icon: Clock, tone: 'warn' },
  never: { icon: Minus, tone: 'q' },
} as const satisfies Record<RightState, object>

type Props = { person: PersonView; mandate: MandateView }

function Table({ person, mandate }: Props) {
  const t = useWords()
  const today = dayInVietnam(useNow())
  const [chosen, choose] = useState(mandate.seasonId)
  const { data } = useSuspenseQuery(read(seasons.list, {}))
  const season = data.items.find(({ id }) => id === chosen) ?? data.items[0]
  if (season === undefined) return <Empty>{t('people.rights.noSeason')}</Empty>
  const states = rightsIn({ personId: person.id, name: person.name, mandate }, season, today)
  return (
    <>
      <Field label={t('people.grant.season')}>
        {(input) => (
          <select {...input} value={season.id} onChange={(event) => choose(event.target.value)}>
            {data.items.map(({ id, phase }) => (
              <option key={id} value={id}>
                {`${id} · ${t(`shell.phase.${phase}`)}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('people.rights.right')}</th>
            <th scope="col">{t('people.rights.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rights.map((right) => (
            <tr key={right}>
              <th scope="row">{t(`people.rights.of.${right}`)}</th>
              <td>
                <Tag {...marks[states[right]]}>{t(`people.rights.${states[right]}`)}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** What a person can see and do now under each mandate: the product's own policies, asked one by one. */
export function RightsTable({ person }: { person: PersonView }) {
  const t = useWords()
  const words = useMandateWords()
  const [chosen, choose] = useState(0)
  const [isShown, show] = useState(false)
  const mandate = person.mandates[chosen] ?? person.mandates[0]
  if (mandate === undefined) return null
  return (
    <section className="narrow">
      <h2>{t('people.rights.title')}</h2>
      <p className="q">{t('people.rights.body')}</p>
      <Field label={t('people.rights.mandate')}>
        {(input) => (
          <select {...input} value={chosen} onChange={(event) => choose(Number(event.target.value))}>
            {person.mandates.map((one, at) => (
              <option key={one.id} value={at}>
                {[words.role(one), words.scope(one)].filter(Boolean).join(', ')}
              </option>
            ))}
          </select>
        )}
      </Field>
      {isShown ? (
        <Suspense fallback={<Loading rows={10} />}>
          <Table key={mandate.id} person={person} mandate={mandate} />
        </Suspense>
      ) : (
        <Button onClick={() => show(true)}>{t('people.rights.show')}</Button>
      )}
    </section>
  )
}

import { LawKind, laws } from '@bangvang/contract/laws'
import { mayKeepLaws } from '@bangvang/core/laws/policy'
import { dayInVietnam } from '@bangvang/core/people/actor'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useActor, useNow } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { matches, useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Field } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import { type FlaggedLaw, flagLaws, isStanding } from './flagged.ts'
import { LawDialog } from './law-dialog.tsx'
import { LawsTable } from './laws-table.tsx'

type Wanted = { sought: string; kind: LawKindName | ''; standing: 'standing' | 'flagged' | ''; day: string }
type LawKindName = FlaggedLaw['kind']

const isWanted = (law: FlaggedLaw, { sought, kind, standing }: Wanted): boolean =>
  matches([law.number, law.title.vi, law.title.en, law.issuer, law.note].join(' '), sought) &&
  (kind === '' || law.kind === kind) &&
  (standing === '' || isStanding(law) === (standing === 'standing'))

type FilterProps = { wanted: Wanted; found: string; onWant: (change: Partial<Wanted>) => void }

function Filters({ wanted, found, onWant }: FilterProps) {
  const t = useWords()
  return (
    <>
      <Field label={t('laws.find')} hint={found}>
        {(input) => (
          <input
            {...input}
            type="search"
            value={wanted.sought}
            onChange={({ target }) => onWant({ sought: target.value })}
          />
        )}
      </Field>
      <Field label={t('laws.column.kind')}>
        {(input) => (
          <select
            {...input}
            value={wanted.kind}
            onChange={({ target }) => onWant({ kind: target.value as Wanted['kind'] })}
          >
            <option value="">{t('laws.allKinds')}</option>
            {LawKind.options.map((kind) => (
              <option key={kind} value={kind}>
                {t(`laws.kind.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('laws.column.state')}>
        {(input) => (
          <select
            {...input}
            value={wanted.standing}
            onChange={({ target }) => onWant({ standing: target.value as Wanted['standing'] })}
          >
            <option value="">{t('laws.allStates')}</option>
            <option value="standing">{t('laws.standing')}</option>
            <option value="flagged">{t('laws.flagged')}</option>
          </select>
        )}
      </Field>
      <Field label={t('laws.onDay')}>
        {(input) => (
          <input
            {...input}
            type="date"
            required
            value={wanted.day}
            onChange={({ target }) => {
              if (target.value !== '') onWant({ day: target.value })
            }}
          />
        )}
      </Field>
    </>
  )
}

/** The shelf: every legal document with where it stands on a day, found without diacritics. */
export function LawsPage() {
  const t = useWords()
  const format = useFormat()
  const today = dayInVietnam(useNow())
  const mayKeep = mayKeepLaws(useActor())
  const [isAdding, setAdding] = useState(false)
  const [wanted, setWanted] = useState<Wanted>({ sought: '', kind: '', standing: '', day: today })
  const { items } = useSuspenseQuery(read(laws.list, {})).data
  const found = flagLaws(items, wanted.day).filter((law) => isWanted(law, wanted))
  return (
    <div className="reading wide">
      <Heading title={t('laws.title')} />
      <p>{t('laws.note')}</p>
      <section>
        <div className="filters">
          <Filters
            wanted={wanted}
            found={t('laws.found', { n: found.length, of: items.length })}
            onWant={(change) => setWanted({ ...wanted, ...change })}
          />
          {mayKeep ? (
            <Button kind="main" onClick={() => setAdding(true)}>
              {t('laws.add')}
            </Button>
          ) : null}
        </div>
        {found.length > 0 ? (
          <LawsTable laws={found} compare={format.compare} />
        ) : (
          <Empty>{t(items.length === 0 ? 'laws.none' : 'laws.noneFound')}</Empty>
        )}
      </section>
      {isAdding ? <LawDialog law={null} shelf={items} onClose={() => setAdding(false)} /> : null}
    </div>
  )
}

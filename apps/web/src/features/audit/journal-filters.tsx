import { useSession } from '../../lib/actor.tsx'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { knownActs, useActWords } from './use-act-words.ts'

export const filterNames = ['text', 'what', 'chain', 'from', 'to'] as const
export type Filters = Partial<Record<(typeof filterNames)[number], string>>

type Props = { filters: Filters; onSearch: (filters: Filters) => void }

function ActAndChain({ filters }: { filters: Filters }) {
  const t = useWords()
  const format = useFormat()
  const act = useActWords()
  const { seasons, mandate } = useSession()
  return (
    <>
      <Field label={t('audit.what')}>
        {(input) => (
          <select {...input} name="what" defaultValue={filters.what ?? ''}>
            <option value="">{t('audit.whatAny')}</option>
            {knownActs.map((what) => (
              <option key={what} value={what}>
                {act(what)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('audit.chain')}>
        {(input) => (
          <select {...input} name="chain" defaultValue={filters.chain ?? ''}>
            <option value="">{t('audit.allChains')}</option>
            {mandate?.role === 'administrator' ? (
              <option value="installation">{t('audit.installation')}</option>
            ) : null}
            {seasons.map(({ id, clusterName, year }) => (
              <option key={id} value={id}>
                {format.text(clusterName)} {year}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}

/** What is sought: words, act, season, days. */
export function JournalFilters({ filters, onSearch }: Props) {
  const t = useWords()
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        const chosen = filterNames.map((name) => [name, String(form.get(name)).trim()] as const)
        onSearch(Object.fromEntries(chosen.filter(([, value]) => value !== '')))
      }}
    >
      <Field label={t('audit.text')}>
        {(input) => (
          <input {...input} name="text" type="search" maxLength={200} defaultValue={filters.text} />
        )}
      </Field>
      <ActAndChain filters={filters} />
      <Field label={t('audit.from')}>
        {(input) => <input {...input} name="from" type="date" defaultValue={filters.from} />}
      </Field>
      <Field label={t('audit.to')}>
        {(input) => <input {...input} name="to" type="date" defaultValue={filters.to} />}
      </Field>
      <Button kind="main" type="submit">
        {t('audit.search')}
      </Button>
    </form>
  )
}

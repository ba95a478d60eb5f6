import type { PersonView } from '@bangvang/contract/people'
import { dayInVietnam } from '@bangvang/core/people/actor'
import { useNow } from '../../lib/actor.tsx'
import { useWords } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'
import { useMandateWords } from './mandate-words.ts'

type Fault = (pointer: string) => string | null

/** From when to when, and the number of the paper. */
export function DaysAndPaper({ fault }: { fault: Fault }) {
  const t = useWords()
  const today = dayInVietnam(useNow())
  return (
    <>
      <div className="row-2">
        <Field label={t('people.grant.startsOn')} error={fault('#/startsOn')}>
          {(input) => <input {...input} name="startsOn" type="date" required defaultValue={today} />}
        </Field>
        <Field label={t('people.grant.endsOn')} hint={t('people.grant.endsHint')} error={fault('#/endsOn')}>
          {(input) => <input {...input} name="endsOn" type="date" />}
        </Field>
      </div>
      <Field label={t('people.grant.paper')} error={fault('#/paperNumber')}>
        {(input) => <input {...input} name="paperNumber" maxLength={80} />}
      </Field>
    </>
  )
}

type SubstituteProps = { person: PersonView; people: readonly PersonView[]; fault: Fault }

/** Whose mandate a substitute acts on: any of the others' that still stand. */
export function SubstituteField({ person, people, fault }: SubstituteProps) {
  const t = useWords()
  const words = useMandateWords()
  const others = people.filter(({ id, isActive }) => id !== person.id && isActive)
  return (
    <Field
      label={t('people.grant.substitute')}
      hint={t('people.grant.substituteHint')}
      error={fault('#/substituteForId')}
    >
      {(input) => (
        <select {...input} name="substituteForId">
          <option value="">{t('people.grant.noSubstitute')}</option>
          {others.flatMap(({ name, mandates }) =>
            mandates
              .filter((mandate) => !words.isOver(mandate))
              .map((mandate) => (
                <option key={mandate.id} value={mandate.id}>
                  {name}: {words.role(mandate)} {words.scope(mandate)}
                </option>
              )),
          )}
        </select>
      )}
    </Field>
  )
}

import { type PersonView, people } from '@bangvang/contract/people'
import type { MandateView } from '@bangvang/contract/session'
import { dayInVietnam } from '@bangvang/core/people/actor'
import { useState } from 'react'
import { useNow } from '../../lib/actor.tsx'
import { useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useMandateWords } from './mandate-words.ts'

function EndDialog({ mandate, onClose }: { mandate: MandateView; onClose: () => void }) {
  const t = useWords()
  const words = useMandateWords()
  const today = dayInVietnam(useNow())
  const end = useWrite(people.endMandate, ['people', 'session'])
  const fault = useFaultWords(end.error)
  return (
    <Dialog title={t('people.mandate.endTitle', { role: words.role(mandate) })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const endsOn = String(new FormData(event.currentTarget).get('endsOn'))
          if (!end.isPending)
            end.mutate({ params: { mandateId: mandate.id }, body: { endsOn } }, { onSuccess: onClose })
        }}
      >
        <Field label={t('people.mandate.endsOn')} error={fault('#/endsOn')}>
          {(input) => (
            <input
              {...input}
              name="endsOn"
              type="date"
              required
              defaultValue={today}
              min={mandate.startsOn}
            />
          )}
        </Field>
        <Refusal error={end.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={end.isPending}>
            {t('people.mandate.act')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function MandateLine({ mandate }: { mandate: MandateView }) {
  const t = useWords()
  const words = useMandateWords()
  const [isEnding, setEnding] = useState(false)
  return (
    <li>
      <b>{words.role(mandate)}</b>
      <span>{words.scope(mandate)}</span>
      <span className="q">{words.time(mandate)}</span>
      {mandate.paperNumber === null ? null : (
        <span className="q">
          {t('people.mandate.paper')} {mandate.paperNumber}
        </span>
      )}
      {words.isOver(mandate) ? (
        <span className="q">{t('people.mandate.over')}</span>
      ) : (
        <Button isSmall onClick={() => setEnding(true)}>
          {t('people.mandate.end')}
        </Button>
      )}
      {isEnding ? <EndDialog mandate={mandate} onClose={() => setEnding(false)} /> : null}
    </li>
  )
}

/** A person's mandates, each of which can be ended on a day. */
export function MandateList({ person }: { person: PersonView }) {
  const t = useWords()
  if (person.mandates.length === 0) return <Empty>{t('people.noMandate')}</Empty>
  return (
    <ul className="plain-list">
      {person.mandates.map((mandate) => (
        <MandateLine key={mandate.id} mandate={mandate} />
      ))}
    </ul>
  )
}

import { type PersonView, people } from '@bangvang/contract/people'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import { read, useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorPage } from '../../ui/error-page.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { GrantDialog } from './grant-dialog.tsx'
import { MandateList } from './mandate-list.tsx'
import { NameAndEmail, nameAndEmailOf } from './name-and-email.tsx'
import { OneTimePassword } from './one-time-password.tsx'
import { RightsTable } from './rights-table.tsx'

function AccountForm({ person }: { person: PersonView }) {
  const t = useWords()
  const change = useWrite(people.change, ['session'])
  const fault = useFaultWords(change.error)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        const body = { ...nameAndEmailOf(form), isActive: form.get('isActive') !== null }
        if (!change.isPending) change.mutate({ params: { personId: person.id }, body })
      }}
    >
      <NameAndEmail name={person.name} email={person.email} fault={fault} />
      <label className="check">
        <input type="checkbox" name="isActive" defaultChecked={person.isActive} />
        <span>{t('people.person.isActive')}</span>
      </label>
      <Refusal error={change.error} />
      <div className="acts">
        <Button kind="main" type="submit" isBusy={change.isPending}>
          {t('people.person.save')}
        </Button>
        <span role="status" className="ok">
          {change.isSuccess ? t('people.person.saved') : null}
        </span>
      </div>
    </form>
  )
}

function ResetPassword({ person }: { person: PersonView }) {
  const t = useWords()
  const reset = useWrite(people.resetPassword)
  return (
    <>
      <p className="q">{t('people.person.resetBody')}</p>
      <Refusal error={reset.error} />
      <Button isBusy={reset.isPending} onClick={() => reset.mutate({ params: { personId: person.id } })}>
        {t('people.person.reset')}
      </Button>
      {reset.data === undefined ? null : (
        <OneTimePassword name={person.name} password={reset.data.oneTimePassword} onClose={reset.reset} />
      )}
    </>
  )
}

/** One account: who it is, whether it is open, its password, its mandates. */
export function PersonPage({ personId }: { personId: string }) {
  const t = useWords()
  const [isGranting, setGranting] = useState(false)
  const { data } = useSuspenseQuery(read(people.list, {}))
  const person = data.items.find(({ id }) => id === personId)
  if (person === undefined) return <ErrorPage kind="notFound" />
  return (
    <div className="reading">
      <p className="kicker">
        <Link href="/admin/people">{t('people.person.back')}</Link>
      </p>
      <Heading title={person.name} />
      <section>
        <h2>{t('people.mandate.title')}</h2>
        <MandateList person={person} />
        <Button kind="main" onClick={() => setGranting(true)}>
          {t('people.grant.title')}
        </Button>
      </section>
      <RightsTable person={person} />
      <section className="narrow">
        <h2>{t('people.person.account')}</h2>
        <AccountForm person={person} />
        <ResetPassword person={person} />
      </section>
      {isGranting ? (
        <Suspense fallback={<Loading rows={2} />}>
          <GrantDialog person={person} people={data.items} onClose={() => setGranting(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}

import { people } from '@bangvang/contract/people'
import { useLocation } from 'wouter'
import { useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { NameAndEmail, nameAndEmailOf } from './name-and-email.tsx'
import { OneTimePassword } from './one-time-password.tsx'

/** Opens an account, shows its one-time password once, then leads to its page to give it a mandate. */
export function NewPersonDialog({ onClose }: { onClose: () => void }) {
  const t = useWords()
  const [, navigate] = useLocation()
  const create = useWrite(people.create)
  const fault = useFaultWords(create.error)
  if (create.data !== undefined) {
    const { person, oneTimePassword } = create.data
    return (
      <OneTimePassword
        name={person.name}
        password={oneTimePassword}
        onClose={() => navigate(`/admin/people/${person.id}`)}
      />
    )
  }
  return (
    <Dialog title={t('people.create')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const body = nameAndEmailOf(new FormData(event.currentTarget))
          if (!create.isPending) create.mutate({ body })
        }}
      >
        <NameAndEmail fault={fault} />
        <Refusal error={create.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={create.isPending}>
            {t('people.createAct')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

type Props = { name: string; password: string; onClose: () => void }

/** A one-time password, shown once: it stays until it is said to be handed over. */
export function OneTimePassword({ name, password, onClose }: Props) {
  const t = useWords()
  return (
    <Dialog title={t('people.password.title', { name })}>
      <p className="one-time">{password}</p>
      <p>{t('people.password.body')}</p>
      <div className="acts">
        <Button kind="main" onClick={onClose}>
          {t('people.password.done')}
        </Button>
      </div>
    </Dialog>
  )
}

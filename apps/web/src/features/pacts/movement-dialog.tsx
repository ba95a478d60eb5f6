import { ApiProblem } from '@bangvang/contract/client'
import { type MovementView, pacts } from '@bangvang/contract/pacts'
import { useState } from 'react'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import type { PactPlace } from './use-targets.ts'

type Standing = Omit<MovementView, 'updatedAt'> & { updatedAt: string }

/** What stands now, where someone was faster; undefined where nobody was. */
function standingOf(error: unknown): Standing | null | undefined {
  if (!(error instanceof ApiProblem) || error.code !== 'movement-changed') return undefined
  return (error.problem.current ?? null) as Standing | null
}

function Changed({ standing }: { standing: Standing | null }) {
  const t = useWords()
  const format = useFormat()
  if (standing === null) return <p className="notice">{t('pacts.movements.gone')}</p>
  const { updatedBy: name, title, content } = standing
  const at = format.dateTime(new Date(standing.updatedAt))
  return <p className="notice">{t('pacts.movements.standing', { name, at, title, content })}</p>
}

type Props = { place: PactPlace; movement: MovementView | null; onClose: () => void }

/** Adds a movement, changes one or takes it out; what someone else saved meanwhile is shown, and nothing typed is lost. */
export function MovementDialog({ place, movement, onClose }: Props) {
  const t = useWords()
  const [id] = useState(() => movement?.id ?? crypto.randomUUID())
  const [title, setTitle] = useState(movement?.title ?? '')
  const [content, setContent] = useState(movement?.content ?? '')
  const save = useWrite(pacts.saveMovement)
  const remove = useWrite(pacts.removeMovement)
  const fault = useFaultWords(save.error)
  const standing = standingOf(save.error) ?? standingOf(remove.error)
  const params = { ...place, movementId: id }
  const version = standing === undefined ? (movement?.version ?? 0) : (standing?.version ?? 0)
  const send = () => save.mutate({ params, body: { title, content, version } }, { onSuccess: onClose })
  return (
    <Dialog
      title={t(movement === null ? 'pacts.movements.addTitle' : 'pacts.movements.editTitle')}
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending) send()
        }}
      >
        <Field label={t('pacts.movements.name')} error={fault('#/title')}>
          {(input) => (
            <input
              {...input}
              required
              maxLength={300}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          )}
        </Field>
        <Field label={t('pacts.movements.content')} error={fault('#/content')}>
          {(input) => (
            <textarea
              {...input}
              rows={6}
              maxLength={5000}
              value={content}
              onChange={({ target }) => setContent(target.value)}
            />
          )}
        </Field>
        <Refusal error={save.error ?? remove.error} />
        {standing === undefined ? null : <Changed standing={standing} />}
        <div className="acts">
          <Button kind="main" type="submit" isBusy={save.isPending}>
            {t(standing === undefined ? 'pacts.movements.save' : 'pacts.movements.overwrite')}
          </Button>
          {movement === null || standing === null ? null : (
            <Button
              className="danger"
              isBusy={remove.isPending}
              onClick={() => remove.mutate({ params, query: { version } }, { onSuccess: onClose })}
            >
              {t('pacts.movements.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

import { type MinutesView, minutes } from '@bangvang/contract/minutes'
import { useState } from 'react'
import { useActor } from '../../lib/actor.tsx'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

type Addendum = MinutesView['addenda'][number]

function AddDialog({ view, onClose }: { view: MinutesView; onClose: () => void }) {
  const t = useWords()
  const add = useWrite(minutes.addAddendum)
  return (
    <Dialog title={t('meetings.minutes.addAddendum')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const body = { text: String(form.get('text')), reason: String(form.get('reason')) }
          if (!add.isPending)
            add.mutate({ params: { meetingId: view.meetingId }, body }, { onSuccess: onClose })
        }}
      >
        <Field label={t('meetings.minutes.addendumText')}>
          {(input) => <textarea {...input} name="text" rows={5} required maxLength={20_000} />}
        </Field>
        <Field label={t('meetings.minutes.addendumReason')}>
          {(input) => <textarea {...input} name="reason" rows={2} required maxLength={2000} />}
        </Field>
        <Refusal error={add.error} />
        <Button kind="main" type="submit" isBusy={add.isPending}>
          {t('meetings.minutes.addAddendum')}
        </Button>
      </form>
    </Dialog>
  )
}

function Shown({ view, addendum }: { view: MinutesView; addendum: Addendum }) {
  const t = useWords()
  const format = useFormat()
  const role = useActor()?.mandate?.role
  const sign = useWrite(minutes.sign)
  const part = role === 'secretary' ? 'secretary' : 'chair'
  const isSigned = addendum.signatures.some((one) => one.part === part)
  return (
    <article className="addendum">
      <h3>{t('meetings.minutes.addendum', { n: addendum.number })}</h3>
      <p className="said-body">{addendum.text}</p>
      <p className="q">{`${addendum.reason} · ${addendum.byName}, ${format.dateTime(addendum.at)}`}</p>
      <p className="hash">{addendum.sha256}</p>
      <ul className="plain-list">
        {addendum.signatures.map((one) => (
          <li key={one.part}>
            {t('meetings.minutes.signed', {
              part: t(`meetings.minutes.part.${one.part}`),
              by: one.byName,
              at: format.dateTime(one.at),
            })}
          </li>
        ))}
      </ul>
      {view.may.addAddendum && !isSigned ? (
        <Button
          isBusy={sign.isPending}
          onClick={() =>
            sign.mutate({
              params: { meetingId: view.meetingId },
              body: { addendum: addendum.number, sha256: addendum.sha256 },
            })
          }
        >
          {t('meetings.minutes.signAddendum', { n: addendum.number })}
        </Button>
      ) : null}
      <Refusal error={sign.error} />
    </article>
  )
}

/** Corrections of locked minutes: numbered, with their reasons, signed the same way. */
export function Addenda({ view }: { view: MinutesView }) {
  const t = useWords()
  const [isAdding, setAdding] = useState(false)
  if (view.status !== 'locked') return null
  return (
    <section className="minutes-signing">
      <h2>{t('meetings.minutes.addenda')}</h2>
      {view.addenda.map((addendum) => (
        <Shown key={addendum.number} view={view} addendum={addendum} />
      ))}
      {view.may.addAddendum ? (
        <Button onClick={() => setAdding(true)}>{t('meetings.minutes.addAddendum')}</Button>
      ) : null}
      {isAdding ? <AddDialog view={view} onClose={() => setAdding(false)} /> : null}
    </section>
  )
}

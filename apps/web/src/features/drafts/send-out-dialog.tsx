import { type DraftView, drafts } from '@bangvang/contract/drafts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useNow } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { PeopleChoice } from './people-choice.tsx'
import { useDraftCache, useDraftWrite } from './use-draft-cache.ts'

const DAY = 86_400_000
const ZONE = 7 * 3_600_000

/** A week from now, as a calendar day in Vietnam. */
const aWeekFrom = (now: Date) => new Date(now.getTime() + ZONE + 7 * DAY).toISOString().slice(0, 10)

type Props = { draft: DraftView; onClose: () => void }

type WhenProps = {
  day: string
  time: string
  isPressed: boolean
  onDay: (day: string) => void
  onTime: (time: string) => void
}

function When({ day, time, isPressed, onDay, onTime }: WhenProps) {
  const t = useWords()
  return (
    <div className="row-2">
      <Field
        label={t('draft-acts.send.day')}
        error={isPressed && day === '' ? t('draft-acts.send.neededDay') : null}
      >
        {(input) => (
          <input {...input} type="date" value={day} onChange={({ target }) => onDay(target.value)} />
        )}
      </Field>
      <Field label={t('draft-acts.send.time')}>
        {(input) => (
          <input {...input} type="time" value={time} onChange={({ target }) => onTime(target.value)} />
        )}
      </Field>
    </div>
  )
}

function SendOutForm({ draft, onClose }: Props) {
  const t = useWords()
  const now = useNow()
  const cache = useDraftCache(draft.id)
  const { data } = useSuspenseQuery(read(drafts.askable, { params: { draftId: draft.id } }))
  const askedBefore = draft.consultation?.invitees.map(({ mandateId }) => mandateId)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(askedBefore ?? data.items.map(({ mandateId }) => mandateId)),
  )
  const [day, setDay] = useState(() => aWeekFrom(now))
  const [time, setTime] = useState('17:00')
  const [message, setMessage] = useState('')
  const [isPressed, setPressed] = useState(false)
  const send = useDraftWrite(drafts.sendOut, (view) => {
    cache.put(view)
    onClose()
    return cache.stale()
  })
  const ids = data.items.map(({ mandateId }) => mandateId).filter((id) => chosen.has(id))
  const submit = () => {
    setPressed(true)
    const deadline = new Date(`${day}T${time}:00+07:00`)
    if (Number.isNaN(deadline.getTime()) || ids.length === 0) return
    send.mutate({
      params: { draftId: draft.id },
      body: { deadline: deadline.toISOString(), message, mandateIds: ids },
    })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p>{t('draft-acts.send.lead')}</p>
      <When day={day} time={time} isPressed={isPressed} onDay={setDay} onTime={setTime} />
      <Field label={t('draft-acts.send.message')} hint={t('draft-acts.send.messageHint')}>
        {(input) => (
          <textarea
            {...input}
            rows={3}
            maxLength={2000}
            value={message}
            onChange={({ target }) => setMessage(target.value)}
          />
        )}
      </Field>
      <PeopleChoice
        people={data.items}
        chosen={chosen}
        isMissing={isPressed && ids.length === 0}
        onChosen={setChosen}
      />
      <Refusal error={send.error} />
      <div className="acts">
        <Button type="submit" kind="main" isBusy={send.isPending}>
          {t('draft-acts.send.act', { n: ids.length })}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </form>
  )
}

/** Sends a draft out to chosen mandates until a deadline; what is sent is kept as a version. */
export function SendOutDialog(props: Props) {
  const t = useWords()
  return (
    <Dialog title={t('draft-acts.send.title')} onClose={props.onClose} className="wide">
      <Suspense fallback={<Loading rows={4} />}>
        <SendOutForm {...props} />
      </Suspense>
    </Dialog>
  )
}

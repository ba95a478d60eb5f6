import { type MeetingView, meetings } from '@bangvang/contract/meetings'
import { type MeetingKind, meetingKinds } from '@bangvang/core/meetings/meeting'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { read, useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

const vietnamTime = (typed: string) => new Date(`${typed}:00+07:00`).toISOString()
/** An instant as a local field writes it, in Vietnam's time. */
const localText = (at: Date | null) =>
  at === null ? '' : new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)

function factsOf(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return {
    title: text('title'),
    startsAt: vietnamTime(text('startsAt')),
    endsAt: text('endsAt') === '' ? null : vietnamTime(text('endsAt')),
    place: text('place'),
    onlineLink: text('onlineLink'),
    chairMandateId: text('chair'),
    secretaryMandateId: text('secretary'),
    quorumRule: { share: text('share'), test: 'atLeast' as const, legalBasis: text('basis') },
  }
}

type FieldsProps = {
  seasonId: string
  meeting: MeetingView | null
  fault: (pointer: string) => string | null
}

function People({ seasonId, meeting }: FieldsProps) {
  const t = useWords()
  const { data } = useSuspenseQuery(read(meetings.invitable, { query: { seasonId } }))
  const of = (roles: readonly string[]) => data.items.filter(({ role }) => roles.includes(role))
  const fields = [
    { name: 'chair', list: of(['chair', 'viceChair']), present: meeting?.chair.mandateId },
    { name: 'secretary', list: of(['secretary']), present: meeting?.secretary.mandateId },
  ] as const
  return (
    <div className="row-2">
      {fields.map(({ name, list, present }) => (
        <Field key={name} label={t(`meetings.new.${name}`)}>
          {(input) => (
            <select {...input} name={name} defaultValue={present} required>
              {list.map(({ mandateId, name: person, unitName }) => (
                <option key={mandateId} value={mandateId}>
                  {[person, unitName].filter(Boolean).join(', ')}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </div>
  )
}

function Facts(props: FieldsProps) {
  const { meeting, fault } = props
  const t = useWords()
  return (
    <>
      <Field label={t('meetings.new.name')} error={fault('#/title')}>
        {(input) => <input {...input} name="title" required maxLength={300} defaultValue={meeting?.title} />}
      </Field>
      <div className="row-2">
        <Field label={t('meetings.new.startsAt')} error={fault('#/startsAt')}>
          {(input) => (
            <input
              {...input}
              name="startsAt"
              type="datetime-local"
              required
              defaultValue={localText(meeting?.startsAt ?? null)}
            />
          )}
        </Field>
        <Field label={t('meetings.new.endsAt')} error={fault('#/endsAt')}>
          {(input) => (
            <input
              {...input}
              name="endsAt"
              type="datetime-local"
              defaultValue={localText(meeting?.endsAt ?? null)}
            />
          )}
        </Field>
      </div>
      <Field label={t('meetings.new.place')} error={fault('#/place')}>
        {(input) => <input {...input} name="place" maxLength={300} defaultValue={meeting?.place} />}
      </Field>
      <Field label={t('meetings.new.onlineLink')} error={fault('#/onlineLink')}>
        {(input) => (
          <input {...input} name="onlineLink" type="url" maxLength={500} defaultValue={meeting?.onlineLink} />
        )}
      </Field>
      <People {...props} />
      <div className="row-2">
        <Field
          label={t('meetings.new.quorum')}
          hint={t('meetings.new.quorumHint')}
          error={fault('#/quorumRule/share')}
        >
          {(input) => (
            <input
              {...input}
              name="share"
              required
              pattern="\d{1,9}/\d{1,9}"
              defaultValue={meeting?.quorumRule.share ?? '2/3'}
            />
          )}
        </Field>
        <Field label={t('meetings.new.basis')} error={fault('#/quorumRule/legalBasis')}>
          {(input) => (
            <input {...input} name="basis" maxLength={500} defaultValue={meeting?.quorumRule.legalBasis} />
          )}
        </Field>
      </div>
    </>
  )
}

/** Changes time, place, officers or quorum of a meeting. */
export function ChangeMeetingDialog({ meeting, onClose }: { meeting: MeetingView; onClose: () => void }) {
  const t = useWords()
  const change = useWrite(meetings.change)
  const fault = useFaultWords(change.error)
  return (
    <Dialog title={t('meetings.new.change')} onClose={onClose} className="wide">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const body = { ...factsOf(new FormData(event.currentTarget)), version: meeting.version }
          if (!change.isPending)
            change.mutate({ params: { meetingId: meeting.id }, body }, { onSuccess: onClose })
        }}
      >
        <Facts seasonId={meeting.seasonId} meeting={meeting} fault={fault} />
        <Refusal error={change.error} />
        <Button kind="main" type="submit" isBusy={change.isPending}>
          {t('meetings.new.saveChange')}
        </Button>
      </form>
    </Dialog>
  )
}

type From = 'nothing' | 'template' | 'meeting'

/** Plans a meeting: its agenda empty, from the template of its kind, or from an earlier meeting. */
export function NewMeetingDialog({ seasonId, onClose }: { seasonId: string; onClose: () => void }) {
  const t = useWords()
  const format = useFormat()
  const [, go] = useLocation()
  const create = useWrite(meetings.create)
  const fault = useFaultWords(create.error)
  const [from, setFrom] = useState<From>('template')
  const { data } = useSuspenseQuery(read(meetings.copyable, { query: { seasonId } }))
  const agendaOf = (form: FormData) =>
    from === 'meeting' ? { from, meetingId: String(form.get('copyOf')) } : { from }
  const send = (form: FormData) =>
    create.mutate(
      {
        body: {
          seasonId,
          ...factsOf(form),
          kind: String(form.get('kind')) as MeetingKind,
          agenda: agendaOf(form),
        },
      },
      { onSuccess: ({ id }) => go(`/seasons/${seasonId}/meetings/${id}`) },
    )
  return (
    <Dialog title={t('meetings.new.title')} onClose={onClose} className="wide">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!create.isPending) send(new FormData(event.currentTarget))
        }}
      >
        <Field label={t('meetings.new.kind')}>
          {(input) => (
            <select {...input} name="kind">
              {meetingKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`meetings.kind.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Facts seasonId={seasonId} meeting={null} fault={fault} />
        <Field label={t('meetings.new.agenda')}>
          {(input) => (
            <select {...input} value={from} onChange={({ target }) => setFrom(target.value as From)}>
              {(['template', 'nothing', ...(data.items.length > 0 ? ['meeting' as const] : [])] as const).map(
                (one) => (
                  <option key={one} value={one}>
                    {t(`meetings.new.from.${one}`)}
                  </option>
                ),
              )}
            </select>
          )}
        </Field>
        {from === 'meeting' ? (
          <Field label={t('meetings.new.copyOf')}>
            {(input) => (
              <select {...input} name="copyOf">
                {data.items.map(({ id, title, startsAt }) => (
                  <option key={id} value={id}>
                    {`${title}, ${format.date(startsAt)}`}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        <Refusal error={create.error} />
        <Button kind="main" type="submit" isBusy={create.isPending}>
          {t('meetings.new.save')}
        </Button>
      </form>
    </Dialog>
  )
}

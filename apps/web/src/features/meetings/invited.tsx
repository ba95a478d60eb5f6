import { type MeetingView, meetings } from '@bangvang/contract/meetings'
import { type GuestKind, guestKinds } from '@bangvang/core/meetings/meeting'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { read, useWrite } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

type Props = { meeting: MeetingView }
type Guest = MeetingView['guests'][number]

const guestsOf = (text: string, kind: GuestKind, before: readonly Guest[]): Guest[] =>
  text
    .split('\n')
    .map((line) => line.trim().normalize('NFC'))
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...rest] = line.split(';')
      const known = before.find((guest) => guest.kind === kind && guest.name === name.trim())
      return {
        name: name.trim(),
        organisation: rest.join(';').trim(),
        kind,
        isPresent: known?.isPresent ?? true,
      }
    })

const linesOf = (guests: readonly Guest[], kind: GuestKind) =>
  guests
    .filter((guest) => guest.kind === kind)
    .map(({ name, organisation }) => (organisation === '' ? name : `${name}; ${organisation}`))
    .join('\n')

function GuestsDialog({ meeting, onClose }: Props & { onClose: () => void }) {
  const t = useWords()
  const set = useWrite(meetings.setGuests)
  return (
    <Dialog title={t('meetings.attendance.editGuests')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const guests = guestKinds.flatMap((kind) => guestsOf(String(form.get(kind)), kind, meeting.guests))
          if (!set.isPending)
            set.mutate(
              { params: { meetingId: meeting.id }, body: { guests, version: meeting.version } },
              { onSuccess: onClose },
            )
        }}
      >
        <p className="q">{t('meetings.attendance.guestLine')}</p>
        {guestKinds.map((kind) => (
          <Field key={kind} label={t(`meetings.attendance.guestKinds.${kind}`)}>
            {(input) => (
              <textarea {...input} name={kind} rows={4} defaultValue={linesOf(meeting.guests, kind)} />
            )}
          </Field>
        ))}
        <Refusal error={set.error} />
        <Button kind="main" type="submit" isBusy={set.isPending}>
          {t('meetings.attendance.saveGuests')}
        </Button>
      </form>
    </Dialog>
  )
}

/** Guests and the central committee's people, who neither count nor vote. */
export function Guests({ meeting }: Props) {
  const t = useWords()
  const [isEditing, setEditing] = useState(false)
  return (
    <>
      <h3>{t('meetings.attendance.guests')}</h3>
      {meeting.guests.length === 0 ? <p className="q">{t('meetings.attendance.noGuests')}</p> : null}
      <ul className="plain-list">
        {meeting.guests.map(({ name, organisation, kind }) => (
          <li key={`${kind} ${name}`}>
            <b>{name}</b>
            <span className="q">{organisation}</span>
          </li>
        ))}
      </ul>
      {meeting.may.run && meeting.status !== 'closed' ? (
        <Button isSmall onClick={() => setEditing(true)}>
          {t('meetings.attendance.editGuests')}
        </Button>
      ) : null}
      {isEditing ? <GuestsDialog meeting={meeting} onClose={() => setEditing(false)} /> : null}
    </>
  )
}

function InviteDialog({ meeting, onClose }: Props & { onClose: () => void }) {
  const t = useWords()
  const invite = useWrite(meetings.invite)
  const { data } = useSuspenseQuery(read(meetings.invitable, { query: { seasonId: meeting.seasonId } }))
  const [chosen, setChosen] = useState(() => new Set(meeting.invitations.map(({ mandateId }) => mandateId)))
  const toggle = (id: string) =>
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  return (
    <Dialog title={t('meetings.attendance.invite')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!invite.isPending)
            invite.mutate(
              {
                params: { meetingId: meeting.id },
                body: { mandateIds: [...chosen], version: meeting.version },
              },
              { onSuccess: onClose },
            )
        }}
      >
        <Button isSmall onClick={() => setChosen(new Set(data.items.map(({ mandateId }) => mandateId)))}>
          {t('meetings.attendance.inviteAll')}
        </Button>
        <ul className="plain-list">
          {data.items.map(({ mandateId, name, role, unitName }) => (
            <li key={mandateId}>
              <label className="check">
                <input type="checkbox" checked={chosen.has(mandateId)} onChange={() => toggle(mandateId)} />
                <span>{[name, t(`shell.role.${role}`), unitName].filter(Boolean).join(', ')}</span>
              </label>
            </li>
          ))}
        </ul>
        <Refusal error={invite.error} />
        <Button kind="main" type="submit" isBusy={invite.isPending}>
          {t('meetings.attendance.saveInvited')}
        </Button>
      </form>
    </Dialog>
  )
}

/** Who is invited, by mandate. */
export function Invited({ meeting }: Props) {
  const t = useWords()
  const [isChoosing, setChoosing] = useState(false)
  return (
    <>
      <h3>{t('meetings.attendance.invited')}</h3>
      {meeting.invitations.length === 0 ? (
        <p className="q">{t('meetings.attendance.nobodyInvited')}</p>
      ) : (
        <ul className="plain-list invited">
          {meeting.invitations.map(({ mandateId, name, role, unitName }) => (
            <li key={mandateId}>
              <b>{name}</b>
              <span className="q">{[t(`shell.role.${role}`), unitName].filter(Boolean).join(', ')}</span>
            </li>
          ))}
        </ul>
      )}
      {meeting.may.run && meeting.status === 'planned' ? (
        <Button isSmall onClick={() => setChoosing(true)}>
          {t('meetings.attendance.invite')}
        </Button>
      ) : null}
      {isChoosing ? (
        <Suspense fallback={null}>
          <InviteDialog meeting={meeting} onClose={() => setChoosing(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

import { type AttendanceView, type MeetingView, meetings } from '@bangvang/contract/meetings'
import { type AttendanceState, attendanceStates } from '@bangvang/core/meetings/meeting'
import { Check, FileCheck, Minus } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Guests, Invited } from './invited.tsx'

const looks = {
  present: { icon: Check, tone: 'ok' },
  absent: { icon: Minus, tone: 'q' },
  authorized: { icon: FileCheck, tone: 'pen' },
} as const

/** Lines of "name; office" as people. */
export function peopleOf(text: string): { name: string; title: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim().normalize('NFC'))
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...rest] = line.split(';')
      return { name: name.trim(), title: rest.join(';').trim() }
    })
}

const linesOf = (people: readonly { name: string; title: string }[]) =>
  people.map(({ name, title }) => (title === '' ? name : `${name}; ${title}`)).join('\n')

type DialogProps = { meeting: MeetingView; unit: AttendanceView; onClose: () => void }

function AttendDialog({ meeting, unit, onClose }: DialogProps) {
  const t = useWords()
  const attend = useWrite(meetings.attend, ['ballots'])
  const fault = useFaultWords(attend.error)
  const [state, setState] = useState<AttendanceState>(unit.version === 0 ? 'present' : unit.state)
  const attendedOf = (form: FormData) => {
    const people = peopleOf(String(form.get('people') ?? ''))
    if (state === 'absent') return { state, people: [], authorization: null }
    if (state === 'present') return { state, people, authorization: null }
    return {
      state,
      people,
      authorization: {
        name: String(form.get('substitute')),
        title: String(form.get('substituteTitle')),
        paperNumber: String(form.get('paper')),
        fileId: unit.authorization?.fileId ?? null,
      },
    }
  }
  return (
    <Dialog title={t('meetings.attendance.noteOf', { unit: unit.unitName })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const attended = attendedOf(new FormData(event.currentTarget))
          if (!attend.isPending)
            attend.mutate(
              {
                params: { meetingId: meeting.id, unitId: unit.unitId },
                body: { attended, version: unit.version },
              },
              { onSuccess: onClose },
            )
        }}
      >
        <Field label={t('meetings.attendance.state')}>
          {(input) => (
            <select
              {...input}
              value={state}
              onChange={({ target }) => setState(target.value as AttendanceState)}
            >
              {attendanceStates.map((one) => (
                <option key={one} value={one}>
                  {t(`meetings.attendance.states.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {state === 'authorized' ? (
          <>
            <Field label={t('meetings.attendance.substitute')} error={fault('#/attended/authorization/name')}>
              {(input) => (
                <input {...input} name="substitute" required defaultValue={unit.authorization?.name} />
              )}
            </Field>
            <Field label={t('meetings.attendance.substituteTitle')}>
              {(input) => (
                <input {...input} name="substituteTitle" defaultValue={unit.authorization?.title} />
              )}
            </Field>
            <Field
              label={t('meetings.attendance.paper')}
              error={fault('#/attended/authorization/paperNumber')}
            >
              {(input) => (
                <input {...input} name="paper" required defaultValue={unit.authorization?.paperNumber} />
              )}
            </Field>
          </>
        ) : null}
        {state === 'absent' ? null : (
          <Field label={t('meetings.attendance.names')} error={fault('#/attended/people')}>
            {(input) => <textarea {...input} name="people" rows={3} defaultValue={linesOf(unit.people)} />}
          </Field>
        )}
        <Refusal error={attend.error} />
        <Button kind="main" type="submit" isBusy={attend.isPending}>
          {t('meetings.attendance.save')}
        </Button>
      </form>
    </Dialog>
  )
}

function Unit({ meeting, unit }: { meeting: MeetingView; unit: AttendanceView }) {
  const t = useWords()
  const [isNoting, setNoting] = useState(false)
  const { authorization } = unit
  const who = [
    ...(authorization === null
      ? []
      : [`${authorization.name} (${t('meetings.attendance.by', { number: authorization.paperNumber })})`]),
    ...unit.people.map(({ name, title }) => (title === '' ? name : `${name}, ${title}`)),
  ]
  return (
    <li>
      <span className="attend-unit">
        <b>{unit.unitName}</b>
        {who.length === 0 ? null : <small className="q">{who.join('; ')}</small>}
      </span>
      <Tag {...looks[unit.state]}>{t(`meetings.attendance.states.${unit.state}`)}</Tag>
      {meeting.may.run && meeting.status !== 'closed' ? (
        <Button
          isSmall
          aria-label={t('meetings.attendance.noteOf', { unit: unit.unitName })}
          onClick={() => setNoting(true)}
        >
          {t('meetings.attendance.note')}
        </Button>
      ) : null}
      {isNoting ? <AttendDialog meeting={meeting} unit={unit} onClose={() => setNoting(false)} /> : null}
    </li>
  )
}

/** Who is there: every member unit, guests and the reviewer apart, and who was invited. */
export function Attendance({ meeting }: { meeting: MeetingView }) {
  const t = useWords()
  return (
    <section className="meeting-part">
      <h2>{t('meetings.attendance.title')}</h2>
      <ul className="plain-list attend">
        {meeting.attendance.map((unit) => (
          <Unit key={unit.unitId} meeting={meeting} unit={unit} />
        ))}
      </ul>
      <Guests meeting={meeting} />
      <Invited meeting={meeting} />
    </section>
  )
}

import { proceedings, type SpeechView } from '@bangvang/contract/proceedings'
import { Mic } from 'lucide-react'
import { useState } from 'react'
import { useNow } from '../../lib/actor.tsx'
import { useWrite } from '../../lib/api.ts'
import { spanText, useTick } from '../../lib/use-tick.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import type { Room } from './meeting-page.tsx'

/** How long someone has spoken, or has left of the time given. */
export function SpeechTimer({ speech }: { speech: SpeechView }) {
  useTick()
  const t = useWords()
  const spoken = useNow().getTime() - (speech.calledAt?.getTime() ?? 0)
  if (speech.minutes === null) return <span role="timer">{spanText(spoken)}</span>
  const left = speech.minutes * 60_000 - spoken
  return (
    <span role="timer" className={left < 0 ? 'err' : ''}>
      {left < 0 ? `${spanText(-left)} ${t('meetings.speakers.over')}` : spanText(left)}
    </span>
  )
}

function Speech({ room: { meeting, going }, speech }: { room: Room; speech: SpeechView }) {
  const t = useWords()
  const call = useWrite(proceedings.callSpeaker)
  const end = useWrite(proceedings.endSpeech)
  const [minutes, setMinutes] = useState('5')
  const params = { meetingId: meeting.id, speechId: speech.id }
  const runs = meeting.may.run && going.status === 'running'
  const isSpeaking = speech.state === 'speaking'
  return (
    <li>
      <span className="attend-unit">
        <b>{speech.name}</b>
        {speech.unitName === null ? null : <small className="q">{speech.unitName}</small>}
      </span>
      {isSpeaking ? <SpeechTimer speech={speech} /> : null}
      {runs && !isSpeaking ? (
        <>
          <input
            type="number"
            min={1}
            max={600}
            className="minutes-input"
            aria-label={t('meetings.speakers.minutes')}
            value={minutes}
            onChange={({ target }) => setMinutes(target.value)}
          />
          <Button
            isSmall
            aria-label={t('meetings.speakers.callFor', { name: speech.name })}
            isBusy={call.isPending}
            onClick={() =>
              call.mutate({ params, body: { minutes: minutes === '' ? null : Number(minutes) } })
            }
          >
            {t('meetings.speakers.call')}
          </Button>
        </>
      ) : null}
      {(runs && isSpeaking) || speech.isOwn ? (
        <Button isSmall isBusy={end.isPending} onClick={() => end.mutate({ params })}>
          {t(isSpeaking ? 'meetings.speakers.end' : 'meetings.speakers.withdraw')}
        </Button>
      ) : null}
      <Refusal error={call.error ?? end.error} />
    </li>
  )
}

function NoteSpeaker({ room: { meeting } }: { room: Room }) {
  const t = useWords()
  const ask = useWrite(proceedings.askToSpeak)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        const element = event.currentTarget
        const form = new FormData(element)
        const speaker = { name: String(form.get('name')), unitId: String(form.get('unit')) || null }
        if (!ask.isPending)
          ask.mutate(
            { params: { meetingId: meeting.id }, body: { speaker } },
            { onSuccess: () => element.reset() },
          )
      }}
    >
      <div className="row-2">
        <Field label={t('meetings.speakers.name')}>
          {(input) => <input {...input} name="name" required maxLength={200} />}
        </Field>
        <Field label={t('meetings.speakers.unit')}>
          {(input) => (
            <select {...input} name="unit">
              <option value="">{t('meetings.speakers.noUnit')}</option>
              {meeting.attendance.map(({ unitId, unitName }) => (
                <option key={unitId} value={unitId}>
                  {unitName}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Refusal error={ask.error} />
      <Button type="submit" isSmall isBusy={ask.isPending}>
        {t('meetings.speakers.add')}
      </Button>
    </form>
  )
}

/** Who speaks now, who waits, in the order they asked. */
export function Speakers({ room }: { room: Room }) {
  const t = useWords()
  const { meeting, going } = room
  const ask = useWrite(proceedings.askToSpeak)
  if (going.status !== 'running') return null
  const speaking = going.speeches.filter(({ state }) => state === 'speaking')
  const waiting = going.speeches.filter(({ state }) => state === 'asked')
  const hasAsked = [...speaking, ...waiting].some(({ isOwn }) => isOwn)
  return (
    <section className="meeting-part">
      <h2>{t('meetings.speakers.title')}</h2>
      {speaking.length + waiting.length === 0 ? <p className="q">{t('meetings.speakers.none')}</p> : null}
      <ul className="plain-list attend">
        {[...speaking, ...waiting].map((speech) => (
          <Speech key={speech.id} room={room} speech={speech} />
        ))}
      </ul>
      {meeting.may.speak && !hasAsked ? (
        <Button
          isBusy={ask.isPending}
          onClick={() => ask.mutate({ params: { meetingId: meeting.id }, body: { speaker: null } })}
        >
          <Icon of={Mic} />
          {t('meetings.speakers.ask')}
        </Button>
      ) : null}
      <Refusal error={ask.error} />
      {meeting.may.run ? <NoteSpeaker room={room} /> : null}
    </section>
  )
}

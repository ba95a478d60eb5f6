import { type MeetingView, meetings } from '@bangvang/contract/meetings'
import { Trash2 } from 'lucide-react'
import { useWrite } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Refusal } from '../../ui/refusal.tsx'

/** The files of a meeting: uploaded by chair and secretary, opened by everyone who sees it. */
export function MeetingFiles({ meeting }: { meeting: MeetingView }) {
  const t = useWords()
  const upload = useWrite(meetings.upload)
  const remove = useWrite(meetings.removeFile)
  const params = { meetingId: meeting.id }
  return (
    <section className="meeting-part">
      <h2>{t('meetings.files.title')}</h2>
      {meeting.files.length === 0 ? <p className="q">{t('meetings.files.none')}</p> : null}
      <ul className="plain-list">
        {meeting.files.map(({ id, name }) => (
          <li key={id}>
            <a href={`/api/meetings/${meeting.id}/files/${id}`} target="_blank" rel="noreferrer">
              {name}
            </a>
            {meeting.may.run && meeting.status !== 'closed' ? (
              <button
                type="button"
                className="tool"
                aria-label={t('meetings.files.remove', { name })}
                onClick={() => remove.mutate({ params: { ...params, fileId: id } })}
              >
                <Icon of={Trash2} />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {meeting.may.run ? (
        <Field label={t('meetings.files.upload')} hint={t('meetings.files.secret')}>
          {(input) => (
            <input
              {...input}
              type="file"
              disabled={upload.isPending}
              onChange={({ target }) => {
                const file = target.files?.[0]
                if (file !== undefined) upload.mutate({ params, body: file })
                target.value = ''
              }}
            />
          )}
        </Field>
      ) : null}
      <Refusal error={upload.error ?? remove.error} />
    </section>
  )
}

import { type MinutesView, minutes } from '@bangvang/contract/minutes'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

/** Who signed what: the act, its time and the text's hash; and PDFs signed elsewhere, kept unchanged. */
export function Signing({ view }: { view: MinutesView }) {
  const t = useWords()
  const format = useFormat()
  const sign = useWrite(minutes.sign)
  const upload = useWrite(minutes.uploadSigned)
  const { sha256, may } = view
  const params = { meetingId: view.meetingId }
  const part = may.sign
  if (sha256 === null) return null
  return (
    <section className="minutes-signing">
      <h2>{t('meetings.minutes.hash')}</h2>
      <p className="hash">{sha256}</p>
      <ul className="plain-list">
        {view.signatures.map(({ part: signer, byName, at }) => (
          <li key={signer}>
            {t('meetings.minutes.signed', {
              part: t(`meetings.minutes.part.${signer}`),
              by: byName,
              at: format.dateTime(at),
            })}
          </li>
        ))}
      </ul>
      {part === null ? null : (
        <>
          <p className="q">{t('meetings.minutes.signNote', { sha256: sha256.slice(0, 16) })}</p>
          <Button
            kind="main"
            isBusy={sign.isPending}
            onClick={() => sign.mutate({ params, body: { addendum: 0, sha256 } })}
          >
            {t(`meetings.minutes.sign.${part}`)}
          </Button>
        </>
      )}
      <Refusal error={sign.error ?? upload.error} />
      <h3>{t('meetings.minutes.signedFiles')}</h3>
      <ul className="plain-list">
        {view.signedFiles.map((file) => (
          <li key={file.id}>
            <a href={`/api/meetings/${view.meetingId}/files/${file.id}`}>{file.name}</a>
            <span className="hash">{file.sha256}</span>
          </li>
        ))}
      </ul>
      {may.addAddendum || part !== null ? (
        <Field label={t('meetings.minutes.upload')}>
          {(input) => (
            <input
              {...input}
              type="file"
              accept="application/pdf"
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
    </section>
  )
}

import { addressOf } from '@bangvang/contract/client'
import { type LawView, laws } from '@bangvang/contract/laws'
import { FileText, SquareArrowOutUpRight } from 'lucide-react'
import { useSession } from '../../lib/actor.tsx'
import { useWrite } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Refusal } from '../../ui/refusal.tsx'

function TextLinks({ law: { id, file, link } }: { law: LawView }) {
  const t = useWords()
  const { person } = useSession()
  return (
    <ul className="plain-list">
      {link === null ? null : (
        <li>
          <a href={link} target="_blank" rel="noreferrer">
            {t('laws.file.link')}
          </a>
          <Icon of={SquareArrowOutUpRight} />
          <span className="q">{new URL(link).host}</span>
        </li>
      )}
      {file === null ? null : (
        <li>
          {person === null ? (
            t('laws.file.signIn')
          ) : (
            <>
              <Icon of={FileText} />
              <a href={addressOf(laws.file, { params: { lawId: id } })} target="_blank" rel="noreferrer">
                {t('laws.file.open', { name: file.name })}
              </a>
            </>
          )}
        </li>
      )}
    </ul>
  )
}

/** The text of a law: where it is published, and its file; the keepers put it and take it away. */
export function LawText({ law, mayKeep }: { law: LawView; mayKeep: boolean }) {
  const t = useWords()
  const put = useWrite(laws.putFile)
  const remove = useWrite(laws.removeFile)
  const at = { params: { lawId: law.id }, query: { version: law.version } }
  const isBusy = put.isPending || remove.isPending
  if (law.file === null && law.link === null && !mayKeep) return null
  return (
    <section>
      <h2>{t('laws.file.title')}</h2>
      {law.file === null && law.link === null ? (
        <p className="q">{t('laws.file.none')}</p>
      ) : (
        <TextLinks law={law} />
      )}
      {mayKeep ? (
        <Field label={t('laws.file.put')} hint={t('laws.file.putHint')}>
          {(input) => (
            <input
              {...input}
              type="file"
              accept=".pdf,.doc,.docx"
              disabled={isBusy}
              onChange={({ target }) => {
                const file = target.files?.[0]
                if (file !== undefined) put.mutate({ ...at, body: file })
                target.value = ''
              }}
            />
          )}
        </Field>
      ) : null}
      {mayKeep && law.file !== null ? (
        <Button isSmall isBusy={isBusy} onClick={() => remove.mutate(at)}>
          {t('laws.file.remove')}
        </Button>
      ) : null}
      <Refusal error={put.error ?? remove.error} />
    </section>
  )
}

import { Upload } from 'lucide-react'
import { useRefusalWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Uploads } from './use-uploads.ts'

const ACCEPTED = '.pdf,.doc,.docx,.xls,.xlsx,.png,.jpg,.jpeg,.gif,.webp,.tif,.tiff'

/** Files on their way to one criterion with how far each is, and the way to add more. */
export function UploadList({ uploads, code }: { uploads: Uploads; code: string }) {
  const t = useWords()
  const refusalWords = useRefusalWords()
  const own = uploads.uploads.filter(({ criterionCode }) => criterionCode === code)
  return (
    <>
      <label className="file-in">
        <span className="btn">
          <Icon of={Upload} />
          {t('assessments.evidence.add')}
        </span>
        <input
          className="vh"
          type="file"
          multiple
          accept={ACCEPTED}
          onChange={({ target }) => {
            uploads.add(code, [...(target.files ?? [])])
            target.value = ''
          }}
        />
        <small className="q">{t('assessments.evidence.drop')}</small>
      </label>
      <ul className="files" aria-live="polite">
        {own.map((upload) => {
          const { name } = upload.file
          return (
            <li key={upload.id} className="file">
              {upload.state === 'failed' ? (
                <>
                  <span className="err">
                    {t('assessments.evidence.failed', { name })} {refusalWords(upload.error)}
                  </span>
                  <Button isSmall onClick={() => uploads.again(upload)}>
                    {t('assessments.evidence.again')}
                  </Button>
                </>
              ) : (
                <>
                  <span>
                    {t(
                      upload.state === 'done'
                        ? 'assessments.evidence.uploaded'
                        : 'assessments.evidence.uploading',
                      { name },
                    )}
                  </span>
                  <progress className="bar" aria-label={name} value={upload.share} max={1} />
                </>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

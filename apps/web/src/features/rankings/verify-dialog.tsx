import { useWords } from '../../lib/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { inFours } from './seal.tsx'

type Props = {
  seasonId: string
  year: number
  sha256: string
  /** Where the exported file is; null where it cannot be downloaded without signing in. */
  bundleAddress: string | null
  onClose: () => void
}

/** How anyone checks the seal, by themselves. */
export function VerifyDialog({ seasonId, year, sha256, bundleAddress, onClose }: Props) {
  const t = useWords()
  const file = `${seasonId}-xep-hang.json`
  return (
    <Dialog title={t('rankings.verify.title')} onClose={onClose}>
      <p>{t('rankings.verify.about')}</p>
      <ol className="verify-steps">
        <li>
          {t('rankings.verify.steps.download', { year })}{' '}
          {bundleAddress === null ? (
            t('rankings.verify.noFile')
          ) : (
            <a href={bundleAddress} download={file}>
              {t('rankings.acts.bundle')}
            </a>
          )}
        </li>
        <li>
          {t('rankings.verify.steps.run')}{' '}
          <code className="mono">npm run --silent bangvang -- verify {file}</code>
        </li>
        <li>{t('rankings.verify.steps.compare')}</li>
      </ol>
      <p>
        <b>{t('rankings.verify.hash')}</b>
        <br />
        <span className="hash">{inFours(sha256).join(' ')}</span>
      </p>
    </Dialog>
  )
}

import type { IssuedPaperView } from '@bangvang/contract/papers'
import type { PaperFormat } from '@bangvang/core/papers/paper'
import { Download } from 'lucide-react'
import { useWords } from '../../lib/words.ts'
import { Icon } from '../../ui/icon.tsx'

type Props = { formats: readonly PaperFormat[]; name: string; addressOf: (format: PaperFormat) => string }

/** A paper's downloads, one a format. */
export function PaperFiles({ formats, name, addressOf }: Props) {
  const t = useWords()
  return (
    <span className="paper-files">
      {formats.map((format) => {
        const word = t(`papers.format.${format}`)
        return (
          <a
            key={format}
            href={addressOf(format)}
            aria-label={t('papers.download', { format: word, paper: name })}
            download
          >
            <Icon of={Download} />
            {word}
          </a>
        )
      })}
    </span>
  )
}

/** The hashes of a kept paper's files, to tell whether a copy is the one kept here. */
export function PaperHashes({ files }: Pick<IssuedPaperView, 'files'>) {
  const t = useWords()
  return (
    <details className="paper-hashes">
      <summary>{t('papers.issued.hashes')}</summary>
      {files.map(({ format, sha256 }) => (
        <p key={format}>{t('papers.issued.hash', { format: t(`papers.format.${format}`), sha256 })}</p>
      ))}
    </details>
  )
}

import { addressOf } from '@bangvang/contract/client'
import { criteria } from '@bangvang/contract/criteria'
import { Download } from 'lucide-react'
import { useLocale } from '../../lib/locale.ts'
import { useWords } from '../../lib/words.ts'
import { Icon } from '../../ui/icon.tsx'

type Version = { id: string; year: number; number: number }

/** An adopted version's files. */
export function VersionDownloads({ version }: { version: Version }) {
  const t = useWords()
  const language = useLocale()
  const { id: versionId, ...named } = version
  return (
    <span className="downloads">
      <a
        href={addressOf(criteria.versionDocument, { params: { versionId } })}
        aria-label={t('criteria.versions.jsonOf', named)}
        download
      >
        <Icon of={Download} /> {t('criteria.versions.json')}
      </a>{' '}
      <a
        href={addressOf(criteria.versionSheet, { params: { versionId }, query: { language } })}
        aria-label={t('criteria.versions.excelOf', named)}
        download
      >
        <Icon of={Download} /> {t('criteria.versions.excel')}
      </a>
    </span>
  )
}

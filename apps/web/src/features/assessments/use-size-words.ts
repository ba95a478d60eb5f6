import { useLocale } from '../../lib/locale.ts'
import { useWords } from '../../lib/words.ts'
import { printedNumber } from './grid-model.ts'

/** A file's size in bytes as people read it: "830 byte", "82 kB", "1,4 MB". */
export function useSizeWords(): (bytes: number) => string {
  const t = useWords()
  const locale = useLocale()
  return (bytes) => {
    if (bytes < 1000) return t('assessments.evidence.bytes', { n: bytes })
    if (bytes < 1_000_000) return t('assessments.evidence.kilobytes', { n: Math.round(bytes / 1000) })
    const megabytes = (bytes / 1_000_000).toFixed(1)
    return t('assessments.evidence.megabytes', { n: printedNumber(megabytes, locale) })
  }
}

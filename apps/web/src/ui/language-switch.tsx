import { useLocale } from '../lib/locale.ts'
import { chooseLocale, useWords } from '../lib/words.ts'

/** VI | EN: one press switches every sentence. */
export function LanguageSwitch({ onChosen }: { onChosen?: (locale: 'vi' | 'en') => void }) {
  const locale = useLocale()
  const t = useWords()
  const other = locale === 'vi' ? 'en' : 'vi'
  return (
    <button
      type="button"
      className="tool lang"
      onClick={() => {
        void chooseLocale(other)
        onChosen?.(other)
      }}
    >
      {locale === 'vi' ? <b>VI</b> : <span>VI</span>}
      {locale === 'en' ? <b>EN</b> : <span>EN</span>}
      <span className="vh" lang={other}>
        {t('shell.language.toOther')}
      </span>
    </button>
  )
}

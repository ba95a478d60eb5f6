import { session } from '@bangvang/contract/session'
import { useMutation } from '@tanstack/react-query'
import { call } from '../lib/api.ts'
import type { Locale } from '../lib/locale.ts'
import { LanguageSwitch } from '../ui/language-switch.tsx'

/** The language switch of a signed-in person, whose account remembers the choice; this device does in any case. */
export function ShellLanguage() {
  const { mutate } = useMutation({
    mutationFn: (locale: Locale) => call(session.chooseLocale, { body: { locale } }),
  })
  return <LanguageSwitch onChosen={mutate} />
}

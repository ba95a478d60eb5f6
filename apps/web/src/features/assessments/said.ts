import type { Criterion } from '@bangvang/core/criteria/document'
import type { Locale } from '../../lib/locale.ts'
import type { Translate } from '../../lib/words.ts'
import { optionsOf, type Typed, textFields } from './grid-model.ts'

/** What a row says, in one line: both numbers with their names, the option, the ticks, the note. */
export function said(
  criterion: Criterion,
  typed: Typed,
  { t, locale }: { t: Translate; locale: Locale },
): string {
  const note = typed.note.trim() === '' ? [] : [`${t('assessments.grid.note')}: ${typed.note.trim()}`]
  if (typed.isNotApplicable) return [t('assessments.grid.notApplicable'), ...note].join('; ')
  const options = optionsOf(criterion)
  const titled = (keys: readonly string[]) =>
    options.filter(({ key }) => keys.includes(key)).map(({ title }) => title[locale])
  if (criterion.measure.kind === 'checklist') {
    const ticked = typed.checked === null ? [t('assessments.state.empty')] : titled(typed.checked)
    return [ticked.length === 0 ? t('assessments.grid.none') : ticked.join(', '), ...note].join('; ')
  }
  const fields = textFields(criterion).flatMap((field) => {
    const text = typed.texts[field] ?? ''
    if (text === '') return []
    return [field === 'option' ? titled([text]).join('') : `${t(`assessments.field.${field}`)} ${text}`]
  })
  return [fields.length === 0 ? t('assessments.state.empty') : fields.join(', '), ...note].join('; ')
}

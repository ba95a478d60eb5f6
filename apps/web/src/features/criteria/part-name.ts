import { isObject } from '@bangvang/core/criteria/by-code'
import type { Formats } from '../../lib/format.ts'
import type { Translate } from '../../lib/words.ts'

const amounts = ['scored', 'bonus', 'penalty'] as const

function tieName(content: Record<string, unknown>, t: Translate): string | null {
  const { section, criterion, amount } = content
  if (typeof section === 'string') return t('seasons.criteria.tie.section', { what: section })
  if (typeof criterion === 'string') return t('seasons.criteria.tie.criterion', { what: criterion })
  const known = amounts.find((one) => one === amount)
  return known === undefined ? null : t(`seasons.criteria.tie.${known}`)
}

/** What a part is called: its title, or what a tie-breaker compares; null where it is not called anything yet. */
export function partName(content: unknown, t: Translate, format: Formats): string | null {
  if (!isObject(content)) return null
  if (!isObject(content.title)) return tieName(content, t)
  const [vi, en] = [content.title.vi, content.title.en].map((words) =>
    typeof words === 'string' ? words : '',
  )
  return format.text({ vi: vi ?? '', en: en ?? '' }) || null
}

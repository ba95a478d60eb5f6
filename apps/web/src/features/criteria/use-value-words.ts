import { describeBonus, describeRule } from '@bangvang/core/assessments/explain'
import type { GateEffect, Grade } from '@bangvang/core/criteria/document'
import { valueAt } from '@bangvang/core/criteria/value-at'
import { isDecimal } from '@bangvang/core/numbers/decimal'
import { type Formats, useFormat } from '../../lib/format.ts'
import { type Translate, useWords, type WordKey } from '../../lib/words.ts'
import { documentOfOne } from './alone.ts'

type Say = (value: unknown, whole: unknown) => string

function plainWords(format: Formats): Say {
  return (value) => {
    if (typeof value === 'number') return String(value)
    if (typeof value !== 'string') return JSON.stringify(value)
    return isDecimal(value) ? format.points(value) : value
  }
}

/** The word kept for a value under a key, or the value itself where there is none. */
const named =
  (t: Translate, under: string, plain: Say): Say =>
  (value, whole) => {
    const key = `${under}.${String(value)}` as WordKey
    const words = t(key)
    return words === key ? plain(value, whole) : words
  }

function criterionWords(t: Translate, format: Formats, plain: Say) {
  const rule: Say = (value, whole) => {
    const sound = documentOfOne(whole)?.criterion
    return sound === undefined ? plain(value, whole) : format.text(describeRule(sound))
  }
  const measure: Say = (value, whole) => {
    const sound = documentOfOne(whole)?.criterion
    if (sound === undefined) return plain(value, whole)
    return `${t(`seasons.criteria.kind.${sound.measure.kind}`)}. ${format.text(describeRule(sound))}`
  }
  const bonus: Say = (value, whole) => {
    const sound = documentOfOne(whole)?.criterion
    return sound?.bonus === undefined ? plain(value, whole) : format.text(describeBonus(sound.bonus, sound))
  }
  return { rule, measure, bonus }
}

function standingWords(t: Translate, format: Formats, plain: Say) {
  const effect: Say = (value, whole) => {
    const { kind, grade = '' } = value as { kind?: GateEffect['kind']; grade?: string }
    const key = `seasons.criteria.gate.${kind}` as WordKey
    const words = t(key, { grade })
    return words === key ? plain(value, whole) : words
  }
  const require: Say = (value, whole) =>
    Array.isArray(value)
      ? (value as NonNullable<Grade['require']>)
          .map(({ section, atLeast }) =>
            t('seasons.criteria.gradeRequire', { section, points: format.points(atLeast) }),
          )
          .join(', ')
      : plain(value, whole)
  return { effect, require }
}

/** What a field of a criteria document says, as people read it; `whole` is the part that the field belongs to. */
export function useValueWords(): (field: string, whole: unknown) => string {
  const t = useWords()
  const format = useFormat()
  const plain = plainWords(format)
  const ways: Readonly<Record<string, Say>> = {
    ...criterionWords(t, format, plain),
    ...standingWords(t, format, plain),
    role: named(t, 'seasons.criteria.role', plain),
    evidence: named(t, 'seasons.criteria.need', plain),
    notApplicable: named(t, 'criteria.notApplicable', plain),
  }
  return (field, whole) => {
    const value = valueAt(whole, field)
    const isNothing = value === undefined || value === null || value === ''
    return isNothing
      ? t('criteria.compare.nothing')
      : (ways[field] ?? plain)(value, whole) || t('criteria.compare.nothing')
  }
}

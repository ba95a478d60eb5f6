import { isObject } from '@bangvang/core/criteria/by-code'
import type { Measure, Rule } from '@bangvang/core/criteria/document'
import type { Content } from './form.ts'
import { listOf, listValue } from './list-value.ts'

export const measureKinds: readonly Measure['kind'][] = [
  ...(['achievement', 'gap', 'value', 'share', 'count'] as const),
  ...(['rank', 'choice', 'checklist', 'judgement'] as const),
]
export const numericRules: readonly Rule['kind'][] = ['linear', 'steps', 'tiers', 'perUnit']
export const rankRules: readonly Rule['kind'][] = ['places', 'placeTable']

/** The rules that a measure may have; [] where its answer says its points itself (scoring.md "Rule"). */
export function rulesFor(measure: unknown): readonly Rule['kind'][] {
  if (measure === 'rank') return rankRules
  return measure === 'choice' || measure === 'checklist' || measure === 'judgement' ? [] : numericRules
}

/** A measure of a kind, with what the one before it had that fits. */
function measureOf(kind: Measure['kind'], before: unknown): Record<string, unknown> {
  switch (kind) {
    case 'value':
    case 'share':
    case 'count':
    case 'judgement':
      return { kind }
    case 'achievement':
    case 'gap':
    case 'rank':
      return { kind, better: listValue(before, 'better') ?? 'higher' }
    case 'choice':
    case 'checklist': {
      const options = listOf(before, 'options')
      return { kind, options: options.length > 0 ? options : [newOption([])] }
    }
  }
}

/** An option with a key that no other has. */
export function newOption(options: readonly unknown[]): Record<string, unknown> {
  const taken = new Set(options.map((option) => listValue(option, 'key')))
  let count = options.length + 1
  while (taken.has(`o${count}`)) count += 1
  return { key: `o${count}`, title: { vi: '', en: '' }, points: '0' }
}

/** A rule of a kind as it begins. */
export function ruleOf(kind: Rule['kind'], maxPoints: unknown): Record<string, unknown> {
  switch (kind) {
    case 'linear':
      return { kind, zeroAt: '0', fullAt: '100' }
    case 'steps':
      return { kind, from: '100', side: 'below', per: '1', points: '1', count: 'exact' }
    case 'tiers':
      return { kind, better: 'higher', tiers: [{ bound: '100', points: maxPoints ?? '0' }] }
    case 'perUnit':
      return { kind, points: '1' }
    case 'places':
      return { kind, step: '1' }
    case 'placeTable':
      return { kind, points: [maxPoints ?? '0'] }
  }
}

export const newBonus = { from: '100', side: 'above', per: '1', points: '1', count: 'exact', cap: '5' }

/** What changes in a criterion when it is measured another way: the rule and the bonus stay where they still fit. */
export function measuredAs(content: Content, kind: Measure['kind']): Record<string, unknown> {
  const rules = rulesFor(kind)
  const present = listValue(content, 'rule.kind')
  const [first] = rules
  const rule =
    first === undefined
      ? undefined
      : rules.some((one) => one === present)
        ? content.rule
        : ruleOf(first, content.maxPoints)
  const bonus = rules === numericRules && isObject(content.bonus) ? content.bonus : undefined
  return { measure: measureOf(kind, content.measure), rule, bonus }
}

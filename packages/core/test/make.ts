import type { CriteriaDocument, Criterion, Measure, Rule, Section, Text } from '../src/criteria/document.ts'

/** A text that says the same in both languages. */
export const text = (words: string): Text => ({ vi: words, en: words })

/** A criterion of 60 points that reports a value, 1 point for each unit, unless said otherwise. */
export function makeCriterion(
  changes: Partial<Criterion> & { measure?: Measure; rule?: Rule } = {},
): Criterion {
  const measure: Measure = changes.measure ?? { kind: 'value' }
  const needsRule = !('options' in measure) && measure.kind !== 'judgement'
  const rule: Rule =
    measure.kind === 'rank' ? { kind: 'places', step: '2' } : { kind: 'perUnit', points: '1' }
  return {
    code: 'A.1',
    title: text('A.1'),
    maxPoints: '60',
    measure,
    ...(needsRule ? { rule } : {}),
    ...changes,
  }
}

export function makeSection(changes: Partial<Section> = {}): Section {
  return { code: 'A', title: text('A'), role: 'scored', criteria: [makeCriterion()], ...changes }
}

/** A document whose maxPoints is the sum of its scored criteria, which stand right under their sections. */
export function makeDocument(changes: Partial<CriteriaDocument> = {}): CriteriaDocument {
  const sections = changes.sections ?? [makeSection()]
  const scored = sections.filter(({ role }) => role === 'scored').flatMap(({ criteria }) => criteria)
  const sum = scored.reduce((all, node) => all + ('maxPoints' in node ? Number(node.maxPoints) : 0), 0)
  return {
    format: 'bangvang.criteria/1',
    code: 'T',
    year: 2020,
    title: text('T'),
    decimals: 2,
    maxPoints: String(sum),
    sections,
    ...changes,
  }
}

import { describe, expect, test } from 'vitest'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import { checkCriteria } from './check.ts'
import { listCriteria } from './list.ts'

describe('sections and headings', () => {
  const heading = (code: string, criteria: unknown[]) => ({ code, title: text(code), criteria })
  const within = (...criteria: unknown[]) =>
    checkCriteria({ ...makeDocument(), sections: [{ ...makeSection(), criteria }] }).map(({ path, code }) => [
      path,
      code,
    ])

  test('codes are unique together, the later one in document order is named', () => {
    expect(within(heading('H', [makeCriterion({ code: 'A' })]), makeCriterion({ code: 'H' }))).toEqual([
      ['sections.0.criteria.0.criteria.0.code', 'duplicate_code'],
      ['sections.0.criteria.1.code', 'duplicate_code'],
    ])
  })

  test('a heading has nothing else, and is not empty', () => {
    expect(within({ ...heading('H', []), maxPoints: 'x' }, heading('I', [null, 5]))).toEqual([
      ['sections.0.criteria.0', 'wrong_shape'],
      ['sections.0.criteria.0.criteria', 'empty'],
      ['sections.0.criteria.1.criteria.0', 'wrong_shape'],
      ['sections.0.criteria.1.criteria.1', 'wrong_shape'],
    ])
  })

  test('not applicable belongs in scored sections', () => {
    const asked = { ...makeCriterion(), notApplicable: 'full' }
    const faults = (role: unknown) =>
      checkCriteria({
        ...makeDocument(),
        maxPoints: '0',
        sections: [{ ...makeSection(), role, criteria: [asked] }],
      }).map(({ code }) => code)
    expect(faults('bonus')).toEqual(['not_applicable_forbidden'])
    expect(faults('penalty')).toEqual(['not_applicable_forbidden'])
    expect(faults('other')).toEqual(['unknown_value'])
  })

  test('headings nest to any depth', () => {
    const deep = Array.from({ length: 2_000 }).reduce<object>(
      (inner, _, index) => heading(`H${index}`, [inner]),
      makeCriterion(),
    )
    const document = { ...makeDocument(), sections: [{ ...makeSection(), criteria: [deep] }] }
    expect(checkCriteria(document)).toEqual([])
    expect(listCriteria(document as never)).toHaveLength(1)
  })
})

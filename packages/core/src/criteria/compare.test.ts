import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDocument } from '../../test/any.ts'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import { applyComparison } from '../drafts/apply-comparison.ts'
import { compareNodes } from '../drafts/compare.ts'
import { type CriteriaChange, compareCriteria } from './compare.ts'
import { matchParts } from './compare-match.ts'
import type { CriteriaDocument, Criterion } from './document.ts'
import { toDocument, toNodes } from './nodes.ts'

const criterion = (code: string, changes: Partial<Criterion> = {}) =>
  makeCriterion({ code, title: text(`Tiêu chí ${code}`), ...changes })
const document = (...criteria: Criterion[]) =>
  makeDocument({ maxPoints: '60', sections: [makeSection({ criteria })] })

/** What is said of each part, short: `KT01: renumbered`. */
const said = (changes: readonly CriteriaChange[]) =>
  changes.map(({ part, before, after, differences }) => {
    const kinds = differences.map((each) => ('field' in each ? `${each.kind} ${each.field}` : each.kind))
    return `${part} ${(after ?? before)?.code}: ${kinds.join(', ')}`
  })
const compared = (before: unknown, after: unknown) =>
  compareCriteria(before as CriteriaDocument, after as CriteriaDocument)

describe('the comparison of two criteria documents', () => {
  test('of a document with itself says nothing and finds every criterion again', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const any = anyDocument(draw)
        const { changes, criteria } = compareCriteria(any, structuredClone(any))
        expect(changes).toEqual([])
        expect(criteria.every(({ before, after }) => before.code === after.code)).toBe(true)
        expect(criteria.length).toBe(toNodes(any, String).filter(({ kind }) => kind === 'criterion').length)
      }),
    )
  })

  test('names what was added and removed, each where it stands', () => {
    const before = document(criterion('A.1'), criterion('A.2'), criterion('A.3'))
    const after = document(criterion('A.1'), criterion('A.3'), criterion('B.9'))
    expect(said(compareCriteria(before, after).changes)).toEqual([
      'criterion A.2: removed',
      'criterion B.9: added',
    ])
    expect(said(compareCriteria(after, before).changes)).toEqual([
      'criterion A.2: added',
      'criterion B.9: removed',
    ])
    const [removed, added] = compareCriteria(before, after).changes
    expect(removed).toMatchObject({ before: { path: 'sections.0.criteria.1' }, after: null })
    expect(added).toMatchObject({ before: null, after: { path: 'sections.0.criteria.2' } })
  })

  test('names a criterion removed from the top before all others', () => {
    const changes = compareCriteria(
      document(criterion('A.1'), criterion('A.2')),
      document(criterion('A.2')),
    ).changes
    expect(said(changes)).toEqual(['criterion A.1: removed'])
  })

  test('knows a criterion by its title where its code changed, and by its code where its title did', () => {
    const before = document(criterion('A.1'), criterion('A.2'))
    const after = document(
      criterion('A.7', { title: text('TIÊU  CHÍ a.1'.normalize('NFD')) }),
      criterion('A.2', { title: { vi: 'Tiêu chí hai', en: 'Tiêu chí A.2' } }),
    )
    expect(said(compareCriteria(before, after).changes)).toEqual([
      'criterion A.7: renumbered, reworded title.vi, reworded title.en',
      'criterion A.2: reworded title.vi',
    ])
  })

  test('knows codes that were exchanged by their titles', () => {
    const before = document(criterion('A.1'), criterion('A.2'))
    const after = document(
      criterion('A.2', { title: text('Tiêu chí A.1') }),
      criterion('A.1', { title: text('Tiêu chí A.2') }),
    )
    expect(said(compareCriteria(before, after).changes)).toEqual([
      'criterion A.2: renumbered',
      'criterion A.1: renumbered',
    ])
  })

  test('does not guess by a title that stands twice', () => {
    const same = { title: text('Công tác khác') }
    const before = document(criterion('A.1', same), criterion('A.2', same))
    const after = document(criterion('A.3', same))
    expect(said(compareCriteria(before, after).changes)).toEqual([
      'criterion A.1: removed',
      'criterion A.2: removed',
      'criterion A.3: added',
    ])
  })

  test('says what was moved to another part, or among those that stayed', () => {
    const heading = { code: 'H', title: text('Nhóm'), criteria: [criterion('A.3')] }
    const sections = (...criteria: CriteriaDocument['sections'][number]['criteria']) => [
      makeSection({ criteria }),
    ]
    const before = makeDocument({
      sections: sections(criterion('A.1'), criterion('A.2'), criterion('A.4'), heading),
    })
    const after = makeDocument({
      maxPoints: before.maxPoints,
      sections: sections(criterion('A.4'), criterion('A.1'), {
        ...heading,
        criteria: [criterion('A.2'), criterion('A.3')],
      }),
    })
    const { changes } = compareCriteria(before, after)
    expect(said(changes)).toEqual(['criterion A.4: moved', 'criterion A.2: moved'])
    expect(changes[1]?.differences).toMatchObject([
      {
        before: { parent: { code: 'A' }, previous: { code: 'A.1' } },
        after: { parent: { code: 'H' }, previous: null },
      },
    ])
  })

  test('tells points, rule and words apart', () => {
    const before = document(
      criterion('A.1', { guidance: text('Theo báo cáo') }),
      criterion('A.2'),
      criterion('A.3'),
    )
    const after = document(
      criterion('A.1', { maxPoints: '50', rule: { kind: 'perUnit', points: '2' }, evidence: 'required' }),
      criterion('A.2', {
        guidance: { vi: 'Số liệu công bố', en: '' },
        unit: 'tỷ đồng',
        notApplicable: 'full',
      }),
      criterion('A.3', { measure: { kind: 'count' }, title: { vi: 'Tiêu chí A.3', en: 'Third' } }),
    )
    const { changes } = compareCriteria(before, after)
    expect(said(changes)).toEqual([
      'criterion A.1: pointsChanged, ruleChanged rule, reworded guidance.vi, reworded guidance.en, ruleChanged evidence',
      'criterion A.2: reworded guidance.vi, ruleChanged unit, ruleChanged notApplicable',
      'criterion A.3: reworded title.en, ruleChanged measure',
    ])
    expect(changes[0]?.differences[0]).toEqual({ kind: 'pointsChanged', before: '60', after: '50' })
    expect(changes[1]?.differences[0]).toEqual({
      kind: 'reworded',
      field: 'guidance.vi',
      before: '',
      after: 'Số liệu công bố',
      words: [{ kind: 'added', text: 'Số liệu công bố' }],
    })
  })

  test('says what decides standings: caps, gates, grades, tie-breakers', () => {
    const standing = {
      gates: [{ code: 'U', title: text('Vi phạm'), effect: { kind: 'unranked' as const } }],
      grades: [{ code: 'A', title: text('Xuất sắc'), atLeast: '50' }],
      tieBreakers: [{ section: 'A' }, { amount: 'scored' as const }],
    }
    const before = makeDocument(standing)
    const after = makeDocument({
      decimals: 1,
      bonusCap: '5',
      gates: [{ code: 'U', title: text('Vi phạm'), effect: { kind: 'hold' } }],
      grades: [{ code: 'A', title: text('Xuất sắc'), atLeast: '55' }],
      tieBreakers: [{ amount: 'scored' }, { criterion: 'A.1' }],
    })
    expect(said(compareCriteria(before, after).changes)).toEqual([
      'criteriaSet T: standingChanged decimals, standingChanged bonusCap',
      'gate U: standingChanged effect',
      'grade A: standingChanged atLeast',
      'tieBreaker : removed',
      'tieBreaker : added',
    ])
  })

  test('compares whatever two files say', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (a, b, c) => {
        const files = [
          a,
          b,
          { sections: [a, { title: b, criteria: [c, { code: 'x', title: 7 }] }], gates: c },
        ]
        for (const before of files) for (const after of files) compared(before, after)
        expect(compared(files[2], structuredClone(files[2])).changes).toEqual([])
      }),
    )
    const lopsided = compared({ code: 7, title: 'T' }, { title: { vi: 'Bộ tiêu chí' } })
    expect(said(lopsided.changes)).toEqual(['criteriaSet : renumbered, reworded title.vi'])
  })

  test('leads from the parts before to the parts after', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const [before, after] = [anyDocument(draw), anyDocument(draw)]
        let count = 0
        const newId = () => {
          count += 1
          return `n${count}`
        }
        const [old, young] = [toNodes(before, newId), toNodes(after, newId)]
        const matched = matchParts(old, young)
        const idOf = (id: string) => matched.get(id) ?? id
        const named = young.map((node) => ({
          ...node,
          id: idOf(node.id),
          parentId: node.parentId === null ? null : idOf(node.parentId),
        }))
        const made = applyComparison(old, compareNodes(old, named))
        expect(toDocument(made).document).toEqual(toDocument(young).document)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDocument } from '../../test/any.ts'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import { readFaultVectors, readScoringVectors } from '../../test/vectors.ts'
import { checkNodes } from '../drafts/check-nodes.ts'
import type { NewNode } from '../drafts/draft.ts'
import { sameJson } from '../drafts/same-json.ts'
import type { CriteriaDocument } from './document.ts'
import { faultsByNode, faultsOfCriteria, toDocument, toNodes } from './nodes.ts'

const counter = () => {
  let count = 0
  return () => {
    count += 1
    return `n${count}`
  }
}
const nodesOf = (document: unknown) => toNodes(document, counter())

/** Lists that a document may leave out, left out where they are empty. */
function withoutEmptyLists(document: CriteriaDocument): CriteriaDocument {
  return Object.fromEntries(
    Object.entries(document).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  ) as CriteriaDocument
}

describe('criteria as the nodes of a draft', () => {
  test('make the very document again, whatever it is', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const document = anyDocument(draw)
        expect(toDocument(nodesOf(document)).document).toEqual(withoutEmptyLists(document))
      }),
    )
  })

  test('make every worked document again, and can all be saved', () => {
    for (const { criteria } of readScoringVectors()) {
      const nodes = nodesOf(criteria)
      expect(toDocument(nodes).document).toEqual(withoutEmptyLists(criteria))
      expect(checkNodes('criteria', nodes)).toEqual([])
      expect(faultsOfCriteria(nodes)).toEqual([])
    }
  })

  test('stand in document order, whatever order they come in', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const nodes = nodesOf(anyDocument(draw))
        const shuffled = draw(() => fc.shuffledSubarray(nodes, { minLength: nodes.length }))
        expect(toDocument(shuffled)).toEqual(toDocument(nodes))
      }),
    )
  })

  test('say where in the document each became what', () => {
    const heading = { code: 'H', title: text('H'), criteria: [makeCriterion()] }
    const nodes = nodesOf(
      makeDocument({
        sections: [makeSection({ criteria: [heading, makeCriterion({ code: 'A.2' })] })],
        gates: [{ code: 'U', title: text('U'), effect: { kind: 'unranked' } }],
        tieBreakers: [{ section: 'A' }],
      }),
    )
    const { pathOf } = toDocument(nodes)
    expect(nodes.map(({ id, kind, content }) => [kind, content.code, pathOf.get(id)])).toEqual([
      ['criteriaSet', 'T', ''],
      ['section', 'A', 'sections.0'],
      ['gate', 'U', 'gates.0'],
      ['tieBreaker', undefined, 'tieBreakers.0'],
      ['heading', 'H', 'sections.0.criteria.0'],
      ['criterion', 'A.2', 'sections.0.criteria.1'],
      ['criterion', 'A.1', 'sections.0.criteria.0.criteria.0'],
    ])
  })
})

describe('the faults of drafted criteria', () => {
  const node = (id: string, parentId: string | null, changes: Partial<NewNode> = {}): NewNode => ({
    id,
    parentId,
    position: `a${id.length}${id.at(-1)}`,
    kind: 'criterion',
    content: {},
    ...changes,
  })

  test('stand at the node and the field they are in', () => {
    const nodes = nodesOf(
      makeDocument({
        sections: [
          makeSection({
            criteria: [
              makeCriterion({ rule: { kind: 'perUnit', points: '0' } }),
              makeCriterion({ code: '7' }),
            ],
          }),
        ],
        tieBreakers: [{ section: 'B' }],
      }),
    )
    const idOf = (kind: string, at = 0) => nodes.filter((each) => each.kind === kind)[at]?.id
    expect(faultsOfCriteria(nodes)).toEqual([
      { nodeId: idOf('criterion'), field: 'rule.points', code: 'not_positive' },
      { nodeId: idOf('criterion', 1), field: 'code', code: 'bad_code' },
      { nodeId: idOf('tieBreaker'), field: 'section', code: 'unknown_section' },
    ])
  })

  test('of the document as a whole stand at its root, and at none where there is no root', () => {
    const nodes = nodesOf(makeDocument({ maxPoints: '61', sections: [makeSection()] }))
    expect(faultsOfCriteria(nodes)).toEqual([{ nodeId: 'n1', field: 'maxPoints', code: 'sum_mismatch' }])
    expect(faultsOfCriteria([])).toEqual([
      { nodeId: null, field: null, code: 'wrong_shape' },
      { nodeId: null, field: 'sections', code: 'empty' },
    ])
  })

  test('are all that the document has: as many, whatever is drafted', () => {
    const root = { kind: 'criteriaSet', content: { gates: 'none' } } as const
    const nodes = [
      node('r', null, root),
      node('s', 'r', { kind: 'section' }),
      node('h', 's', { kind: 'heading' }),
      node('c', 'h'),
      node('g', 'r', { kind: 'gate' }),
      node('other', null, { kind: 'criteriaSet' }),
      node('lost', 'nobody'),
      node('text', 'r', { kind: 'chapter' }),
    ]
    const { document, pathOf } = toDocument(nodes)
    expect(document).toMatchObject({ sections: [{ criteria: [{ criteria: [{}] }] }], gates: [{}] })
    expect([...pathOf.keys()].sort()).toEqual(['c', 'g', 'h', 'r', 's'])
    const byNode = faultsByNode(faultsOfCriteria(nodes))
    expect(byNode.get('c')).toEqual([{ nodeId: 'c', field: null, code: 'wrong_shape' }])
    expect(byNode.get('g')).toEqual([{ nodeId: 'g', field: null, code: 'wrong_shape' }])
    expect(byNode.get(null)).toBeUndefined()
  })

  test('of the worked contradictions are all named, where nodes can say them', () => {
    for (const { criteria, problems } of readFaultVectors()) {
      const nodes = nodesOf(criteria)
      const { document } = toDocument(nodes)
      if (!sameJson(document, criteria)) continue
      expect(
        faultsOfCriteria(nodes)
          .map(({ code }) => code)
          .sort(),
      ).toEqual(problems.map(({ code }) => code).sort())
    }
  })

  test('hide nothing where a file is no document at all', () => {
    for (const file of [null, 'criteria', [], { sections: 'none', gates: [null, 7] }]) {
      expect(nodesOf(file).map(({ kind }) => kind)).toEqual(['criteriaSet'])
    }
  })
})

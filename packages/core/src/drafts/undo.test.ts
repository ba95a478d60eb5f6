import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyLater, anyNodes } from '../../test/any-nodes.ts'
import type { DraftNode } from './draft.ts'
import { type NodeChange, undoRevision } from './undo.ts'

const node = (id: string, parentId: string | null, version: number): DraftNode => ({
  id,
  parentId,
  position: 'V',
  kind: 'paragraph',
  content: { text: `${id} ${version}` },
  version,
})

/** The nodes after changes, sorted by id. */
function changed(nodes: readonly DraftNode[], changes: readonly NodeChange[]): DraftNode[] {
  const byId = new Map(nodes.map((each) => [each.id, each]))
  for (const { nodeId, after } of changes) {
    if (after === null) byId.delete(nodeId)
    else byId.set(nodeId, after)
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
const withoutVersions = (nodes: readonly DraftNode[]) => nodes.map(({ version: _, ...rest }) => rest)

/** What one revision did that led from some nodes to others. */
function changesBetween(before: readonly DraftNode[], after: readonly DraftNode[]): NodeChange[] {
  const ids = new Set([...before, ...after].map(({ id }) => id))
  return [...ids].flatMap((nodeId) => {
    const old = before.find(({ id }) => id === nodeId) ?? null
    const young = after.find(({ id }) => id === nodeId) ?? null
    return old === young ? [] : [{ nodeId, before: old, after: young }]
  })
}

describe('taking a revision back', () => {
  test('makes the draft what it was, and taking that back makes it what it had become', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const before = anyNodes(draw).map((each) => ({ ...each, version: 1 }))
        const later = anyLater(draw, before)
        const after = later.map((each) => before.find((old) => old === each) ?? { ...each, version: 2 })
        const undone = undoRevision(changesBetween(before, after), after)
        if (!undone.ok) throw new Error('nothing changed since')
        const restored = changed(after, undone.changes)
        expect(withoutVersions(restored)).toEqual(withoutVersions(changed(before, [])))
        const again = undoRevision(undone.changes, restored)
        if (!again.ok) throw new Error('nothing changed since')
        expect(withoutVersions(changed(restored, again.changes))).toEqual(withoutVersions(changed(after, [])))
      }),
    )
  })

  test('counts a node’s versions on, also of one that comes back', () => {
    const removal = [{ nodeId: 'a', before: node('a', null, 4), after: null }]
    expect(undoRevision(removal, [])).toEqual({
      ok: true,
      changes: [{ nodeId: 'a', before: null, after: { ...node('a', null, 4), version: 5 } }],
    })
    const rewording = [{ nodeId: 'a', before: node('a', null, 4), after: node('a', null, 5) }]
    expect(undoRevision(rewording, [node('a', null, 5)])).toMatchObject({
      ok: true,
      changes: [{ before: { version: 5 }, after: { version: 6, content: { text: 'a 4' } } }],
    })
  })

  test('goes on past a later revision that was taken back itself', () => {
    const first = node('a', null, 1)
    const reworded = { ...first, content: { text: 'second' }, version: 2 }
    const moved = { ...reworded, position: 'A', version: 3 }
    const back = undoRevision([{ nodeId: 'a', before: reworded, after: moved }], [moved])
    if (!back.ok) throw new Error('nothing changed since')
    const restored = changed([moved], back.changes)
    expect(undoRevision([{ nodeId: 'a', before: first, after: reworded }], restored)).toMatchObject({
      ok: true,
      changes: [{ before: { version: 4 }, after: { ...first, version: 5 } }],
    })
  })

  test('is refused where anything of it changed since', () => {
    const rewording = [
      { nodeId: 'a', before: node('a', null, 1), after: node('a', null, 2) },
      { nodeId: 'b', before: node('b', null, 1), after: node('b', null, 2) },
    ]
    const refused = (...nodeIds: string[]) => ({ ok: false, refusal: { reason: 'node-changed', nodeIds } })
    expect(undoRevision(rewording, [node('a', null, 3), node('b', null, 2)])).toEqual(refused('a'))
    expect(undoRevision(rewording, [node('a', null, 2)])).toEqual(refused('b'))
    const removal = [{ nodeId: 'a', before: node('a', null, 1), after: null }]
    expect(undoRevision(removal, [node('a', null, 2)])).toEqual(refused('a'))
  })

  test('is refused where what it would remove holds others by now', () => {
    const adding = [{ nodeId: 'a', before: null, after: node('a', null, 1) }]
    expect(undoRevision(adding, [node('a', null, 1), node('new', 'a', 1)])).toEqual({
      ok: false,
      refusal: { reason: 'node-changed', nodeIds: ['new'] },
    })
  })

  test('is refused where the place to return to is gone, or stands in what returns', () => {
    const moving = [{ nodeId: 'a', before: node('a', 'p', 1), after: node('a', null, 2) }]
    const refused = { ok: false, refusal: { reason: 'node-changed', nodeIds: ['a'] } }
    expect(undoRevision(moving, [node('a', null, 2)])).toEqual(refused)
    const circle = [node('a', null, 2), node('p', 'a', 2)]
    expect(undoRevision(moving, circle)).toMatchObject({ ok: false, refusal: { nodeIds: ['a', 'p'] } })
  })
})

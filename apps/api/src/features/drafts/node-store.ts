import type { NodeView } from '@bangvang/contract/drafts'
import type { DraftNode } from '@bangvang/core/drafts/draft'
import type { NodeChange } from '@bangvang/core/drafts/undo'
import type { Db, SqlTx, Tx } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'

/** Whose change it is, and which revision of which draft it makes. */
export type Made = { draftId: string; revision: number; byName: string; byPersonId: string; at: Date }

const shown = { id: true, parentId: true, position: true, kind: true, content: true, version: true } as const

/** The parts of a draft, siblings in their order. */
export async function listNodes(db: Db, draftId: string): Promise<DraftNode[]> {
  const rows = await db.draftNode.findMany({ where: { draftId }, select: shown })
  return rows.map((row) => ({ ...row, content: row.content as DraftNode['content'] }))
}

/** One part; null where it is not. */
export async function findNode(db: Db, draftId: string, id: string): Promise<DraftNode | null> {
  const row = await db.draftNode.findUnique({ where: { draftId_id: { draftId, id } }, select: shown })
  return row === null ? null : { ...row, content: row.content as DraftNode['content'] }
}

/** New parts as they are; of a draft just made, whose parts are no change of it. */
export async function createNodes(tx: Tx, draftId: string, nodes: readonly DraftNode[]): Promise<void> {
  await tx.draftNode.createMany({
    data: nodes.map((node) => ({ ...node, draftId, content: node.content as Prisma.InputJsonObject })),
  })
}

const orNull = (node: DraftNode | null) =>
  node === null ? Prisma.DbNull : (node as unknown as Prisma.InputJsonObject)

/** Makes the changes of one revision and keeps them; the caller holds the draft's lock and has checked them. */
export async function saveChanges(tx: Tx, made: Made, changes: readonly NodeChange[]): Promise<void> {
  const { draftId } = made
  const removed = changes.filter(({ after }) => after === null).map(({ nodeId }) => nodeId)
  if (removed.length > 0) await tx.draftNode.deleteMany({ where: { draftId, id: { in: removed } } })
  await createNodes(
    tx,
    draftId,
    changes.flatMap(({ before, after }) => (before === null && after !== null ? [after] : [])),
  )
  for (const { nodeId, before, after } of changes)
    if (before !== null && after !== null)
      await tx.draftNode.update({
        where: { draftId_id: { draftId, id: nodeId } },
        data: { ...after, content: after.content as Prisma.InputJsonObject },
        select: { id: true },
      })
  await tx.draftChange.createMany({
    data: changes.map(({ nodeId, before, after }) => ({
      ...made,
      nodeId,
      before: orNull(before),
      after: orNull(after),
    })),
  })
}

/** What a draft's revisions did after one of them, oldest first; `only`: that one alone. */
export async function listChanges(
  db: Db,
  draftId: string,
  { after, only }: { after?: number; only?: number },
) {
  const rows = await db.draftChange.findMany({
    where: { draftId, revision: only ?? { gt: after ?? 0 } },
    orderBy: [{ revision: 'asc' }, { nodeId: 'asc' }],
    select: { revision: true, nodeId: true, before: true, after: true, byName: true, at: true },
  })
  return rows.map((row) => ({
    ...row,
    before: row.before as unknown as NodeView | null,
    after: row.after as unknown as NodeView | null,
  }))
}

/** What a save of one part must know, and holds the draft until the transaction ends. Two prepared statements. */
export async function findForSave(tx: SqlTx, { draftId, nodeId }: { draftId: string; nodeId: string }) {
  const { rows } = await tx.query({
    name: 'draft-lock-for-save',
    text: `SELECT d.id, d.kind, d.cluster_id AS "clusterId", d.season_id AS "seasonId", d.status, d.revision,
        json_build_object('id', s.id, 'phase', s.phase, 'chairUnitId', s.chair_unit_id, 'viceChairUnitId', s.vice_chair_unit_id) AS season
      FROM draft d JOIN season s ON s.id = d.season_id WHERE d.id = $1 FOR NO KEY UPDATE OF d`,
    values: [draftId],
  })
  const draft = rows[0]
  return draft === undefined ? null : { draft, node: await findSeen(tx, draftId, nodeId) }
}

async function findSeen(tx: SqlTx, draftId: string, nodeId: string): Promise<DraftNode | null> {
  const { rows } = await tx.query<DraftNode>({
    name: 'draft-node-find',
    text: `SELECT id, parent_id AS "parentId", position, kind, content, version FROM draft_node WHERE draft_id = $1 AND id = $2`,
    values: [draftId, nodeId],
  })
  return rows[0] ?? null
}

/** One part's new content as the draft's next revision. One prepared statement. */
export async function saveContent(
  tx: SqlTx,
  made: Made,
  { before, after }: { before: DraftNode; after: DraftNode },
) {
  await tx.query({
    name: 'draft-node-save',
    text: `WITH node AS (UPDATE draft_node SET content = $3, version = $4 WHERE draft_id = $1 AND id = $2),
      draft AS (UPDATE draft SET revision = $5, updated_at = $6 WHERE id = $1)
      INSERT INTO draft_change (draft_id, revision, node_id, before, after, by_name, by_person_id, at)
      VALUES ($1, $5, $2, $7, $8, $9, $10, $6)`,
    values: [
      made.draftId,
      after.id,
      JSON.stringify(after.content),
      after.version,
      made.revision,
      made.at,
      JSON.stringify(before),
      JSON.stringify(after),
      made.byName,
      made.byPersonId,
    ],
  })
}

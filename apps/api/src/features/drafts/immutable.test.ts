import { drafts } from '@bangvang/contract/drafts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consultedSeason, draftedSeason } from '../../test/drafted.ts'
import { openWorld, type World } from '../../test/kit.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = { number: '01/QC-CTĐ', adoptedOn: '2020-12-20', legalBasis: 'Luật 06/2022/QH15' }
const comment = {
  anchor: { nodeId: 'D1', field: null, quote: null },
  body: 'Nên rõ hơn.',
  replacement: null,
  mentions: [],
}

test('the database itself refuses each change of an adopted draft, by the application’s role too', async () => {
  const { as, params, season } = await consultedSeason(world)
  const { id: commentId } = await as.delegate(drafts.commentOn, { params, body: comment })
  await as.secretary(drafts.answer, { params: { commentId }, body: { kind: 'accepted', body: 'Tiếp thu.' } })
  await as.chair(drafts.adopt, { params, body: { ...act, revision: 1 } })
  const { draftId } = params
  const person = crypto.randomUUID()
  const said = `'${commentId}', 'x', 'x', 'leader', '${person}', now()`
  for (const write of [
    `UPDATE draft SET title = 'x' WHERE id = '${draftId}'`,
    `UPDATE draft SET status = 'consultation' WHERE id = '${draftId}'`,
    `UPDATE draft SET adopted_sha256 = 'x' WHERE id = '${draftId}'`,
    `UPDATE draft_node SET content = '{"text":"x"}' WHERE draft_id = '${draftId}'`,
    `UPDATE draft_node SET draft_id = '${crypto.randomUUID()}' WHERE draft_id = '${draftId}'`,
    `DELETE FROM draft_node WHERE draft_id = '${draftId}'`,
    `INSERT INTO draft_node VALUES ('${draftId}', 'Z', NULL, 'z', 'article', '{}', 1)`,
    `INSERT INTO draft_version VALUES ('${draftId}', 9, 1, 'adopted', '[]', '', now(), 'x')`,
    `INSERT INTO consultation VALUES ('${draftId}', 9, now(), now(), '', 'x')`,
    `INSERT INTO comment (id, season_id, subject, draft_id, number, body, by_name, by_role, by_person_id, at)
      VALUES ('${crypto.randomUUID()}', '${season.id}', 'draft', '${draftId}', 9, 'x', 'x', 'leader', '${person}', now())`,
    `INSERT INTO comment_reply (id, comment_id, body, by_name, by_role, by_person_id, at) VALUES ('${person}', ${said})`,
    `INSERT INTO comment_state VALUES ('${commentId}', 1, true, 'x', now())`,
    `INSERT INTO comment_application VALUES ('${commentId}', 1, 'x', 'x', now())`,
  ])
    await expect(world.database.pool.query(write), write).rejects.toThrow(/adopted|never goes back|immutable/)
  for (const owned of [
    `UPDATE draft_version SET nodes = '[]'`,
    'DELETE FROM invitee',
    'DELETE FROM draft',
    'TRUNCATE consultation CASCADE',
  ])
    await expect(world.owner.query(owned), owned).rejects.toThrow(/kept for ever|is adopted/)
})

test('a draft not adopted keeps its identity, and is adopted with a version alone', async () => {
  const { params } = await draftedSeason(world)
  const adopted = `adopted_on = now(), adopted_number = '1', adopted_sha256 = '', adopted_by = ''`
  for (const [write, refused] of [
    [`UPDATE draft SET status = 'adopted', ${adopted}`, 'with the version'],
    [`UPDATE draft SET season_id = 'X-2020'`, 'keeps its identity'],
    [`UPDATE draft SET kind = 'plan'`, 'keeps its identity'],
  ] as const)
    await expect(world.database.pool.query(`${write} WHERE id = '${params.draftId}'`), write).rejects.toThrow(
      refused,
    )
  await expect(world.database.pool.query('DELETE FROM draft')).rejects.toThrow('permission denied')
})

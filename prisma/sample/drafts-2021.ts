import { drafts } from '@bangvang/contract/drafts'
import type { Input } from '@bangvang/contract/endpoint'
import { toNodes } from '@bangvang/core/criteria/nodes'
import { quoteAt } from '@bangvang/core/drafts/anchor'
import type { NodeKind } from '@bangvang/core/drafts/draft'
import { positionsFor } from '@bangvang/core/drafts/position'
import { fieldText } from '@bangvang/core/drafts/words'
import { delegateOf, secretary } from './accounts.ts'
import { commentsOnCriteria, commentsOnRegulation, type SampleComment } from './comments-2021.ts'
import { criteria2021 } from './criteria-2021.ts'
import { seasonIdOf } from './facts.ts'
import { type Article, type Clause, regulation2021 } from './regulation-2021.ts'
import type { Stage } from './stage.ts'

type Node = Input<typeof drafts.create>['body']['nodes'][number]
const params = { seasonId: seasonIdOf(2020) }

const part = (
  id: string,
  parentId: string | null,
  of: { kind: NodeKind; text: string; position: string },
): Node => ({
  id,
  parentId,
  position: of.position,
  kind: of.kind,
  content: { text: of.text },
})

function clauseNodes(clause: Clause, id: string, at: { parentId: string; position: string }): Node[] {
  const { text, points } = typeof clause === 'string' ? { text: clause, points: [] } : clause
  const positions = positionsFor(points.length)
  return [
    part(id, at.parentId, { kind: 'clause', text, position: at.position }),
    ...points.map((point, n) =>
      part(`${id}p${n + 1}`, id, { kind: 'point', text: point, position: positions[n] ?? '' }),
    ),
  ]
}

function articleNodes(
  { title, clauses }: Article,
  id: string,
  at: { parentId: string; position: string },
): Node[] {
  const positions = positionsFor(clauses.length)
  return [
    part(id, at.parentId, { kind: 'article', text: title, position: at.position }),
    ...clauses.flatMap((clause, n) =>
      clauseNodes(clause, `${id}k${n + 1}`, { parentId: id, position: positions[n] ?? '' }),
    ),
  ]
}

/** The regulation as the parts of a draft: chapters c1…, articles d1… counted through, their clauses d1k1… */
export function regulationNodes(): Node[] {
  const positions = positionsFor(regulation2021.length)
  let number = 0
  return regulation2021.flatMap(({ title, articles }, n) => {
    const id = `c${n + 1}`
    const places = positionsFor(articles.length)
    const inside = articles.flatMap((article, m) => {
      number += 1
      return articleNodes(article, `d${number}`, { parentId: id, position: places[m] ?? '' })
    })
    return [part(id, null, { kind: 'chapter', text: title, position: positions[n] ?? '' }), ...inside]
  })
}

/** The criteria of 2021 as the parts of a draft; a part with a code is called by it. */
function criteriaNodes(): Node[] {
  let made = 0
  return toNodes(criteria2021(), () => {
    made += 1
    return `n${made}`
  })
}

async function createAndSendOut(
  stage: Stage,
  draft: Pick<Input<typeof drafts.create>['body'], 'kind' | 'title' | 'nodes'>,
) {
  stage.at('2021-01-05 08:30')
  const call = await stage.as(secretary)
  const { id: draftId } = await call(drafts.create, { params, body: { ...draft, year: 2021 } })
  const { items } = await call(drafts.askable, { params: { draftId } })
  const asked = items.filter(({ role }) => role === 'delegate' || role === 'viceChair' || role === 'reviewer')
  await call(drafts.sendOut, {
    params: { draftId },
    body: {
      deadline: '2021-01-13T10:00:00.000Z',
      message: 'Đề nghị các tỉnh góp ý trước họp trù bị; không có ý kiến xin bấm "Không có ý kiến".',
      mandateIds: asked.map(({ mandateId }) => mandateId),
    },
  })
  return { draftId, nodes: draft.nodes }
}

type Out = Awaited<ReturnType<typeof createAndSendOut>>

function anchorOf({ nodes }: Out, { nodeId, field, quote }: SampleComment) {
  if (nodeId === null || field === null || quote === null) return { nodeId, field, quote: null }
  const node = nodes.find(({ id }) => id === nodeId)
  const text = node === undefined ? null : fieldText({ content: node.content }, field)
  const start = text?.indexOf(quote) ?? -1
  if (text === null || start < 0) throw new Error(`the sample's draft does not say "${quote}" at ${nodeId}`)
  return { nodeId, field, quote: quoteAt(text, start, start + quote.length) }
}

/** One act at its time: what people did is played in the order of the clock. */
type Step = { at: string; run: () => Promise<unknown> }

function stepsOf(stage: Stage, out: Out, comment: SampleComment): Step[] {
  const { by, at, body, replacement, after } = comment
  let commentId = ''
  const said: Step = {
    at,
    run: async () => {
      const made = await (await stage.as(by))(drafts.commentOn, {
        params: { draftId: out.draftId },
        body: { anchor: anchorOf(out, comment), body, replacement, mentions: [] },
      })
      commentId = made.id
    },
  }
  const later = after.map((act): Step => {
    const run = async () => {
      const call = await stage.as(act.by)
      const about = { params: { commentId } }
      if ('reply' in act) return call(drafts.reply, { ...about, body: { body: act.reply, mentions: [] } })
      if ('apply' in act)
        return call(drafts.apply, {
          ...about,
          body: { kind: 'accepted', body: act.apply, replacement: null },
        })
      if ('answer' in act)
        return call(drafts.answer, { ...about, body: { kind: act.kind, body: act.answer } })
      return call(drafts.resolve, { ...about, body: { isResolved: true } })
    }
    return { at: act.at, run }
  })
  return [said, ...later]
}

// Once Bắc Ninh's comment is accepted the clause is written anew, and the comment's words are no longer there.
async function rewriteAppraisers(stage: Stage, { draftId }: Out): Promise<void> {
  const call = await stage.as(secretary)
  const { nodes } = await call(drafts.show, { params: { draftId } })
  const { version = 0 } = nodes.find(({ id }) => id === 'd6k1') ?? {}
  await call(drafts.saveNode, {
    params: { draftId, nodeId: 'd6k1' },
    body: {
      content: { text: 'Mỗi tỉnh cử hai cán bộ vào tổ thẩm định; Cụm trưởng ra quyết định thành lập.' },
      version,
    },
  })
}

/** Drafts for 2021 worked on in the season of 2020: criteria and regulation, sent out and discussed before the meeting. */
export async function draftFor2021(stage: Stage): Promise<void> {
  const regulation = await createAndSendOut(stage, {
    kind: 'regulation',
    title: 'Quy chế tổ chức và hoạt động của Cụm năm 2021 (minh họa)',
    nodes: regulationNodes(),
  })
  const criteria = await createAndSendOut(stage, {
    kind: 'criteria',
    title: 'Tiêu chí thi đua và phương thức chấm điểm năm 2021 (minh họa)',
    nodes: criteriaNodes(),
  })
  const hasNoComment = (unitId: string) => async () =>
    (await stage.as(delegateOf(unitId)))(drafts.noComment, { params: { draftId: regulation.draftId } })
  const steps: Step[] = [
    ...commentsOnRegulation.flatMap((comment) => stepsOf(stage, regulation, comment)),
    ...commentsOnCriteria(criteria.nodes).flatMap((comment) => stepsOf(stage, criteria, comment)),
    { at: '2021-01-12 09:00', run: () => rewriteAppraisers(stage, regulation) },
    { at: '2021-01-12 15:00', run: hasNoComment('HDU') },
    { at: '2021-01-12 15:30', run: hasNoComment('QNI') },
  ]
  for (const { at, run } of steps.sort((a, b) => (a.at < b.at ? -1 : 1))) {
    stage.at(at)
    await run()
  }
}

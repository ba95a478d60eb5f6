import { commentTable as rowsOf } from '@bangvang/core/drafts/comment-table'
import { type DraftNode, textKinds } from '@bangvang/core/drafts/draft'
import { numberNodes } from '@bangvang/core/drafts/number'
import { inOrder } from '@bangvang/core/drafts/tree'
import { basisLines } from '@bangvang/papers/basis-lines'
import { commentTable } from '@bangvang/papers/builders/comment-table'
import { regulation, type TextPart } from '@bangvang/papers/builders/regulation'
import { citationWords, partMark } from '@bangvang/papers/citation-words'
import { inSentence, withoutKind } from '@bangvang/papers/in-sentence'
import { draftWords as words } from '@bangvang/papers/words'
import * as store from './draft-store.ts'
import { unitWords } from './issue-words.ts'
import type { Matter, Source } from './source.ts'
import { unitNames } from './store.ts'

const isAdopted = ({ status }: store.PaperDraft) => status === 'adopted' || status === 'superseded'

const matterOf = (draft: store.PaperDraft, isFinal: boolean): Matter => ({
  aboutId: draft.id,
  title: draft.title,
  facts: { of: 'draft', draft },
  isFinal,
})

/** The table of comments received on a draft and what became of them: final once each is answered. */
export const commentTableSource: Source = {
  matters: async ({ db, season }, aboutId) => {
    const drafts = await store.listDrafts(db, season.id, aboutId)
    const out = drafts.filter(({ status }) => status !== 'draft')
    const answered = await store.answeredDrafts(db, out)
    return out.map((draft) => matterOf(draft, answered.has(draft.id)))
  },
  build: async ({ db, season }, { aboutId }, issue) => {
    const [draft] = await store.listDrafts(db, season.id, aboutId)
    if (draft === undefined) return null
    const comments = await store.listComments(db, draft)
    const nodes = await store.listNodes(db, draft.id)
    const ids = comments
      .flatMap(({ byUnitId, anchor }) => [byUnitId, anchor.nodeId])
      .filter((id) => id !== null)
    const units = await unitNames(db, ids)
    const nameOf = (id: string | null) => {
      const unit = id === null ? undefined : units.get(id)
      return unit === undefined ? null : unitWords(unit)
    }
    const byNumber = new Map(comments.map((comment) => [comment.number, comment]))
    const rows = rowsOf(nodes, comments).map((row) => {
      const comment = byNumber.get(row.number)
      // A row of the ranking is its unit's.
      const isRow = draft.kind === 'ranking'
      const place = isRow ? nameOf(comment?.anchor.nodeId ?? null) : row.about && citationWords(row.about)
      const office = comment?.byRole === 'reviewer' ? words.reviewer : null
      return {
        ...row,
        place,
        isOrphan: row.isOrphan && !isRow,
        by: nameOf(row.byUnitId) ?? office ?? row.byName,
      }
    })
    const asked = await store.countAsked(db, draft.id)
    const kind = words.kinds[draft.kind]
    const named = words.draftOf(kind, inSentence(withoutKind(kind, draft.title)))
    return commentTable({ draft: named, asked, comments: rows }, issue)
  },
}

function partsOf(nodes: readonly DraftNode[]): TextPart[] {
  const numbers = numberNodes(nodes)
  return inOrder(nodes).flatMap(({ node }) => {
    const kind = textKinds.find((one) => one === node.kind)
    const { text } = node.content
    if (kind === undefined) return []
    return [{ kind, mark: partMark(numbers.get(node.id)), text: typeof text === 'string' ? text : '' }]
  })
}

/** A structured text as it stands; adopted it bears the number and the day of its adoption. */
export const regulationSource: Source = {
  matters: async ({ db, season }, aboutId) => {
    const drafts = await store.listDrafts(db, season.id, aboutId)
    const texts = drafts.filter(({ kind }) => kind === 'regulation' || kind === 'plan')
    return texts.map((draft) => matterOf(draft, isAdopted(draft)))
  },
  build: async ({ db, season }, { aboutId }, issue) => {
    const [draft] = await store.listDrafts(db, season.id, aboutId)
    if (draft === undefined) return null
    const { adoptedNumber: symbol, adoptedOn, legalBasis } = draft
    const facts = {
      name: words.kinds[draft.kind],
      subject: withoutKind(words.kinds[draft.kind], draft.title),
      legalBasis: basisLines(legalBasis),
      parts: partsOf(await store.listNodes(db, draft.id)),
    }
    return regulation(facts, { ...issue, symbol, day: adoptedOn?.toISOString().slice(0, 10) ?? null })
  },
}

import type { CommentView, DraftSummary, DraftView, NodeView } from '@bangvang/contract/drafts'
import { quoteAt } from '@bangvang/core/drafts/anchor'

// A small regulation under consultation, for tests: two articles, clauses and points, three comments.

export const draftId = '00000000-0000-4000-8000-0000000000d1'
const uuid = (last: string) => `00000000-0000-4000-8000-0000000000${last}`

type Where = [id: string, parentId: string | null, position: string]
/** A part of a text. */
export const part = (kind: NodeView['kind'], [id, parentId, position]: Where, text: string): NodeView => ({
  id,
  parentId,
  position,
  kind,
  content: { text },
  version: 1,
})

export const tieClause = 'Trường hợp bằng điểm thì Cụm trưởng quyết định.'
export const nodes: readonly NodeView[] = [
  part('article', ['A5', null, 'G'], 'Chấm điểm'),
  part('clause', ['K51', 'A5', 'G'], 'Mỗi tỉnh tự chấm điểm trước ngày 25 tháng 12.'),
  part('article', ['A6', null, 'V'], 'Xếp hạng'),
  part('clause', ['K61', 'A6', 'G'], 'Các tỉnh được xếp theo tổng điểm chốt.'),
  part('clause', ['K62', 'A6', 'V'], tieClause),
]

export const may = { edit: false, sendOut: false, comment: false, answer: false, adopt: false }

export function summaryOf(more: Partial<DraftSummary> = {}): DraftSummary {
  return {
    id: draftId,
    kind: 'regulation',
    clusterId: 'DBSH',
    clusterName: { vi: 'Cụm Đồng bằng sông Hồng', en: 'Red River Delta cluster' },
    seasonId: 'DBSH-2020',
    year: 2021,
    title: 'Quy chế hoạt động của Cụm năm 2021',
    status: 'consultation',
    revision: 9,
    versions: 1,
    deadline: new Date('2021-01-13T10:00:00Z'),
    comments: { all: 3, accepted: 0, acceptedInPart: 1, declined: 0, unanswered: 2 },
    asked: 'waiting',
    waitingFor: [{ name: 'Vũ Thị Mai', unitName: 'Hà Nam' }],
    unseen: { changes: 0, comments: 0 },
    updatedAt: new Date('2021-01-11T02:00:00Z'),
    ...more,
  }
}

export function draftOf(more: Partial<DraftView> = {}): DraftView {
  return {
    ...summaryOf(),
    nodes: [...nodes],
    seenRevision: 9,
    history: [
      {
        number: 1,
        revision: 3,
        reason: 'sentOut',
        sha256: 'ab'.repeat(32),
        at: new Date('2021-01-06T02:00:00Z'),
        byName: 'Phạm Thị Lan',
      },
    ],
    consultation: {
      round: 1,
      sentAt: new Date('2021-01-06T02:00:00Z'),
      deadline: new Date('2021-01-13T10:00:00Z'),
      message: 'Đề nghị góp ý trước họp trù bị.',
      byName: 'Phạm Thị Lan',
      invitees: [
        {
          mandateId: uuid('e1'),
          name: 'Vũ Thị Mai',
          role: 'delegate',
          unitId: 'HNA',
          unitName: 'Hà Nam',
          state: 'waiting',
          at: null,
        },
      ],
    },
    basis: [],
    legalBasis: '',
    adopted: null,
    may,
    ...more,
  }
}

/** A quote of words of the clause on ties. */
export const quoteOf = (words: string) => {
  const start = tieClause.indexOf(words)
  return quoteAt(tieClause, start, start + words.length)
}

export function commentOf(number: number, more: Partial<CommentView> = {}): CommentView {
  return {
    id: uuid(`c${number}`),
    number,
    anchor: { nodeId: 'K62', field: 'text', quote: quoteOf('Cụm trưởng quyết định') },
    body: 'Căn cứ phụ cần ghi rõ.',
    replacement: null,
    appliedAt: null,
    isLate: false,
    isResolved: false,
    replies: [],
    byName: 'Lê Văn Thắng',
    byRole: 'reviewer',
    byUnitId: null,
    at: new Date(`2021-01-0${number}T02:00:00Z`),
    answer: null,
    ...more,
  }
}

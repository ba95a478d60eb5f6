import { commentAnswerKinds, draftKinds, draftStatuses, nodeKinds } from '@bangvang/core/drafts/draft'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { BasisView } from './laws.ts'
import { Code, Day, Instant, Reason, Role, SeasonId, Text, Uuid, Words } from './wire.ts'

export const CommentAnswerKind = z.enum(commentAnswerKinds)
export const DraftKind = z.enum(draftKinds)
export const DraftStatus = z.enum(draftStatuses)
const NodeKind = z.enum(nodeKinds)

const Quote = z.object({
  text: z.string().min(1).max(4000),
  before: z.string().max(32),
  after: z.string().max(32),
})
const Field = z.string().min(1).max(40)
/** What a comment is about; a ranking's row is the unit's code. */
export const AnchorShape = z.object({
  nodeId: Code.nullable(),
  field: Field.nullable(),
  quote: Quote.nullable(),
})

const Said = z.object({
  byName: z.string(),
  byRole: Role,
  byUnitId: Code.nullable(),
  at: Instant,
})
export const ReplyView = Said.extend({ id: Uuid, body: z.string() })
export const CommentView = Said.extend({
  id: Uuid,
  /** Counts the draft's comments from 1, in the order they came. */
  number: z.number().int(),
  anchor: AnchorShape,
  body: z.string(),
  /** The words that should stand where the quoted ones stand; null: no suggestion. */
  replacement: z.string().nullable(),
  /** When the suggestion was applied; null: not, or none. */
  appliedAt: Instant.nullable(),
  /** Taken after the deadline. */
  isLate: z.boolean(),
  isResolved: z.boolean(),
  replies: z.array(ReplyView),
  answer: z.object({ kind: CommentAnswerKind, body: z.string(), byName: z.string(), at: Instant }).nullable(),
})
export type CommentView = z.infer<typeof CommentView>

export const NodeView = z.object({
  id: Code,
  parentId: Code.nullable(),
  position: z.string(),
  kind: NodeKind,
  content: z.record(z.string(), z.unknown()),
  version: z.number().int(),
})
export type NodeView = z.infer<typeof NodeView>

export const DraftSummary = z.object({
  id: Uuid,
  kind: DraftKind,
  clusterId: Code,
  clusterName: Text,
  /** The season under which it is worked on, and the year it is for. */
  seasonId: SeasonId,
  year: z.number().int(),
  title: z.string(),
  status: DraftStatus,
  revision: z.number().int(),
  /** How many versions were sent out or adopted. */
  versions: z.number().int(),
  deadline: Instant.nullable(),
  comments: z.object({
    all: z.number().int(),
    accepted: z.number().int(),
    acceptedInPart: z.number().int(),
    declined: z.number().int(),
    unanswered: z.number().int(),
  }),
  /** Whether the reader's mandate was asked, and whether it has answered. */
  asked: z.enum(['notAsked', 'waiting', 'answered']),
  /** Of the last consultation: who was asked and has neither commented nor said "no comment", in the order asked. */
  waitingFor: z.array(z.object({ name: z.string(), unitName: z.string().nullable() })),
  /** Changes since the reader last looked: of the text, and comments or replies. Null: never looked. */
  unseen: z.object({ changes: z.number().int(), comments: z.number().int() }).nullable(),
  updatedAt: Instant,
})
export type DraftSummary = z.infer<typeof DraftSummary>

export const InviteeView = z.object({
  mandateId: Uuid,
  name: z.string(),
  role: Role,
  unitId: Code.nullable(),
  unitName: z.string().nullable(),
  state: z.enum(['waiting', 'commented', 'noComment']),
  at: Instant.nullable(),
})
export type InviteeView = z.infer<typeof InviteeView>
export const VersionView = z.object({
  number: z.number().int(),
  revision: z.number().int(),
  reason: z.enum(['sentOut', 'adopted']),
  sha256: z.string(),
  at: Instant,
  byName: z.string(),
})
export type VersionView = z.infer<typeof VersionView>
export const DraftView = DraftSummary.extend({
  nodes: z.array(NodeView),
  /** The revision the reader last saw before this look; null: never. */
  seenRevision: z.number().int().nullable(),
  history: z.array(VersionView),
  consultation: z
    .object({
      round: z.number().int(),
      sentAt: Instant,
      deadline: Instant,
      message: z.string(),
      byName: z.string(),
      invitees: z.array(InviteeView),
    })
    .nullable(),
  basis: z.array(BasisView),
  legalBasis: z.string(),
  adopted: z.object({ number: z.string(), on: Day, sha256: z.string(), byName: z.string() }).nullable(),
  may: z.object({
    edit: z.boolean(),
    sendOut: z.boolean(),
    comment: z.boolean(),
    answer: z.boolean(),
    adopt: z.boolean(),
  }),
})
export type DraftView = z.infer<typeof DraftView>

/** One change of one node: null before it was made, null after it was removed. */
export const ChangeView = z.object({
  revision: z.number().int(),
  nodeId: Code,
  before: NodeView.nullable(),
  after: NodeView.nullable(),
  byName: z.string(),
  at: Instant,
})

const season = z.object({ seasonId: SeasonId })
const draft = z.object({ draftId: Uuid })
const node = z.object({ draftId: Uuid, nodeId: Code })
const comment = z.object({ commentId: Uuid })
const Content = z.record(z.string(), z.unknown())
const NewNode = z.object({
  id: Code,
  parentId: Code.nullable(),
  position: z.string().min(1).max(200),
  kind: NodeKind,
  content: Content,
})
const Comments = z.object({ items: z.array(CommentView), mayComment: z.boolean(), mayAnswer: z.boolean() })
const commenters = ['reviewer', 'delegate', 'leader', 'chair', 'viceChair', 'appraiser'] as const
const keepers = ['secretary', 'chair'] as const
const speakers = [...commenters, 'secretary'] as const
const Changed = z.object({ revision: z.number().int(), nodes: z.array(NodeView), removed: z.array(Code) })

export const drafts = {
  comments: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId/ranking/comments',
    summary: 'Comments on the draft ranking, oldest first',
    access: 'signed-in',
    params: season,
    status: 200,
    response: Comments,
    problems: ['not-found'],
  }),
  comment: endpoint({
    method: 'POST',
    path: '/api/seasons/:seasonId/ranking/comments',
    summary: 'Comment on the draft ranking, or on one row of it',
    access: commenters,
    params: season,
    body: z.object({ anchor: Code.nullable(), body: Reason(5000) }),
    status: 201,
    response: CommentView,
    problems: ['not-found', 'unknown-unit', 'season-finalized', 'season-closed'],
  }),
  answer: endpoint({
    method: 'POST',
    path: '/api/comments/:commentId/answer',
    summary: 'Answer a comment: accepted, in part, declined, with a reason',
    access: keepers,
    params: comment,
    body: z.object({ kind: CommentAnswerKind, body: Reason(5000) }),
    status: 201,
    response: CommentView,
    problems: ['not-found', 'comment-answered', 'season-finalized', 'draft-adopted'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId/drafts',
    summary: 'The drafts of a season that the mandate may read',
    access: 'signed-in',
    params: season,
    status: 200,
    response: z.object({ items: z.array(DraftSummary), mayCreate: z.boolean() }),
    problems: ['not-found'],
  }),
  desk: endpoint({
    method: 'GET',
    path: '/api/drafts',
    summary: 'Every draft under consultation that waits for the mandate, across clusters, by deadline',
    access: ['reviewer'],
    status: 200,
    response: z.object({ items: z.array(DraftSummary) }),
    problems: [],
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/seasons/:seasonId/drafts',
    summary: 'A new draft with its parts: empty, of a version, or of a file read before',
    access: keepers,
    params: season,
    body: z.object({
      kind: z.enum(['criteria', 'regulation', 'plan', 'pact']),
      year: z.number().int().min(1948).max(9999),
      title: Reason(300),
      nodes: z.array(NewNode).max(3000),
    }),
    status: 201,
    response: DraftView,
    problems: ['not-found', 'draft-invalid', 'season-finalized'],
  }),
  openRanking: endpoint({
    method: 'POST',
    path: '/api/seasons/:seasonId/ranking/draft',
    summary:
      'The season’s ranking as a draft that can be sent out: made where there is none yet, else as it is',
    access: keepers,
    params: season,
    body: z.object({ title: Reason(300) }),
    status: 200,
    response: DraftView,
    problems: ['not-found', 'season-closed', 'season-finalized'],
  }),
  show: endpoint({
    method: 'GET',
    path: '/api/drafts/:draftId',
    summary: 'A draft with its parts, versions and consultation',
    access: 'signed-in',
    params: draft,
    status: 200,
    response: DraftView,
    problems: ['not-found'],
  }),
  look: endpoint({
    method: 'POST',
    path: '/api/drafts/:draftId/look',
    summary:
      'The reader has looked at this revision and these comments; also tells who is here and at which part',
    access: 'signed-in',
    params: draft,
    body: z.object({
      revision: z.number().int(),
      nodeId: Code.nullable(),
      /** How many comments and replies the reader was shown; absent: all there are. */
      comments: z.number().int().min(0).optional(),
    }),
    status: 200,
    response: z.object({
      here: z.array(z.object({ personId: Uuid, name: z.string(), nodeId: Code.nullable() })),
    }),
    problems: ['not-found'],
  }),
  changes: endpoint({
    method: 'GET',
    path: '/api/drafts/:draftId/changes',
    summary: 'Every change of its parts after a revision, oldest first',
    access: 'signed-in',
    params: draft,
    query: z.object({ after: z.coerce.number<number>().int().min(0).default(0) }),
    status: 200,
    response: z.object({ items: z.array(ChangeView) }),
    problems: ['not-found'],
  }),
  version: endpoint({
    method: 'GET',
    path: '/api/drafts/:draftId/versions/:number',
    summary: 'The parts as they stood in a version',
    access: 'signed-in',
    params: z.object({ draftId: Uuid, number: z.coerce.number<number>().int().min(1) }),
    status: 200,
    response: VersionView.extend({ nodes: z.array(NodeView) }),
    problems: ['not-found'],
  }),
  rename: endpoint({
    method: 'PUT',
    path: '/api/drafts/:draftId',
    summary: 'Change a draft’s title and legal basis',
    access: keepers,
    params: draft,
    body: z.object({ title: Reason(300), legalBasis: Words(2000), basisIds: z.array(Uuid).max(50) }),
    status: 200,
    response: DraftView,
    problems: ['not-found', 'draft-adopted', 'draft-invalid'],
  }),
  addNodes: endpoint({
    method: 'POST',
    path: '/api/drafts/:draftId/nodes',
    summary: 'Add parts, parents before their children',
    access: keepers,
    params: draft,
    body: z.object({ nodes: z.array(NewNode).min(1).max(3000) }),
    status: 201,
    response: Changed,
    problems: ['not-found', 'draft-adopted', 'draft-kind', 'draft-invalid'],
  }),
  saveNode: endpoint({
    method: 'PUT',
    path: '/api/drafts/:draftId/nodes/:nodeId',
    summary: 'Save one part, where it still is as the writer saw it',
    access: keepers,
    params: node,
    body: z.object({ content: Content, version: z.number().int().min(1) }),
    status: 200,
    response: Changed,
    problems: ['not-found', 'draft-adopted', 'draft-kind', 'draft-invalid', 'node-changed'],
  }),
  moveNode: endpoint({
    method: 'POST',
    path: '/api/drafts/:draftId/nodes/:nodeId/move',
    summary: 'Move one part with all it holds',
    access: keepers,
    params: node,
    body: z.object({
      parentId: Code.nullable(),
      position: z.string().min(1).max(200),
      /** Another level of the text, for a clause that becomes a point; absent: as it was. */
      kind: NodeKind.optional(),
      version: z.number().int().min(1),
    }),
    status: 200,
    response: Changed,
    problems: ['not-found', 'draft-adopted', 'draft-kind', 'draft-invalid', 'node-changed'],
  }),
  removeNode: endpoint({
    method: 'DELETE',
    path: '/api/drafts/:draftId/nodes/:nodeId',
    summary: 'Remove one part with all it holds',
    access: keepers,
    params: node,
    query: z.object({
      version: z.coerce.number<number>().int().min(1),
      /** The draft as the reader saw it: refused where anything in the part changed since; absent: not asked. */
      revision: z.coerce.number<number>().int().min(1).optional(),
    }),
    status: 200,
    response: Changed,
    problems: ['not-found', 'draft-adopted', 'draft-kind', 'draft-invalid', 'node-changed'],
  }),
  undo: endpoint({
    method: 'POST',
    path: '/api/drafts/:draftId/undo',
    summary: 'Take back one revision, where nothing of it changed since (undoing an undo brings it back)',
    access: keepers,
    params: draft,
    body: z.object({ revision: z.number().int().min(1) }),
    status: 200,
    response: Changed,
    problems: ['not-found', 'draft-adopted', 'draft-kind', 'node-changed'],
  }),
  readWord: endpoint({
    method: 'POST',
    path: '/api/drafts/word',
    summary: 'Read a Word document: the structure found, nothing kept',
    access: keepers,
    /** What the text is to be: clauses stand without articles in a plan or a pact alone. */
    query: z.object({ kind: z.enum(['regulation', 'plan', 'pact']).default('regulation') }),
    body: 'upload',
    status: 200,
    response: z.object({
      nodes: z.array(NewNode),
      /** Where the structure is doubtful, by the node it became. */
      doubts: z.array(z.object({ nodeId: Code, code: z.string() })),
    }),
    problems: ['unreadable-document', 'too-large'],
  }),
  sendOut: endpoint({
    method: 'POST',
    path: '/api/drafts/:draftId/send-out',
    summary: 'Send a draft out for consultation, or send it out again changed',
    access: keepers,
    params: draft,
    body: z.object({ deadline: Instant, message: Words(2000), mandateIds: z.array(Uuid).min(1).max(500) }),
    status: 200,
    response: DraftView,
    problems: ['not-found', 'draft-adopted', 'draft-invalid', 'unknown-mandate', 'deadline-past'],
  }),
  askable: endpoint({
    method: 'GET',
    path: '/api/drafts/:draftId/askable',
    summary: 'The mandates a draft can be sent to',
    access: keepers,
    params: draft,
    status: 200,
    response: z.object({
      items: z.array(
        z.object({
          mandateId: Uuid,
          name: z.string(),
          role: Role,
          unitId: Code.nullable(),
          unitName: z.string().nullable(),
        }),
      ),
    }),
    problems: ['not-found'],
  }),
  noComment: endpoint({
    method: 'POST',
    path: '/api/drafts/:draftId/no-comment',
    summary: 'Answer a consultation with: no comment',
    access: commenters,
    params: draft,
    status: 204,
    response: null,
    problems: ['not-found', 'not-asked', 'already-answered', 'draft-adopted'],
  }),
  listComments: endpoint({
    method: 'GET',
    path: '/api/drafts/:draftId/comments',
    summary: 'Comments on a draft with replies and answers, oldest first',
    access: 'signed-in',
    params: draft,
    status: 200,
    response: Comments,
    problems: ['not-found'],
  }),
  commentOn: endpoint({
    method: 'POST',
    path: '/api/drafts/:draftId/comments',
    summary: 'Comment on a draft, a part of it, or words of a part; with a replacement it is a suggestion',
    access: commenters,
    params: draft,
    body: z.object({
      anchor: AnchorShape,
      body: Words(5000),
      replacement: Words(4000).nullable(),
      mentions: z.array(Uuid).max(20),
    }),
    status: 201,
    response: CommentView,
    problems: [
      'not-found',
      'draft-adopted',
      'anchor-unfit',
      'comment-empty',
      'draft-not-out',
      'unknown-mandate',
    ],
  }),
  reply: endpoint({
    method: 'POST',
    path: '/api/comments/:commentId/replies',
    summary: 'Reply in a comment’s thread',
    access: speakers,
    params: comment,
    body: z.object({ body: Reason(5000), mentions: z.array(Uuid).max(20) }),
    status: 201,
    response: CommentView,
    problems: ['not-found', 'draft-adopted', 'season-finalized', 'unknown-mandate'],
  }),
  resolve: endpoint({
    method: 'POST',
    path: '/api/comments/:commentId/resolve',
    summary: 'Close a thread, or open it again: whoever began it, the secretary or the chair',
    access: speakers,
    params: comment,
    body: z.object({ isResolved: z.boolean() }),
    status: 200,
    response: CommentView,
    problems: ['not-found', 'thread-not-yours', 'comment-state', 'draft-adopted', 'season-finalized'],
  }),
  apply: endpoint({
    method: 'POST',
    path: '/api/comments/:commentId/apply',
    summary: 'Put a suggestion’s words into the draft and answer it, in one act',
    access: keepers,
    params: comment,
    body: z.object({
      kind: z.enum(['accepted', 'acceptedInPart']),
      body: Reason(5000),
      replacement: Words(4000).nullable(),
    }),
    status: 200,
    response: CommentView,
    problems: [
      'not-found',
      'draft-adopted',
      'draft-kind',
      'anchor-unfit',
      'no-suggestion',
      'comment-answered',
      'draft-invalid',
    ],
  }),
  adopt: endpoint({
    method: 'POST',
    path: '/api/drafts/:draftId/adopt',
    summary: 'Adopt a draft: every comment answered, no fault left',
    access: ['chair'],
    params: draft,
    body: z.object({
      revision: z.number().int(),
      number: Reason(60),
      adoptedOn: Day,
      legalBasis: Reason(2000),
    }),
    status: 200,
    response: DraftView,
    problems: [
      'not-found',
      'draft-adopted',
      'draft-changed',
      'comments-unanswered',
      'criteria-contradict',
      'draft-invalid',
      'draft-kind',
    ],
  }),
}

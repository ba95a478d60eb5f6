/** What can be sent out for consultation (domain.md "Comments on drafts"). */
export const draftKinds = ['criteria', 'regulation', 'plan', 'pact', 'minutes', 'ranking'] as const
export type DraftKind = (typeof draftKinds)[number]

/** `draft → consultation → adopted → superseded` (domain.md "Criteria versions"). */
export const draftStatuses = ['draft', 'consultation', 'adopted', 'superseded'] as const
export type DraftStatus = (typeof draftStatuses)[number]

/** The parts of a structured text: chương, điều, khoản, điểm, and a paragraph without number. */
export const textKinds = ['chapter', 'article', 'clause', 'point', 'paragraph'] as const
export type TextKind = (typeof textKinds)[number]

/** The parts of a criteria document; one `criteriaSet` is its root (code, year, title, decimals, maximum, caps). */
export const criteriaKinds = [
  'criteriaSet',
  'section',
  'heading',
  'criterion',
  'gate',
  'grade',
  'tieBreaker',
] as const
export type CriteriaKind = (typeof criteriaKinds)[number]

export const nodeKinds = [...textKinds, ...criteriaKinds] as const
export type NodeKind = (typeof nodeKinds)[number]

/**
 * One part of a draft, saved by itself. `parentId` null: at the top. Siblings stand in the order of `position`
 * (a key between two others, compared by code unit, then by id). `version` counts its changes (optimistic concurrency).
 * `content`: of a text part `{text}`; of a criteria part the fields of scoring.md without its children.
 */
export type DraftNode = {
  id: string
  parentId: string | null
  position: string
  kind: NodeKind
  content: Record<string, unknown>
  version: number
}

/** A node before it is saved: nobody has changed it yet. */
export type NewNode = Omit<DraftNode, 'version'>

/** Words in one field of a node, with up to 32 characters on both sides that tell this place from another. */
export type Quote = { text: string; before: string; after: string }
/** What a comment is about: the whole draft (nodeId null), a node, or words of one of its fields ("text", "title.vi"). */
export type Anchor = { nodeId: string | null; field: string | null; quote: Quote | null }

export const commentAnswerKinds = ['accepted', 'acceptedInPart', 'declined'] as const
export type CommentAnswerKind = (typeof commentAnswerKinds)[number]

import type { drafts, NodeView } from '@bangvang/contract/drafts'
import type { Input } from '@bangvang/contract/endpoint'

/** The drafts that are structured text. */
export const textDraftKinds = ['regulation', 'plan', 'pact'] as const
export type TextDraftKind = (typeof textDraftKinds)[number]

export type NewNodes = readonly Input<typeof drafts.create>['body']['nodes'][number][]

/** A draft's parts as those of a new one. They keep their ids, so that the two compare part by part. */
export function copied(nodes: readonly NodeView[]): NewNodes {
  return nodes.map(({ version: _, ...node }) => node)
}

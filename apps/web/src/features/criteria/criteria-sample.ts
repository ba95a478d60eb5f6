import type { VersionSummary } from '@bangvang/contract/criteria'
import type { DraftView, NodeView } from '@bangvang/contract/drafts'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { toNodes } from '@bangvang/core/criteria/nodes'
import { document } from '../../lib/small-cluster.ts'

// A small draft of criteria for tests: its parts are named n1, n2, … in the order in which they are made.

/** The parts of a document, named by what they are: `KT07`, `I`, `root`. */
export function nodesOf(of: CriteriaDocument = document): NodeView[] {
  const made = toNodes(of, () => crypto.randomUUID())
  const names = new Map(
    made.map(({ id, kind, content }) => [id, kind === 'criteriaSet' ? 'root' : String(content.code ?? kind)]),
  )
  const nameOf = (id: string) => names.get(id) ?? id
  return made.map((node) => ({
    ...node,
    id: nameOf(node.id),
    parentId: node.parentId === null ? null : nameOf(node.parentId),
    version: 1,
  }))
}

/** A draft of criteria of 2020's cluster, which the reader edits unless said otherwise. */
export function draftOf(nodes: NodeView[] = nodesOf(), more: Partial<DraftView> = {}): DraftView {
  const may = { edit: true, sendOut: true, comment: false, answer: true, adopt: false }
  return {
    id: '00000000-0000-4000-8000-0000000000d1',
    kind: 'criteria',
    clusterId: 'DBSH',
    clusterName: { vi: 'Cụm Đồng bằng sông Hồng', en: 'Red River Delta cluster' },
    seasonId: 'DBSH-2020',
    year: 2021,
    title: 'Dự thảo bộ tiêu chí năm 2021',
    status: 'draft',
    revision: 1,
    versions: 0,
    deadline: null,
    comments: { all: 0, accepted: 0, acceptedInPart: 0, declined: 0, unanswered: 0 },
    asked: 'notAsked',
    waitingFor: [],
    unseen: null,
    updatedAt: new Date('2021-01-10T02:00:00Z'),
    nodes,
    seenRevision: null,
    history: [],
    consultation: null,
    basis: [],
    legalBasis: '',
    adopted: null,
    may,
    ...more,
  }
}

/** An adopted version of the cluster's criteria. */
export function versionOf(number: number, more: Partial<VersionSummary> = {}): VersionSummary {
  return {
    id: `00000000-0000-4000-8000-00000000000${number}`,
    clusterId: 'DBSH',
    year: 2020,
    number,
    status: 'superseded',
    sha256: `${number}`.repeat(64),
    adoptedOn: '2020-02-14',
    legalBasis: `Quyết định số ${number}`,
    title: document.title,
    maxPoints: '120',
    criteria: 4,
    seasons: [],
    ...more,
  }
}

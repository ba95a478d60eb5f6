import { smallCriteria } from './small-criteria.ts'
import type { Things, ValidInputs } from './valid-input.ts'

/** For every endpoint of the room of criteria an input that names these things. */
export function criteriaInputs({ clusterId, seasonId, draftId, versionId, correctionId }: Things) {
  const season = { seasonId }
  return {
    versions: { params: { clusterId } },
    version: { params: { versionId } },
    versionDocument: { params: { versionId } },
    versionSheet: { params: { versionId }, query: {} },
    document: { params: { draftId } },
    sheet: { params: { draftId }, query: {} },
    read: { body: new Blob([JSON.stringify(smallCriteria)]) },
    impact: { params: { draftId } },
    take: { params: season, body: { versionId } },
    correct: { params: season, body: { versionId, reason: 'Đính chính mốc KT01' } },
    corrections: { params: season },
    acknowledge: { params: { correctionId } },
  } satisfies ValidInputs['criteria']
}

import type { PaperAbout } from '@bangvang/contract/papers'
import { type PaperKind, subjectOf } from '@bangvang/core/papers/paper'
import { mayMakePaper } from '@bangvang/core/papers/policy'
import { commentTableSource, regulationSource } from './draft-papers.ts'
import { letterSource } from './letter.ts'
import { minutesSource, noticeSource } from './meeting-papers.ts'
import { pactSource } from './pact-paper.ts'
import { comparisonSource, summarySource } from './ranking-papers.ts'
import { selfScoringSource } from './self-scoring.ts'
import type { Matter, Reading, Source } from './source.ts'

/** Where each kind of paper comes from. */
export const sources: Record<PaperKind, Source> = {
  'self-scoring-sheet': selfScoringSource,
  'points-summary': summarySource,
  'layer-comparison': comparisonSource,
  pact: pactSource,
  minutes: minutesSource,
  'conclusion-notice': noticeSource,
  'submission-letter': letterSource,
  'comment-table': commentTableSource,
  regulation: regulationSource,
}

/** The id that a request names for this kind: "" for the season; undefined where the one it needs is missing. */
function aboutIdOf(kind: PaperKind, about: PaperAbout): string | undefined {
  switch (subjectOf(kind)) {
    case 'season':
      return ''
    case 'unit':
      return about.unitId
    case 'meeting':
      return about.meetingId
    case 'draft':
      return about.draftId
  }
}

/** What of this kind the actor may make a paper from. */
export async function mattersFor(reading: Reading, kind: PaperKind): Promise<Matter[]> {
  const all = await sources[kind].matters(reading)
  return all.filter(({ facts }) => mayMakePaper(reading.actor, reading.season, facts))
}

/** The one thing named; null where it is not there or not this actor's to see. */
export async function findMatter(
  reading: Reading,
  kind: PaperKind,
  about: PaperAbout,
): Promise<Matter | null> {
  const aboutId = aboutIdOf(kind, about)
  if (aboutId === undefined) return null
  const found = await sources[kind].matters(reading, aboutId === '' ? undefined : aboutId)
  const matter = found.find((one) => one.aboutId === aboutId)
  return matter !== undefined && mayMakePaper(reading.actor, reading.season, matter.facts) ? matter : null
}

import { carryRefusals } from '@bangvang/core/criteria/carry-over'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { AnswerShape, Code, Day, Document, Instant, Phase, Reason, SeasonId, Text, Uuid } from './wire.ts'

/** An adopted version of a cluster's criteria; superseded: a newer one of the same year is adopted. */
export const VersionSummary = z.object({
  id: Uuid,
  clusterId: Code,
  year: z.number().int(),
  number: z.number().int(),
  status: z.enum(['adopted', 'superseded']),
  /** Of the document's canonical JSON (RFC 8785), lower-case hex. */
  sha256: z.string(),
  adoptedOn: Day,
  legalBasis: z.string(),
  title: Text,
  maxPoints: z.string(),
  /** How many criteria it has. */
  criteria: z.number().int(),
  /** The seasons that score by it now. */
  seasons: z.array(z.object({ id: SeasonId, year: z.number().int(), phase: Phase })),
})
export type VersionSummary = z.infer<typeof VersionSummary>
export const VersionDetail = VersionSummary.extend({ document: Document })
export type VersionDetail = z.infer<typeof VersionDetail>

/** A fault of a document at its path; `cell` is where it stands in the workbook it was read from ("Tiêu chí!G12"). */
export const ReadFault = z.object({ path: z.string(), code: z.string(), cell: z.string().nullable() })

/** A unit's place in one of the two rankings of an impact; points as decimal strings. */
export const ImpactRow = z.object({
  unitId: Code,
  unitName: z.string(),
  rank: z.number().int().nullable(),
  tiedWith: z.array(Code),
  scored: z.string(),
  bonus: z.string(),
  penalty: z.string(),
  total: z.string(),
  grade: z.string().nullable(),
})
export type ImpactRow = z.infer<typeof ImpactRow>
export const ImpactView = z.object({
  /** The season whose units are scored again, and the version it was scored by. */
  season: z.object({ id: SeasonId, year: z.number().int(), phase: Phase, number: z.number().int() }),
  before: z.array(ImpactRow),
  after: z.array(ImpactRow),
  /** What could not be carried over: a unit's answer, appraiser's points or gate, by its code before, and why. */
  notCarried: z.array(
    z.object({
      unitId: Code,
      what: z.enum(['answer', 'override', 'gate']),
      code: z.string(),
      why: z.enum([...carryRefusals, 'gate-removed']),
    }),
  ),
  /** The draft's criteria that no unit's answers reach: new ones, or of another measure. */
  unanswered: z.array(z.string()),
})
export type ImpactView = z.infer<typeof ImpactView>

const CorrectedUnit = z.object({
  unitId: Code,
  unitName: z.string(),
  /** Answers that stand as they did, those that stand under a new code, those that no longer fit. */
  kept: z.number().int(),
  moved: z.array(z.object({ from: z.string(), to: z.string() })),
  setAside: z.array(
    z.object({
      code: z.string(),
      answer: AnswerShape.nullable(),
      note: z.string(),
      evidence: z.array(z.object({ id: Uuid, name: z.string() })),
      why: z.enum(carryRefusals),
    }),
  ),
  /** It had submitted, and has to submit again. */
  isReturned: z.boolean(),
  read: z.object({ at: Instant, byName: z.string() }).nullable(),
})
export const CorrectionView = z.object({
  id: Uuid,
  at: Instant,
  byName: z.string(),
  reason: z.string(),
  from: z.object({ id: Uuid, number: z.number().int() }),
  to: z.object({ id: Uuid, number: z.number().int() }),
  /** The reader's own unit alone, unless the reader sees every unit. */
  units: z.array(CorrectedUnit),
})
export type CorrectionView = z.infer<typeof CorrectionView>

const season = z.object({ seasonId: SeasonId })
const version = z.object({ versionId: Uuid })
const draft = z.object({ draftId: Uuid })
const correction = z.object({ correctionId: Uuid })
const language = z.object({ language: z.enum(['vi', 'en']).default('vi') })

export const criteria = {
  versions: endpoint({
    method: 'GET',
    path: '/api/clusters/:clusterId/criteria-versions',
    summary: 'The adopted versions of a cluster’s criteria, newest first',
    access: 'signed-in',
    params: z.object({ clusterId: Code }),
    status: 200,
    response: z.object({ items: z.array(VersionSummary) }),
    problems: ['not-found'],
  }),
  version: endpoint({
    method: 'GET',
    path: '/api/criteria-versions/:versionId',
    summary: 'One adopted version with its document',
    access: 'signed-in',
    params: version,
    status: 200,
    response: VersionDetail,
    problems: ['not-found'],
  }),
  versionDocument: endpoint({
    method: 'GET',
    path: '/api/criteria-versions/:versionId/document',
    summary: 'An adopted version as a file of the JSON of scoring.md: the very bytes that its hash is of',
    access: 'signed-in',
    params: version,
    status: 200,
    response: 'file',
    problems: ['not-found'],
  }),
  versionSheet: endpoint({
    method: 'GET',
    path: '/api/criteria-versions/:versionId/sheet',
    summary: 'An adopted version as a workbook',
    access: 'signed-in',
    params: version,
    query: language,
    status: 200,
    response: 'file',
    problems: ['not-found'],
  }),
  document: endpoint({
    method: 'GET',
    path: '/api/drafts/:draftId/criteria-document',
    summary: 'Drafted criteria as a file of the JSON of scoring.md, with whatever faults they have',
    access: 'signed-in',
    params: draft,
    status: 200,
    response: 'file',
    problems: ['not-found', 'draft-kind'],
  }),
  sheet: endpoint({
    method: 'GET',
    path: '/api/drafts/:draftId/criteria-sheet',
    summary: 'Drafted criteria as a workbook that a person can edit and upload again',
    access: 'signed-in',
    params: draft,
    query: language,
    status: 200,
    response: 'file',
    problems: ['not-found', 'draft-kind'],
  }),
  read: endpoint({
    method: 'POST',
    path: '/api/criteria/read',
    summary:
      'Read criteria from a file, JSON or workbook: the document and every fault at its place, nothing kept',
    access: ['secretary', 'chair'],
    body: 'upload',
    status: 200,
    response: z.object({ document: z.unknown(), faults: z.array(ReadFault) }),
    problems: ['unreadable-criteria', 'too-large'],
  }),
  impact: endpoint({
    method: 'GET',
    path: '/api/drafts/:draftId/impact',
    summary: 'The units of the year before scored under the draft, where their answers still fit',
    access: ['chair', 'viceChair', 'secretary', 'appraiser', 'reviewer'],
    params: draft,
    status: 200,
    response: ImpactView,
    problems: ['not-found', 'draft-kind', 'criteria-contradict', 'no-year-to-compare'],
  }),
  take: endpoint({
    method: 'POST',
    path: '/api/seasons/:seasonId/criteria-version',
    summary: 'A season that is still prepared takes an adopted version of its year',
    access: ['chair'],
    params: season,
    body: z.object({ versionId: Uuid }),
    status: 200,
    response: VersionSummary,
    problems: ['not-found', 'unknown-version', 'criteria-taken', 'season-running'],
  }),
  correct: endpoint({
    method: 'POST',
    path: '/api/seasons/:seasonId/criteria-correction',
    summary: 'A newer version takes the place of the open season’s; answers are carried over where they fit',
    access: ['chair'],
    params: season,
    body: z.object({ versionId: Uuid, reason: Reason(2000) }),
    status: 201,
    response: CorrectionView,
    problems: ['not-found', 'unknown-version', 'criteria-taken', 'season-running', 'season-closed'],
  }),
  corrections: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId/criteria-corrections',
    summary: 'The corrections of a season’s criteria, newest first, and what each changed for the units',
    access: 'signed-in',
    params: season,
    status: 200,
    response: z.object({ items: z.array(CorrectionView) }),
    problems: ['not-found'],
  }),
  acknowledge: endpoint({
    method: 'POST',
    path: '/api/criteria-corrections/:correctionId/acknowledge',
    summary: 'A unit has read what a correction changed for it',
    access: ['delegate', 'leader'],
    params: correction,
    status: 200,
    response: CorrectionView,
    problems: ['not-found', 'correction-read'],
  }),
}

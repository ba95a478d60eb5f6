import { paperFormats, paperKinds } from '@bangvang/core/papers/paper'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Code, Day, Instant, Reason, SeasonId, Text, Uuid, Words } from './wire.ts'

export const PaperKind = z.enum(paperKinds)
export const PaperFormat = z.enum(paperFormats)

/** What a paper is about, where that is not the whole season: the id of one unit, meeting or draft. */
const About = z.object({
  unitId: Code.exactOptional(),
  meetingId: Uuid.exactOptional(),
  draftId: Uuid.exactOptional(),
})
export type PaperAbout = z.infer<typeof About>

export const PaperFileView = z.object({
  format: PaperFormat,
  size: z.number().int(),
  sha256: z.string(),
})
/** A paper as it was issued: it and its files never change. */
export const IssuedPaperView = z.object({
  id: Uuid,
  seasonId: SeasonId,
  kind: PaperKind,
  about: About,
  /** Counts the issues of this paper from 1. */
  edition: z.number().int(),
  /** Number and symbol: "12/TB-CTĐ". */
  symbol: z.string(),
  title: z.string(),
  place: z.string(),
  day: Day,
  signerName: z.string(),
  issuedAt: Instant,
  issuedBy: z.string(),
  files: z.array(PaperFileView),
  publishedAt: Instant.nullable(),
})
export type IssuedPaperView = z.infer<typeof IssuedPaperView>

/** A paper that the actor can make now; until what it tells is final it says DỰ THẢO on every page. */
export const MakeablePaperView = z.object({
  kind: PaperKind,
  about: About,
  /** The unit's, meeting's or draft's name; null where the paper is the season's. */
  aboutTitle: z.string().nullable(),
  isFinal: z.boolean(),
  formats: z.array(PaperFormat),
  /** How often it was issued; null where the cluster does not number it. */
  editions: z.number().int().nullable(),
})
export type MakeablePaperView = z.infer<typeof MakeablePaperView>

export const PapersView = z.object({
  seasonId: SeasonId,
  makeable: z.array(MakeablePaperView),
  /** The latest first. */
  issued: z.array(IssuedPaperView),
  mayIssue: z.boolean(),
  /** What a new paper says unless told otherwise. */
  defaults: z.object({ place: z.string(), day: Day, recipients: z.array(z.string()) }),
})
export type PapersView = z.infer<typeof PapersView>

/** A published paper names neither who issued it nor by which act. */
export const PublicPaperView = IssuedPaperView.pick({
  id: true,
  seasonId: true,
  kind: true,
  symbol: true,
  title: true,
  day: true,
  files: true,
}).extend({ clusterName: Text, year: z.number().int(), publishedAt: Instant })
export type PublicPaperView = z.infer<typeof PublicPaperView>

const season = z.object({ seasonId: SeasonId })
const ofKind = season.extend({ kind: PaperKind })
const paper = z.object({ paperId: Uuid })
const file = paper.extend({ format: PaperFormat })
const signer = z.object({ name: Reason(200), title: Words(200) })

export const papers = {
  list: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId/papers',
    summary: 'The papers that can be made now, and those issued',
    access: 'signed-in',
    params: season,
    status: 200,
    response: PapersView,
    problems: ['not-found'],
  }),
  make: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId/papers/:kind',
    summary: 'A paper made now from what stands, DỰ THẢO until that is final; nothing is kept',
    access: 'signed-in',
    params: ofKind,
    query: About.extend({ format: PaperFormat }),
    status: 200,
    response: 'file',
    problems: ['not-found', 'paper-format', 'unavailable'],
  }),
  issue: endpoint({
    method: 'POST',
    path: '/api/seasons/:seasonId/papers/:kind/issue',
    summary: 'The chair issues a paper under the next number of its series; its files are kept for ever',
    access: ['chair'],
    /** `seen`: how often it was issued, as the chair saw it. */
    params: ofKind,
    body: z.object({
      about: About,
      place: Reason(100),
      day: Day,
      signer,
      recipients: z.array(Reason(300)).max(30),
      seen: z.number().int().min(0),
    }),
    status: 201,
    response: IssuedPaperView,
    problems: [
      'not-found',
      'season-closed',
      'paper-not-final',
      'paper-not-issuable',
      'paper-issued',
      'unavailable',
    ],
  }),
  file: endpoint({
    method: 'GET',
    path: '/api/papers/:paperId/:format',
    summary: 'A file of an issued paper, as it was kept',
    access: 'signed-in',
    params: file,
    status: 200,
    response: 'file',
    problems: ['not-found'],
  }),
  publish: endpoint({
    method: 'POST',
    path: '/api/papers/:paperId/publish',
    summary: 'The chair publishes an issued paper for everyone',
    access: ['chair'],
    params: paper,
    status: 200,
    response: IssuedPaperView,
    problems: ['not-found', 'paper-published'],
  }),
  unpublish: endpoint({
    method: 'POST',
    path: '/api/papers/:paperId/unpublish',
    summary: 'The chair takes a paper back from the public, with a reason',
    access: ['chair'],
    params: paper,
    body: z.object({ reason: Reason() }),
    status: 200,
    response: IssuedPaperView,
    problems: ['not-found', 'paper-not-published'],
  }),
  listPublic: endpoint({
    method: 'GET',
    path: '/api/public/papers',
    summary: 'The papers published, the latest first; of one season where it is named',
    access: 'public',
    query: z.object({ seasonId: SeasonId.optional() }),
    status: 200,
    response: z.object({ items: z.array(PublicPaperView) }),
    problems: [],
  }),
  publicFile: endpoint({
    method: 'GET',
    path: '/api/public/papers/:paperId/:format',
    summary: 'A file of a published paper',
    access: 'public',
    params: file,
    status: 200,
    response: 'file',
    problems: ['not-found'],
  }),
}

import { lawKinds, lawStates } from '@bangvang/core/laws/law'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Instant, Reason, Text, Uuid, Words } from './wire.ts'

export const LawKind = z.enum(lawKinds)
/** A day of the calendar on which a law of ours may be issued, begin or end. */
const LawDay = z.iso.date().regex(/^(?:19|20|21)\d\d-/)

export const LawBody = z.object({
  kind: LawKind,
  /** As the law bears it: "98/2023/NĐ-CP". */
  number: Reason(80),
  /** English '' where nobody has translated it. */
  title: z.object({ vi: Reason(500), en: Words(500) }),
  issuer: Words(200),
  issuedOn: LawDay.nullable(),
  effectiveFrom: LawDay.nullable(),
  /** The last day in force; null: no end is set. */
  effectiveTo: LawDay.nullable(),
  /** Older laws whose place it takes, wholly or in the part that the note names. */
  replaces: z.array(z.object({ lawId: Uuid, isInPart: z.boolean(), note: Words(500) })).max(50),
  link: z
    .string()
    .max(2000)
    .regex(/^https:\/\/[\p{L}\p{N}.-]+(?::\d{1,5})?(?:[/?#][^\s\p{C}]*)?$/u)
    .nullable(),
  note: Words(2000),
  /** What of all this could not be confirmed in the law's text; '' where all is. */
  uncertainty: Words(2000),
})
export type LawBody = z.infer<typeof LawBody>

export const LawView = LawBody.extend({
  id: Uuid,
  replaces: z.array(z.object({ lawId: Uuid, isInPart: z.boolean(), note: z.string() })),
  file: z.object({ name: z.string(), contentType: z.string(), size: z.number().int() }).nullable(),
  version: z.number().int(),
  updatedAt: Instant,
})
export type LawView = z.infer<typeof LawView>

/** A law named as the basis of something, with what is wrong with naming it on the day asked for. */
export const BasisView = z.object({
  lawId: Uuid,
  kind: LawKind,
  number: z.string(),
  title: Text,
  state: z.enum(lawStates),
  /** What stands in its place then, wholly or in part; [] where it stands itself. */
  replacedBy: z.array(z.object({ lawId: Uuid, number: z.string(), isInPart: z.boolean() })),
  isUncertain: z.boolean(),
})
export type BasisView = z.infer<typeof BasisView>

const law = z.object({ lawId: Uuid })
/** The version the writer saw. */
const seen = z.object({ version: z.coerce.number<number>().int().min(1) })
const keepers = ['administrator', 'reviewer'] as const

export const laws = {
  list: endpoint({
    method: 'GET',
    path: '/api/laws',
    summary: 'The shelf of legal documents, the newest first',
    access: 'public',
    status: 200,
    response: z.object({ items: z.array(LawView) }),
    problems: [],
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/laws',
    summary: 'Put a legal document on the shelf',
    access: keepers,
    body: LawBody,
    status: 201,
    response: LawView,
    problems: ['law-exists', 'law-invalid'],
  }),
  change: endpoint({
    method: 'PUT',
    path: '/api/laws/:lawId',
    summary: 'Change a legal document on the shelf, or end it, where it still is as the writer saw it',
    access: keepers,
    params: law,
    body: LawBody.extend({ version: z.number().int().min(1) }),
    status: 200,
    response: LawView,
    problems: ['not-found', 'law-exists', 'law-invalid', 'law-changed'],
  }),
  putFile: endpoint({
    method: 'PUT',
    path: '/api/laws/:lawId/file',
    summary: 'Put the text of a legal document beside it: PDF or Word, told by its content',
    access: keepers,
    params: law,
    query: seen,
    body: 'upload',
    status: 200,
    response: LawView,
    problems: ['not-found', 'law-changed', 'law-file-kind', 'too-large'],
  }),
  removeFile: endpoint({
    method: 'DELETE',
    path: '/api/laws/:lawId/file',
    summary: 'Take the text of a legal document away',
    access: keepers,
    params: law,
    query: seen,
    status: 200,
    response: LawView,
    problems: ['not-found', 'law-changed'],
  }),
  file: endpoint({
    method: 'GET',
    path: '/api/laws/:lawId/file',
    summary: "A legal document's text, as its bytes",
    access: 'signed-in',
    params: law,
    query: z.object({ download: z.stringbool().default(false) }),
    status: 200,
    response: 'file',
    problems: ['not-found'],
  }),
}

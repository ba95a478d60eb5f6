import type { Answer } from '@bangvang/core/assessments/answer'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { roles } from '@bangvang/core/people/actor'
import { phases } from '@bangvang/core/seasons/season'
import { z } from 'zod'

/** A Date in code, an ISO string on the wire, both ways. */
export const Instant = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
})
/** A calendar day, ISO. */
export const Day = z.iso.date()
export const Decimal = z.string()
export const Text = z.object({ vi: z.string(), en: z.string() })
/** A unit's, cluster's, criterion's or gate's code. */
export const Code = z.string().min(1).max(40)
export const SeasonId = z.string().regex(/^[A-Z0-9-]{1,40}-\d{4}$/)
export const Uuid = z.uuid()
export const Role = z.enum(roles)
export const Phase = z.enum(phases)
/** A person's words: NFC, trimmed, no control characters but line breaks and tabs. */
export const Words = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u)
    .normalize('NFC')
    .trim()
/** Words that must be there: a reason, a comment. */
export const Reason = (most = 2000) => Words(most).min(1)

/** Checked by core's `checkCriteria`, which names every fault; here only that it is an object. */
export const Document = z.record(z.string(), z.unknown()) as unknown as z.ZodType<
  CriteriaDocument,
  CriteriaDocument
>
/** Checked by core's `checkAnswer`, which names every problem at its field; here only that it is an object. */
export const AnswerShape = z.record(z.string(), z.unknown()) as unknown as z.ZodType<Answer, Answer>

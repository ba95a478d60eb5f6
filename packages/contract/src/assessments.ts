import { assessmentStatuses } from '@bangvang/core/assessments/policy'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { TargetChangeView } from './pacts.ts'
import { AnswerShape, Code, Decimal, Instant, Reason, SeasonId, Uuid, Words } from './wire.ts'

export const AssessmentStatus = z.enum(assessmentStatuses)
export const EvidenceView = z.object({
  id: Uuid,
  name: z.string(),
  contentType: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  uploadedAt: Instant,
  uploadedBy: z.string(),
  criterionCodes: z.array(Code),
  inSubmission: z.boolean(),
})
export type EvidenceView = z.infer<typeof EvidenceView>
export const AnswerView = z.object({
  criterionCode: Code,
  answer: AnswerShape.nullable(),
  note: z.string(),
  version: z.number().int(),
  updatedAt: Instant,
  updatedBy: z.string(),
})
export type AnswerView = z.infer<typeof AnswerView>
export const SubmissionEntry = z.object({
  number: z.number().int(),
  submittedAt: Instant,
  submittedBy: z.string(),
  signedOffBy: z.string(),
  isLate: z.boolean(),
  total: Decimal,
  sha256: z.string(),
})
export const AssessmentView = z.object({
  seasonId: SeasonId,
  unitId: Code,
  unitName: z.string(),
  status: AssessmentStatus,
  returned: z.object({ reason: z.string(), byName: z.string(), at: Instant }).nullable(),
  /** Whether answers may change now, by this actor. */
  isEditable: z.boolean(),
  deadline: Instant.nullable(),
  answers: z.array(AnswerView),
  evidence: z.array(EvidenceView),
  submissions: z.array(SubmissionEntry),
  /** What the unit submitted in its cluster's season of the year before, by criterion code; null where it did not. */
  lastYear: z.object({ year: z.number().int(), answers: z.record(z.string(), AnswerShape) }).nullable(),
  /** The targets the unit's leader signed in the pact. */
  registered: z.array(z.object({ criterionCode: Code, target: Decimal })),
  /** Every reason given for a target that is not the registered one, oldest first; core's `reasonFor` says which holds. */
  targetChanges: z.array(TargetChangeView),
})
export type AssessmentView = z.infer<typeof AssessmentView>
export const AssessmentEntry = z.object({
  unitId: Code,
  unitName: z.string(),
  status: AssessmentStatus,
  /** Null where the actor may not see how far the unit is. */
  answered: z.number().int().nullable(),
  submittedAt: Instant.nullable(),
  isLate: z.boolean().nullable(),
  deadline: Instant.nullable(),
})

/** The stored answer's version, 0 where there is none yet. */
const Change = z.object({
  answer: AnswerShape.nullable(),
  note: Words(2000),
  version: z.number().int().min(0),
})
const season = z.object({ seasonId: SeasonId })
const params = z.object({ seasonId: SeasonId, unitId: Code })
const at = '/api/seasons/:seasonId/assessments/:unitId' as const
const fillers = ['delegate', 'leader'] as const
const locked = ['not-found', 'assessment-locked', 'season-finalized'] as const

export const assessments = {
  list: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId/assessments',
    summary: 'Every unit and how far its assessment is',
    access: 'signed-in',
    params: season,
    status: 200,
    response: z.object({ items: z.array(AssessmentEntry) }),
    problems: ['not-found'],
  }),
  show: endpoint({
    method: 'GET',
    path: at,
    summary: "One unit's assessment: answers, evidence, submissions",
    access: 'signed-in',
    params,
    status: 200,
    response: AssessmentView,
    problems: ['not-found'],
  }),
  saveAnswer: endpoint({
    method: 'PUT',
    path: `${at}/answers/:criterionCode`,
    summary: 'Save one answer where nobody changed it meanwhile',
    access: fillers,
    params: params.extend({ criterionCode: Code }),
    body: Change,
    status: 200,
    response: AnswerView,
    problems: [...locked, 'answer-invalid', 'answer-changed', 'unknown-criterion'],
  }),
  saveAnswers: endpoint({
    method: 'PUT',
    path: `${at}/answers`,
    summary: 'Save many answers, all or none (paste, workbook)',
    access: fillers,
    params,
    body: z.object({
      answers: z
        .array(Change.extend({ criterionCode: Code }))
        .min(1)
        .max(1000),
    }),
    status: 200,
    response: z.object({ items: z.array(AnswerView) }),
    problems: [...locked, 'answer-invalid', 'answer-changed', 'unknown-criterion'],
  }),
  sendForSignOff: endpoint({
    method: 'POST',
    path: `${at}/send-for-sign-off`,
    summary: 'The delegate hands the assessment to the leader',
    access: fillers,
    params,
    status: 200,
    response: AssessmentView,
    problems: [...locked, 'target-unexplained'],
  }),
  takeBack: endpoint({
    method: 'POST',
    path: `${at}/take-back`,
    summary: 'Back to filling in, before or instead of a sign-off',
    access: fillers,
    params,
    body: z.object({ reason: Words(2000) }),
    status: 200,
    response: AssessmentView,
    problems: ['not-found', 'assessment-not-awaiting', 'season-finalized'],
  }),
  signOff: endpoint({
    method: 'POST',
    path: `${at}/sign-off`,
    summary: 'The leader signs off: an immutable submission',
    access: ['leader'],
    params,
    status: 200,
    response: AssessmentView,
    problems: [
      'not-found',
      'assessment-not-awaiting',
      'season-closed',
      'answer-invalid',
      'target-unexplained',
      'season-finalized',
    ],
  }),
  return: endpoint({
    method: 'POST',
    path: `${at}/return`,
    summary: 'Return a submission for revision, with a reason',
    access: ['chair', 'viceChair', 'secretary', 'appraiser'],
    params,
    body: z.object({ reason: Reason() }),
    status: 200,
    response: AssessmentView,
    problems: ['not-found', 'own-unit', 'assessment-not-submitted', 'season-closed', 'season-finalized'],
  }),
  sheet: endpoint({
    method: 'GET',
    path: `${at}/sheet.xlsx`,
    summary: 'The self-scoring sheet as a workbook',
    access: 'signed-in',
    params,
    query: z.object({ language: z.enum(['vi', 'en']).default('vi') }),
    status: 200,
    response: 'file',
    problems: ['not-found'],
  }),
  previewSheet: endpoint({
    method: 'POST',
    path: `${at}/sheet-preview`,
    summary: 'What a filled-in workbook would change, and every fault in it; nothing is applied',
    access: fillers,
    params,
    body: 'upload',
    status: 200,
    response: z.object({
      changes: z.array(
        z.object({
          criterionCode: Code,
          before: AnswerShape.nullable(),
          after: AnswerShape.nullable(),
          noteBefore: z.string(),
          noteAfter: z.string(),
          version: z.number().int(),
        }),
      ),
      faults: z.array(
        z.object({
          cell: z.string(),
          criterionCode: z.string().nullable(),
          code: z.string(),
          value: z.string(),
        }),
      ),
      unchanged: z.number().int(),
    }),
    problems: [...locked, 'unreadable-workbook', 'too-large'],
  }),
  upload: endpoint({
    method: 'POST',
    path: `${at}/evidence`,
    summary: 'Upload a file as evidence; its kind is told by its content',
    access: fillers,
    params,
    query: z.object({ criterionCode: Code.optional() }),
    body: 'upload',
    status: 201,
    response: EvidenceView,
    problems: [...locked, 'evidence-kind', 'too-large', 'unknown-criterion'],
  }),
  linkEvidence: endpoint({
    method: 'PUT',
    path: `${at}/evidence/:evidenceId/criteria`,
    summary: 'Which criteria a file is evidence for',
    access: fillers,
    params: params.extend({ evidenceId: Uuid }),
    body: z.object({ criterionCodes: z.array(Code).max(500) }),
    status: 200,
    response: EvidenceView,
    problems: [...locked, 'unknown-criterion'],
  }),
  removeEvidence: endpoint({
    method: 'DELETE',
    path: `${at}/evidence/:evidenceId`,
    summary: 'Remove a file no submission holds',
    access: fillers,
    params: params.extend({ evidenceId: Uuid }),
    status: 204,
    response: null,
    problems: [...locked, 'evidence-in-use'],
  }),
  evidence: endpoint({
    method: 'GET',
    path: '/api/evidence/:evidenceId',
    summary: "A file's bytes",
    access: 'signed-in',
    params: z.object({ evidenceId: Uuid }),
    query: z.object({ download: z.stringbool().default(false) }),
    status: 200,
    response: 'file',
    problems: ['not-found'],
  }),
}

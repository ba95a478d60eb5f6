import type { AppraisalDecision } from '@bangvang/core/appraisals/effective'
import { z } from 'zod'
import { EvidenceView } from './assessments.ts'
import { endpoint } from './endpoint.ts'
import { AnswerShape, Code, Decimal, Instant, Reason, SeasonId } from './wire.ts'

export const Decision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('kept') }),
  z.object({ kind: z.literal('corrected'), answer: AnswerShape }),
  z.object({ kind: z.literal('overridden'), points: Decimal, bonus: Decimal.exactOptional() }),
]) satisfies z.ZodType<AppraisalDecision>

export const CellPoints = z.object({
  status: z.enum(['scored', 'missing', 'notApplicable', 'pending', 'overridden']),
  points: Decimal,
  bonus: Decimal,
})
export const UnitColumn = z.object({
  unitId: Code,
  unitName: z.string(),
  submitted: z.boolean(),
  cells: z.record(z.string(), CellPoints),
  sections: z.record(z.string(), z.object({ points: Decimal, max: Decimal })),
  scored: Decimal,
  bonus: Decimal,
  penalty: Decimal,
  total: Decimal,
  gates: z.array(Code),
})
export const BoardView = z.object({
  seasonId: SeasonId,
  revision: z.number().int(),
  /** Each layer's columns; `final` once the ranking is frozen. */
  layers: z.object({
    self: z.array(UnitColumn),
    appraised: z.array(UnitColumn),
    final: z.array(UnitColumn).nullable(),
  }),
  /** The cells the appraisers decided on, "unit criterion". */
  decided: z.array(z.string()),
  /** The cells submitted against another target than the registered one, "unit criterion". */
  changedTargets: z.array(z.string()),
})
export type BoardView = z.infer<typeof BoardView>

export const AppraisalView = z.object({
  number: z.number().int(),
  decision: Decision,
  points: Decimal,
  bonus: Decimal,
  reason: z.string(),
  byName: z.string(),
  at: Instant,
})
export const CellView = z.object({
  unitId: Code,
  unitName: z.string(),
  criterionCode: Code,
  self: z
    .object({
      answer: AnswerShape.nullable(),
      note: z.string(),
      points: Decimal,
      bonus: Decimal,
      submittedBy: z.string(),
      submittedAt: Instant,
    })
    .nullable(),
  appraisals: z.array(AppraisalView),
  effective: z.object({
    answer: AnswerShape.nullable(),
    points: Decimal,
    bonus: Decimal,
    status: CellPoints.shape.status,
    measure: Decimal.nullable(),
  }),
  /** Where what was submitted has another target than the registered one: both, and why. */
  changedTarget: z
    .object({
      registered: Decimal,
      target: Decimal.nullable(),
      reason: z.string().nullable(),
      byName: z.string().nullable(),
      at: Instant.nullable(),
    })
    .nullable(),
  evidence: z.array(EvidenceView),
  mayAppraise: z.boolean(),
})
export type CellView = z.infer<typeof CellView>
export const GateView = z.object({
  unitId: Code,
  gateCode: Code,
  number: z.number().int(),
  applies: z.boolean(),
  reason: z.string(),
  byName: z.string(),
  at: Instant,
})
export type GateView = z.infer<typeof GateView>

const season = z.object({ seasonId: SeasonId })
const cell = z.object({ seasonId: SeasonId, unitId: Code, criterionCode: Code })
const gate = z.object({ seasonId: SeasonId, unitId: Code, gateCode: Code })
const refusals = ['not-found', 'own-unit', 'season-closed', 'season-finalized'] as const

export const appraisals = {
  board: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId/board',
    summary: 'Units × criteria by layer; answers 304 while nothing changed',
    access: 'signed-in',
    params: season,
    status: 200,
    response: BoardView,
    problems: ['not-found'],
  }),
  cell: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId/board/:unitId/:criterionCode',
    summary: 'One cell: every layer with author, reason, time; evidence',
    access: 'signed-in',
    params: cell,
    status: 200,
    response: CellView,
    problems: ['not-found'],
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/seasons/:seasonId/board/:unitId/:criterionCode/appraisals',
    summary: 'An appraiser keeps, corrects or overrides, with a reason',
    access: ['appraiser', 'viceChair'],
    /** The number of the last decision seen, 0 for none. */
    params: cell,
    body: z.object({ decision: Decision, reason: Reason(), seen: z.number().int().min(0) }),
    status: 201,
    response: CellView,
    problems: [...refusals, 'answer-invalid', 'unknown-criterion', 'appraisal-changed'],
  }),
  gates: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId/gates',
    summary: 'Every decision on gates, oldest first',
    access: 'signed-in',
    params: season,
    status: 200,
    response: z.object({ items: z.array(GateView) }),
    problems: ['not-found'],
  }),
  decideGate: endpoint({
    method: 'POST',
    path: '/api/seasons/:seasonId/gates/:unitId/:gateCode',
    summary: 'An appraiser applies or lifts a gate, with a reason',
    access: ['appraiser', 'viceChair'],
    params: gate,
    body: z.object({ applies: z.boolean(), reason: Reason(), seen: z.number().int().min(0) }),
    status: 201,
    response: z.object({ items: z.array(GateView) }),
    problems: [...refusals, 'unknown-gate', 'gate-changed'],
  }),
}

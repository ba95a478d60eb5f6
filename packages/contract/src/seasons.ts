import { deadlineKinds } from '@bangvang/core/seasons/season'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Code, Day, Document, Instant, Phase, Reason, SeasonId, Text, Uuid, Words } from './wire.ts'

export const DeadlineKind = z.enum(deadlineKinds)

export const SeasonView = z.object({
  id: SeasonId,
  clusterId: Code,
  clusterName: Text,
  year: z.number().int(),
  phase: Phase,
  chairUnitId: Code,
  viceChairUnitId: Code.nullable(),
  isSample: z.boolean(),
  revision: z.number().int(),
  units: z.array(z.object({ id: Code, name: z.string() })),
  criteriaVersion: z
    .object({ id: Uuid, number: z.number().int(), sha256: z.string(), adoptedOn: Day })
    .nullable(),
  phases: z.array(z.object({ phase: Phase, at: Instant, byName: z.string() })),
  /** Every deadline ever set, oldest first; core's `deadlineFor` says which holds. */
  deadlines: z.array(
    z.object({
      kind: DeadlineKind,
      unitId: Code.nullable(),
      at: Instant,
      reason: z.string().nullable(),
      createdAt: Instant,
      byName: z.string(),
    }),
  ),
})
export type SeasonView = z.infer<typeof SeasonView>

export const CriteriaVersionView = z.object({
  id: Uuid,
  clusterId: Code,
  year: z.number().int(),
  number: z.number().int(),
  sha256: z.string(),
  legalBasis: z.string(),
  adoptedOn: Day.nullable(),
  document: Document,
})
export type CriteriaVersionView = z.infer<typeof CriteriaVersionView>

const params = z.object({ seasonId: SeasonId })

export const seasons = {
  list: endpoint({
    method: 'GET',
    path: '/api/seasons',
    summary: 'The seasons the mandate may look into',
    access: 'signed-in',
    status: 200,
    response: z.object({ items: z.array(SeasonView) }),
    problems: [],
  }),
  show: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId',
    summary: 'One season: phases, deadlines, units',
    access: 'signed-in',
    params,
    status: 200,
    response: SeasonView,
    problems: ['not-found'],
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/seasons',
    summary: 'A season comes to be, preparing',
    access: ['administrator'],
    body: z.object({
      clusterId: Code,
      year: z.number().int().min(1948).max(9999),
      chairUnitId: Code,
      viceChairUnitId: Code.nullable(),
    }),
    status: 201,
    response: SeasonView,
    problems: ['season-exists', 'unknown-unit', 'not-found'],
  }),
  setOfficers: endpoint({
    method: 'PUT',
    path: '/api/seasons/:seasonId/officers',
    summary: 'Which units are chair and vice-chair',
    access: ['administrator'],
    params,
    body: z.object({ chairUnitId: Code, viceChairUnitId: Code.nullable() }),
    status: 200,
    response: SeasonView,
    problems: ['not-found', 'unknown-unit', 'season-finalized'],
  }),
  movePhase: endpoint({
    method: 'POST',
    path: '/api/seasons/:seasonId/phase',
    summary: 'The chair opens the next phase',
    access: ['chair'],
    params,
    body: z.object({ to: Phase }),
    status: 200,
    response: SeasonView,
    problems: ['not-found', 'phase-not-next', 'criteria-not-adopted', 'ranking-not-finalized'],
  }),
  setDeadline: endpoint({
    method: 'POST',
    path: '/api/seasons/:seasonId/deadlines',
    summary: 'The chair sets or extends a deadline, for all or for one unit',
    access: ['chair'],
    params,
    body: z.object({
      kind: DeadlineKind,
      unitId: Code.nullable(),
      at: Instant,
      reason: Words(500).nullable(),
    }),
    status: 200,
    response: SeasonView,
    problems: ['not-found', 'unknown-unit', 'deadline-without-reason', 'season-finalized'],
  }),
  adoptCriteria: endpoint({
    method: 'POST',
    path: '/api/seasons/:seasonId/criteria',
    summary: 'The chair adopts a criteria document for the season',
    access: ['chair'],
    params,
    body: z.object({ document: z.unknown(), legalBasis: Reason(1000), adoptedOn: Day }),
    status: 201,
    response: SeasonView,
    problems: ['not-found', 'criteria-contradict', 'season-running'],
  }),
  criteria: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId/criteria',
    summary: 'The criteria version in force',
    access: 'public',
    params,
    status: 200,
    response: CriteriaVersionView,
    problems: ['not-found'],
  }),
}

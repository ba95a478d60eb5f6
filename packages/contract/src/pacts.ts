import { registrationStatuses } from '@bangvang/core/pacts/sign-pact'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Code, Decimal, Instant, Phase, Reason, SeasonId, Uuid, Words } from './wire.ts'

/** A target as registered, null where it was taken out; `version` counts its changes. */
export const TargetView = z.object({
  criterionCode: Code,
  target: Decimal.nullable(),
  note: z.string(),
  version: z.number().int(),
  updatedAt: Instant,
  updatedBy: z.string(),
})
export type TargetView = z.infer<typeof TargetView>
export const MovementView = z.object({
  id: Uuid,
  title: z.string(),
  content: z.string(),
  version: z.number().int(),
  updatedAt: Instant,
  updatedBy: z.string(),
})
export type MovementView = z.infer<typeof MovementView>

/** What was signed; `isInForce` false where it was opened again or the criteria are others now. */
export const SignatureView = z.object({
  number: z.number().int(),
  signedAt: Instant,
  signedBy: z.string(),
  isInForce: z.boolean(),
})
export const RegistrationView = z.object({
  unitId: Code,
  unitName: z.string(),
  status: z.enum(registrationStatuses),
  signature: SignatureView.nullable(),
  /** Null where the actor does not see what the unit registers. */
  content: z
    .object({
      revision: z.number().int(),
      sha256: z.string().nullable(),
      targets: z.array(TargetView),
      movements: z.array(MovementView),
    })
    .nullable(),
})
export type RegistrationView = z.infer<typeof RegistrationView>
export const PactView = z.object({
  seasonId: SeasonId,
  phase: Phase,
  /** Whether the season has adopted criteria, by which targets are set. */
  hasCriteria: z.boolean(),
  /** Whether registrations may change now, by whoever may. */
  isOpen: z.boolean(),
  closed: z
    .object({ at: Instant, byName: z.string(), sha256: z.string(), without: z.array(Code) })
    .nullable(),
  /** One for every unit of the season, in the cluster's order. */
  registrations: z.array(RegistrationView),
})
export type PactView = z.infer<typeof PactView>

/** A reason why a unit reports against another target than the registered one; `target` null: it was given none. */
export const TargetChangeView = z.object({
  criterionCode: Code,
  number: z.number().int(),
  registered: Decimal,
  target: Decimal.nullable(),
  reason: z.string(),
  byName: z.string(),
  at: Instant,
})
export type TargetChangeView = z.infer<typeof TargetChangeView>

/** The stored target's version, 0 where there is none yet. */
const Change = z.object({
  target: Decimal.nullable(),
  note: Words(2000),
  version: z.number().int().min(0),
})
const season = z.object({ seasonId: SeasonId })
const params = z.object({ seasonId: SeasonId, unitId: Code })
const movement = params.extend({ movementId: Uuid })
const at = '/api/seasons/:seasonId/pact/:unitId' as const
const fillers = ['delegate', 'leader'] as const
const locked = ['not-found', 'pact-closed', 'registration-signed'] as const

export const pacts = {
  show: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId/pact',
    summary: 'The pact: what each unit registers, who has signed, whether it is closed',
    access: 'signed-in',
    params: season,
    status: 200,
    response: PactView,
    problems: ['not-found'],
  }),
  saveTarget: endpoint({
    method: 'PUT',
    path: `${at}/targets/:criterionCode`,
    summary: 'Save one target where nobody changed it meanwhile',
    access: fillers,
    params: params.extend({ criterionCode: Code }),
    body: Change,
    status: 200,
    response: TargetView,
    problems: [...locked, 'unknown-criterion', 'target-invalid', 'target-changed'],
  }),
  saveTargets: endpoint({
    method: 'PUT',
    path: `${at}/targets`,
    summary: 'Save many targets, all or none (paste)',
    access: fillers,
    params,
    body: z.object({
      targets: z
        .array(Change.extend({ criterionCode: Code }))
        .min(1)
        .max(500),
    }),
    status: 200,
    response: z.object({ items: z.array(TargetView) }),
    problems: [...locked, 'unknown-criterion', 'target-invalid', 'target-changed'],
  }),
  saveMovement: endpoint({
    method: 'PUT',
    path: `${at}/movements/:movementId`,
    summary: 'Save one movement where nobody changed it meanwhile',
    access: fillers,
    params: movement,
    body: z.object({
      title: Reason(300),
      content: Words(5000),
      version: z.number().int().min(0),
    }),
    status: 200,
    response: MovementView,
    problems: [...locked, 'movement-changed', 'too-many-movements'],
  }),
  removeMovement: endpoint({
    method: 'DELETE',
    path: `${at}/movements/:movementId`,
    summary: 'Take a movement out where nobody changed it meanwhile',
    access: fillers,
    params: movement,
    query: z.object({ version: z.coerce.number<number>().int().min(1) }),
    status: 204,
    response: null,
    problems: [...locked, 'movement-changed'],
  }),
  sign: endpoint({
    method: 'POST',
    path: `${at}/sign`,
    summary: 'The leader signs what the unit registers',
    access: ['leader'],
    /** The revision the leader saw: what is signed is what was shown. */
    params,
    body: z.object({ revision: z.number().int().min(0) }),
    status: 200,
    response: PactView,
    problems: [...locked, 'registration-changed', 'registration-empty', 'registration-invalid'],
  }),
  reopen: endpoint({
    method: 'POST',
    path: `${at}/reopen`,
    summary: 'The leader opens a signed registration again, with a reason',
    access: ['leader'],
    params,
    body: z.object({ reason: Reason() }),
    status: 200,
    response: PactView,
    problems: ['not-found', 'pact-closed', 'registration-not-signed'],
  }),
  close: endpoint({
    method: 'POST',
    path: '/api/seasons/:seasonId/pact/close',
    summary: 'The chair closes the pact at the pact meeting; every registration is frozen',
    access: ['chair'],
    /** The units that stand without a signature, as the chair saw them. */
    params: season,
    body: z.object({ without: z.array(Code).max(500) }),
    status: 200,
    response: PactView,
    problems: ['not-found', 'pact-closed', 'pact-unsigned'],
  }),
  explainChange: endpoint({
    method: 'POST',
    path: `${at}/targets/:criterionCode/changes`,
    summary: 'Why the unit reports against another target than the registered one',
    access: fillers,
    /** The number of the last reason seen, 0 for none. */
    params: params.extend({ criterionCode: Code }),
    body: z.object({ target: Decimal.nullable(), reason: Reason(), seen: z.number().int().min(0) }),
    status: 201,
    response: TargetChangeView,
    problems: [
      'not-found',
      'assessment-locked',
      'season-finalized',
      'target-not-registered',
      'target-invalid',
      'target-unchanged',
      'target-changed',
    ],
  }),
}

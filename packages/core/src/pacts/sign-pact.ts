import type { CriteriaDocument } from '../criteria/document.ts'
import {
  type RegisteredMovement,
  type RegisteredTarget,
  type TargetFault,
  targetFaults,
} from './registration.ts'

export type RegistrationStatus = 'draft' | 'signed'
export const registrationStatuses = ['draft', 'signed'] as const satisfies readonly RegistrationStatus[]

export type SignRefusal =
  | { reason: 'registration-signed' }
  | { reason: 'registration-changed' }
  | { reason: 'registration-empty' }
  | { reason: 'registration-invalid'; faults: TargetFault[] }

export type SignFacts = {
  status: RegistrationStatus
  /** The registration's revision now, and as the leader saw it. */
  revision: number
  seenRevision: number
  document: CriteriaDocument
  targets: readonly RegisteredTarget[]
  movements: readonly RegisteredMovement[]
}

/** A leader signs exactly what was shown, and something the criteria take (domain.md "The season": pact signed). */
export function signPact(facts: SignFacts): { ok: true } | { ok: false; refusal: SignRefusal } {
  if (facts.status === 'signed') return { ok: false, refusal: { reason: 'registration-signed' } }
  if (facts.revision !== facts.seenRevision) return { ok: false, refusal: { reason: 'registration-changed' } }
  if (facts.targets.length + facts.movements.length === 0)
    return { ok: false, refusal: { reason: 'registration-empty' } }
  const faults = targetFaults(facts.document, facts.targets)
  if (faults.length > 0) return { ok: false, refusal: { reason: 'registration-invalid', faults } }
  return { ok: true }
}

/** A signature holds while the registration is signed and the criteria are those it was signed by. */
export function isSignatureInForce(
  registration: { status: RegistrationStatus; signature: { criteriaSha256: string } | null },
  criteriaSha256: string,
): boolean {
  return registration.status === 'signed' && registration.signature?.criteriaSha256 === criteriaSha256
}

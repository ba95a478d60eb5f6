/** The roles of domain.md, "Who uses it"; the public has none. */
export const roles = [
  'delegate',
  'leader',
  'chair',
  'viceChair',
  'secretary',
  'appraiser',
  'reviewer',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** Who speaks for whom, in which role, from when to when; days are ISO dates, both included. */
export type Mandate = {
  id: string
  role: Role
  seasonId: string | null
  unitId: string | null
  startsOn: string
  endsOn: string | null
  paperNumber: string | null
}

/** A person acting under one mandate; null where none is in force. */
export type Actor = { personId: string; name: string; mandate: Mandate | null }

/** Whether a mandate is in force on a day (ISO date), both ends included. */
export function isInForce(mandate: Pick<Mandate, 'startsOn' | 'endsOn'>, day: string): boolean {
  return mandate.startsOn <= day && (mandate.endsOn === null || day <= mandate.endsOn)
}

/** The calendar day in Vietnam (UTC+7 all year since 1975) of an instant, as an ISO date. */
export function dayInVietnam(instant: Date): string {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}

/** Whether the actor acts in one of these roles. */
export function actsAs(actor: Actor | null, ...wanted: readonly Role[]): boolean {
  return actor?.mandate != null && wanted.includes(actor.mandate.role)
}

import { type Actor, actsAs } from '../people/actor.ts'

/** The shelf is kept by the administrator and the central committee's reviewer; everyone reads it (issue 3, point 3). */
export function mayKeepLaws(actor: Actor | null): boolean {
  return actsAs(actor, 'administrator', 'reviewer')
}

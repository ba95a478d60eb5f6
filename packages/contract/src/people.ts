import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { MandateView } from './session.ts'
import { Code, Day, Reason, Role, SeasonId, Uuid, Words } from './wire.ts'

const Email = z.email().max(254)

export const PersonView = z.object({
  id: Uuid,
  email: z.string(),
  name: z.string(),
  isActive: z.boolean(),
  mustChangePassword: z.boolean(),
  hasPassword: z.boolean(),
  mandates: z.array(MandateView),
})
export type PersonView = z.infer<typeof PersonView>

const Grant = z.object({
  role: Role,
  seasonId: SeasonId.nullable(),
  unitId: Code.nullable(),
  startsOn: Day,
  endsOn: Day.nullable(),
  /** A substitute acts on this mandate, with the number of the paper that appoints them. */
  substituteForId: Uuid.nullable(),
  paperNumber: Words(80).nullable(),
})

export const people = {
  list: endpoint({
    method: 'GET',
    path: '/api/people',
    summary: 'Every account with its mandates',
    access: ['administrator'],
    status: 200,
    response: z.object({ items: z.array(PersonView) }),
    problems: [],
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/people',
    summary: 'Open an account',
    access: ['administrator'],
    body: z.object({ email: Email, name: Reason(120) }),
    /** The one-time password is shown once and never again. */
    status: 201,
    response: z.object({ person: PersonView, oneTimePassword: z.string() }),
    problems: ['email-taken'],
  }),
  change: endpoint({
    method: 'PUT',
    path: '/api/people/:personId',
    summary: 'Change name, e-mail, or close and reopen an account',
    access: ['administrator'],
    params: z.object({ personId: Uuid }),
    body: z.object({ email: Email, name: Reason(120), isActive: z.boolean() }),
    status: 200,
    response: PersonView,
    problems: ['not-found', 'email-taken'],
  }),
  resetPassword: endpoint({
    method: 'POST',
    path: '/api/people/:personId/password',
    summary: 'Give a one-time password; the person is signed out everywhere',
    access: ['administrator'],
    params: z.object({ personId: Uuid }),
    status: 200,
    response: z.object({ oneTimePassword: z.string() }),
    problems: ['not-found'],
  }),
  grant: endpoint({
    method: 'POST',
    path: '/api/people/:personId/mandates',
    summary: 'Give a mandate',
    access: ['administrator'],
    params: z.object({ personId: Uuid }),
    body: Grant,
    status: 201,
    response: PersonView,
    problems: ['not-found', 'unit-not-in-season', 'mandate-overlaps', 'invalid-request'],
  }),
  endMandate: endpoint({
    method: 'POST',
    path: '/api/mandates/:mandateId/end',
    summary: 'End a mandate on a day',
    access: ['administrator'],
    params: z.object({ mandateId: Uuid }),
    body: z.object({ endsOn: Day }),
    status: 200,
    response: PersonView,
    problems: ['not-found', 'mandate-not-in-force'],
  }),
}

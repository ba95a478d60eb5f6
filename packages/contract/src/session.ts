import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Phase, Role, SeasonId, Text, Uuid } from './wire.ts'

export const MandateView = z.object({
  id: Uuid,
  role: Role,
  seasonId: SeasonId.nullable(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  startsOn: Day,
  endsOn: Day.nullable(),
  paperNumber: z.string().nullable(),
})
export type MandateView = z.infer<typeof MandateView>

/** A season as the top bar's switch lists it. */
export const SeasonEntry = z.object({ id: SeasonId, clusterName: Text, year: z.number().int(), phase: Phase })

export const SampleAccount = z.object({
  email: z.string(),
  password: z.string(),
  name: z.string(),
  role: Role,
  unitName: z.string().nullable(),
})

export const SessionView = z.object({
  /** Null where nobody is signed in. */
  person: z
    .object({
      id: Uuid,
      name: z.string(),
      email: z.string(),
      locale: z.enum(['vi', 'en']),
      mustChangePassword: z.boolean(),
    })
    .nullable(),
  /** The mandate acted under. */
  mandate: MandateView.nullable(),
  /** The mandates in force today. */
  mandates: z.array(MandateView),
  /** The seasons this mandate may look into. */
  seasons: z.array(SeasonEntry),
  /** Only in a sample year: one click each on the sign-in page. */
  sampleAccounts: z.array(SampleAccount).nullable(),
  /** The server's clock, so that deadlines are told by it. */
  now: z.iso.datetime(),
})
export type SessionView = z.infer<typeof SessionView>

const Password = z.string().min(1).max(200)

export const session = {
  show: endpoint({
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in, under which mandate',
    access: 'public',
    status: 200,
    response: SessionView,
    problems: [],
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in by e-mail and password',
    access: 'public',
    body: z.object({ email: z.string().min(1).max(254), password: Password }),
    status: 200,
    response: SessionView,
    problems: ['wrong-credentials', 'sign-in-delayed'],
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/api/session',
    summary: 'Sign out of this browser',
    access: 'signed-in',
    status: 204,
    response: null,
    problems: [],
  }),
  signOutEverywhere: endpoint({
    method: 'DELETE',
    path: '/api/session/everywhere',
    summary: 'Sign out of every browser',
    access: 'signed-in',
    status: 204,
    response: null,
    problems: [],
  }),
  changePassword: endpoint({
    method: 'PUT',
    path: '/api/session/password',
    summary: 'Change the own password; other browsers are signed out',
    access: 'signed-in',
    body: z.object({ present: Password, next: Password }),
    status: 204,
    response: null,
    problems: ['wrong-password', 'weak-password', 'sign-in-delayed'],
  }),
  actUnder: endpoint({
    method: 'PUT',
    path: '/api/session/mandate',
    summary: 'Act under another of the own mandates',
    access: 'signed-in',
    body: z.object({ mandateId: Uuid }),
    status: 200,
    response: SessionView,
    problems: ['not-found', 'mandate-not-in-force'],
  }),
  chooseLocale: endpoint({
    method: 'PUT',
    path: '/api/session/locale',
    summary: 'Remember the language chosen',
    access: 'signed-in',
    body: z.object({ locale: z.enum(['vi', 'en']) }),
    status: 204,
    response: null,
    problems: [],
  }),
}

import { createHash, randomBytes } from 'node:crypto'
import { type Actor, dayInVietnam, isInForce, type Mandate } from '@bangvang/core/people/actor'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../db.ts'

/** Who is signed in, as the session's one query finds it. */
export type Signed = {
  tokenHash: Buffer
  person: { id: string; name: string; email: string; locale: 'vi' | 'en'; mustChangePassword: boolean }
  /** In force today; ended and future ones are not there. */
  mandates: (Mandate & { unitName: string | null })[]
  actor: Actor
}

export const sessionHours = 12

const cookieName = (request: FastifyRequest) => (request.protocol === 'https' ? '__Host-session' : 'session')

/** Only the hash of a session's token is stored. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A new token of 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Sets the session's cookie: out of scripts' reach, never sent from another site, Secure behind TLS. */
export function giveCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(request), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: sessionHours * 3600,
  })
}

export function takeCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(request), { path: '/', secure: request.protocol === 'https' })
}

const findSession = {
  name: 'session-find',
  text: `SELECT s.mandate_id AS acting, s.last_seen_at AS seen, p.id, p.name, p.email, p.locale, p.must_change_password AS must,
      coalesce((SELECT json_agg(json_build_object('id', m.id, 'role', m.role, 'seasonId', m.season_id, 'unitId', m.unit_id,
        'unitName', u.name, 'startsOn', m.starts_on, 'endsOn', m.ends_on, 'paperNumber', m.paper_number) ORDER BY m.starts_on DESC, m.id)
        FROM mandate m LEFT JOIN unit u ON u.id = m.unit_id WHERE m.person_id = p.id), '[]') AS mandates
    FROM session s JOIN person p ON p.id = s.person_id
    WHERE s.token_hash = $1 AND s.expires_at > $2 AND p.is_active`,
}

type Row = {
  acting: string | null
  seen: Date
  id: string
  name: string
  email: string
  locale: 'vi' | 'en'
  must: boolean
  mandates: Signed['mandates']
}

const minutesBetweenSightings = 5

/** The session of a request, or null: unknown, expired, closed account. One query. */
export async function findSigned(
  database: Database,
  request: FastifyRequest,
  now: Date,
): Promise<Signed | null> {
  const token = request.cookies[cookieName(request)]
  if (token === undefined || token === '') return null
  const tokenHash = hashToken(token)
  const { rows } = await database.pool.query<Row>({ ...findSession, values: [tokenHash, now] })
  const row = rows[0]
  if (row === undefined) return null
  if (now.getTime() - row.seen.getTime() > minutesBetweenSightings * 60_000) {
    await database.pool.query('UPDATE session SET last_seen_at = $2 WHERE token_hash = $1', [tokenHash, now])
  }
  const today = dayInVietnam(now)
  const mandates = row.mandates.filter((mandate) => isInForce(mandate, today))
  const mandate = mandates.find(({ id }) => id === row.acting) ?? mandates[0] ?? null
  return {
    tokenHash,
    person: {
      id: row.id,
      name: row.name,
      email: row.email,
      locale: row.locale,
      mustChangePassword: row.must,
    },
    mandates,
    actor: { personId: row.id, name: row.name, mandate },
  }
}

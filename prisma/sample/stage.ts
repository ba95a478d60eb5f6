import type { Database } from '@bangvang/api/db'
import { createClient } from '@bangvang/contract/client'
import { session } from '@bangvang/contract/session'
import type { FastifyInstance } from 'fastify'
import { samplePassword } from './accounts.ts'

type Client = ReturnType<typeof createClient>

/** Where the sample is played: the product itself, its database, and a clock one sets. */
export type Stage = {
  database: Database
  now: () => Date
  /** Sets the clock to a day and time in Vietnam: at('2020-12-28 09:00'). */
  at: (time: string) => void
  /** The product's own client, signed in as that account. */
  as: (email: string) => Promise<Client>
}

type Props = { app: FastifyInstance; database: Database; clock: { now: Date } }

/** A stage on a running application whose clock is `clock`. */
export function openStage({ app, database, clock }: Props): Stage {
  const clients = new Map<string, Client>()
  const signIn = async (email: string): Promise<Client> => {
    const { statusCode, headers } = await app.inject({
      method: 'POST',
      url: session.signIn.path,
      payload: { email, password: samplePassword },
    })
    if (statusCode !== 200) throw new Error(`${email} could not sign in: ${statusCode}`)
    return clientWith(app, String(headers['set-cookie']).split(';')[0] ?? '')
  }
  return {
    database,
    now: () => clock.now,
    at: (time) => {
      clock.now = new Date(`${time.replace(' ', 'T')}:00+07:00`)
    },
    // A session ends within the day, so each day signs in anew.
    as: async (email) => {
      const key = `${email} ${clock.now.toISOString().slice(0, 10)}`
      const client = clients.get(key) ?? (await signIn(email))
      clients.set(key, client)
      return client
    },
  }
}

function clientWith(app: FastifyInstance, cookie: string): Client {
  return createClient(async (url, { method, headers, body }) => {
    const payload = body instanceof Blob ? Buffer.from(await body.arrayBuffer()) : body
    const { statusCode, rawPayload } = await app.inject({
      method: method as 'GET',
      url,
      headers: { ...headers, cookie },
      ...(payload === undefined ? {} : { payload }),
    })
    return new Response(statusCode === 204 ? null : new Uint8Array(rawPayload), { status: statusCode })
  })
}

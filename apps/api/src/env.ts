import { z } from 'zod'

const flag = z.stringbool().default(false)

/** Everything that is set from outside, read once at start; a wrong value stops the start. */
export const Env = z.object({
  DATABASE_URL: z
    .string()
    .min(1)
    .describe('PostgreSQL 15 or newer; the runtime login, a member of bangvang_app'),
  HOST: z.string().default('127.0.0.1').describe('The address to listen on'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('The port to listen on'),
  WEB_FOLDER: z.string().optional().describe('The built SPA; left out, only the API is served'),
  FILES_FOLDER: z
    .string()
    .default('.bangvang/files')
    .describe('Where evidence is kept; outside the web root'),
  UPLOAD_LIMIT_MB: z.coerce.number().positive().max(2000).default(25).describe('The largest evidence file'),
  TRUST_PROXY: z.string().default('').describe('Addresses of the TLS proxy, comma separated; empty: none'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  RATE_LIMIT: z.coerce
    .number()
    .int()
    .positive()
    .default(6000)
    .describe('Requests a minute for one address; a whole office may sit behind one'),
  EVENTS_HEARTBEAT_SECONDS: z.coerce
    .number()
    .positive()
    .max(60)
    .default(15)
    .describe('How often an event stream shows that it lives, and asks whether its reader may still read'),
  BANGVANG_SAMPLE: flag.describe(
    'Set by npm start for the sample year only: the sign-in page offers its accounts',
  ),
})
export type Env = z.infer<typeof Env>

/** The environment, checked and frozen. Throws with every fault named. */
export function readEnv(source: NodeJS.ProcessEnv): Readonly<Env> {
  return Object.freeze(Env.parse(source))
}

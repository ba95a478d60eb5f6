import { appraisals } from './appraisals.ts'
import { assessments } from './assessments.ts'
import { audit } from './audit.ts'
import { awards } from './awards.ts'
import { ballots } from './ballots.ts'
import { criteria } from './criteria.ts'
import { drafts } from './drafts.ts'
import type { Endpoint } from './endpoint.ts'
import { events } from './events.ts'
import { handover } from './handover.ts'
import { laws } from './laws.ts'
import { meetings } from './meetings.ts'
import { minutes } from './minutes.ts'
import { notices } from './notices.ts'
import { pacts } from './pacts.ts'
import { papers } from './papers.ts'
import { people } from './people.ts'
import { proceedings } from './proceedings.ts'
import { rankings } from './rankings.ts'
import { seasons } from './seasons.ts'
import { session } from './session.ts'
import { units } from './units.ts'

/** Every endpoint there is, by room. */
export const api = {
  session,
  people,
  units,
  seasons,
  criteria,
  pacts,
  papers,
  assessments,
  appraisals,
  rankings,
  awards,
  handover,
  drafts,
  laws,
  notices,
  events,
  meetings,
  proceedings,
  minutes,
  ballots,
  audit,
}

/** Every endpoint with its name, as in `assessments.signOff`. */
export function listEndpoints(): { name: string; endpoint: Endpoint }[] {
  return Object.entries(api).flatMap(([room, endpoints]) =>
    Object.entries(endpoints as Record<string, Endpoint>).map(([verb, endpoint]) => ({
      name: `${room}.${verb}`,
      endpoint,
    })),
  )
}

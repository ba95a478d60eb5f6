import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { WordRoom } from '../lib/words.ts'

type Module = { Routes: ComponentType }
/** The pages of a room: its addresses, the words it speaks with, its code, loaded when first opened. */
export type Room = {
  paths: readonly string[]
  access: 'public' | 'signed-in'
  /** `gate`: a page of its own without top bar; `admin`: under the administration's navigation; `wall`: alone, for a projector. */
  frame?: 'gate' | 'admin' | 'wall'
  words: readonly WordRoom[]
  Routes: LazyExoticComponent<ComponentType>
}

const open = (load: () => Promise<Module>) => lazy(async () => ({ default: (await load()).Routes }))

/** Every page there is, by address; the first that fits is shown. The frame brings `<main>`, a page its `<Heading>`. */
export const rooms: readonly Room[] = [
  {
    paths: ['/sign-in'],
    access: 'public',
    frame: 'gate',
    words: ['session', 'problem'],
    Routes: open(() => import('../features/session/routes.tsx')),
  },
  {
    paths: ['/public/papers'],
    access: 'public',
    words: ['papers'],
    Routes: open(() => import('../features/papers/public-routes.tsx')),
  },
  {
    paths: ['/public', '/public/:seasonId'],
    access: 'public',
    words: ['rankings'],
    Routes: open(() => import('./public-room.tsx')),
  },
  {
    paths: ['/seasons/:seasonId/criteria'],
    access: 'public',
    words: ['seasons'],
    Routes: open(() => import('../features/seasons/criteria-routes.tsx')),
  },
  {
    paths: ['/'],
    access: 'signed-in',
    words: ['notices'],
    Routes: open(() => import('../features/notices/routes.tsx')),
  },
  {
    paths: ['/account'],
    access: 'signed-in',
    words: ['session'],
    Routes: open(() => import('../features/session/account-routes.tsx')),
  },
  {
    paths: [
      '/seasons/:seasonId/assessments',
      '/seasons/:seasonId/assessments/:unitId',
      '/seasons/:seasonId/assessments/:unitId/submit',
    ],
    access: 'signed-in',
    words: ['assessments'],
    Routes: open(() => import('../features/assessments/routes.tsx')),
  },
  {
    paths: ['/seasons/:seasonId/board'],
    access: 'signed-in',
    words: ['appraisals', 'assessments'],
    Routes: open(() => import('../features/appraisals/routes.tsx')),
  },
  {
    paths: ['/seasons/:seasonId/ranking'],
    access: 'signed-in',
    words: ['rankings', 'ranking-work', 'drafts', 'assessments'],
    Routes: open(() => import('./ranking-room.tsx')),
  },
  {
    paths: [
      '/seasons/:seasonId/meetings',
      '/seasons/:seasonId/meetings/:meetingId',
      '/seasons/:seasonId/meetings/:meetingId/minutes',
    ],
    access: 'signed-in',
    words: ['meetings', 'ballots'],
    Routes: open(() => import('./meeting-room.tsx')),
  },
  {
    paths: ['/seasons/:seasonId/meetings/:meetingId/projector'],
    access: 'signed-in',
    frame: 'wall',
    words: ['meetings', 'ballots', 'problem'],
    Routes: open(() => import('./meeting-room.tsx')),
  },
  {
    paths: [
      '/seasons/:seasonId/criteria/versions',
      '/seasons/:seasonId/criteria/compare',
      '/seasons/:seasonId/criteria/corrections',
      '/seasons/:seasonId/drafts/:draftId/criteria',
      '/seasons/:seasonId/drafts/:draftId/impact',
    ],
    access: 'signed-in',
    words: ['criteria', 'seasons', 'assessments'],
    Routes: open(() => import('../features/criteria/routes.tsx')),
  },
  {
    paths: ['/drafts', '/seasons/:seasonId/drafts', '/seasons/:seasonId/drafts/:draftId'],
    access: 'signed-in',
    words: ['drafts', 'draft-work', 'draft-acts', 'laws'],
    Routes: open(() => import('../features/drafts/routes.tsx')),
  },
  {
    paths: ['/seasons/:seasonId/pact'],
    access: 'signed-in',
    words: ['pacts', 'assessments'],
    Routes: open(() => import('../features/pacts/routes.tsx')),
  },
  {
    paths: ['/seasons/:seasonId/papers'],
    access: 'signed-in',
    words: ['papers'],
    Routes: open(() => import('../features/papers/routes.tsx')),
  },
  {
    paths: ['/seasons/:seasonId'],
    access: 'signed-in',
    words: ['seasons', 'pacts', 'awards', 'papers', 'handover'],
    Routes: open(() => import('./season-room.tsx')),
  },
  {
    paths: ['/laws', '/laws/:lawId'],
    access: 'public',
    words: ['laws'],
    Routes: open(() => import('../features/laws/routes.tsx')),
  },
  {
    paths: ['/journal'],
    access: 'signed-in',
    words: ['audit'],
    Routes: open(() => import('../features/audit/routes.tsx')),
  },
  {
    paths: ['/admin', '/admin/people', '/admin/people/:personId'],
    access: 'signed-in',
    frame: 'admin',
    words: ['people'],
    Routes: open(() => import('../features/people/routes.tsx')),
  },
  {
    paths: ['/admin/units', '/admin/clusters'],
    access: 'signed-in',
    frame: 'admin',
    words: ['units'],
    Routes: open(() => import('../features/units/routes.tsx')),
  },
  {
    paths: ['/admin/seasons'],
    access: 'signed-in',
    frame: 'admin',
    words: ['seasons'],
    Routes: open(() => import('../features/seasons/admin-routes.tsx')),
  },
]

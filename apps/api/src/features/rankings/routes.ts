import { rankings } from '@bangvang/contract/rankings'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { finalizeRanking } from './finalize-ranking.ts'
import { listPublic, showPublic } from './show-public.ts'
import { downloadBundle, showRanking } from './show-ranking.ts'

export async function rankingRoutes(app: FastifyInstance) {
  mount(app, rankings.show, showRanking)
  mount(app, rankings.finalize, finalizeRanking)
  mount(app, rankings.bundle, downloadBundle)
  mount(app, rankings.listPublic, listPublic)
  mount(app, rankings.showPublic, showPublic)
}

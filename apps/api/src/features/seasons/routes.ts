import { seasons } from '@bangvang/contract/seasons'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { createSeason, setOfficers } from './keep-seasons.ts'
import { adoptCriteria, movePhase, setDeadline } from './run-season.ts'
import { listSeasons, showCriteria, showSeason } from './show-season.ts'

export async function seasonRoutes(app: FastifyInstance) {
  mount(app, seasons.list, listSeasons)
  mount(app, seasons.show, showSeason)
  mount(app, seasons.create, createSeason)
  mount(app, seasons.setOfficers, setOfficers)
  mount(app, seasons.movePhase, movePhase)
  mount(app, seasons.setDeadline, setDeadline)
  mount(app, seasons.adoptCriteria, adoptCriteria)
  mount(app, seasons.criteria, showCriteria)
}

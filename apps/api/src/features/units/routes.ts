import { units } from '@bangvang/contract/units'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { createCluster, createUnit, endUnit, setMembers } from './keep-units.ts'
import * as store from './store.ts'

export async function unitRoutes(app: FastifyInstance) {
  mount(app, units.list, async ({ deps }) => ({ items: await store.listUnits(deps.database.prisma) }))
  mount(app, units.create, createUnit)
  mount(app, units.end, endUnit)
  mount(app, units.listClusters, async ({ deps }) => ({
    items: await store.listClusters(deps.database.prisma),
  }))
  mount(app, units.createCluster, createCluster)
  mount(app, units.setMembers, setMembers)
}

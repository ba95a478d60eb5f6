import { laws } from '@bangvang/contract/laws'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { changeLaw, createLaw } from './keep-laws.ts'
import { downloadFile, putFile, removeFile } from './law-file.ts'
import * as store from './store.ts'

export async function lawRoutes(app: FastifyInstance) {
  mount(app, laws.list, async ({ deps }) => ({ items: await store.listLaws(deps.database.prisma) }))
  mount(app, laws.create, createLaw)
  mount(app, laws.change, changeLaw)
  mount(app, laws.putFile, putFile)
  mount(app, laws.removeFile, removeFile)
  mount(app, laws.file, downloadFile)
}

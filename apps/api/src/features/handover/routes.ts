import { handover } from '@bangvang/contract/handover'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { downloadHandover } from './download-handover.ts'

export async function handoverRoutes(app: FastifyInstance) {
  mount(app, handover.download, downloadHandover)
}

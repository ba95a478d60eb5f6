import { notices } from '@bangvang/contract/notices'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { listTasks } from './list-tasks.ts'

export async function noticeRoutes(app: FastifyInstance) {
  mount(app, notices.tasks, listTasks)
}

import { people } from '@bangvang/contract/people'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { changePerson, createPerson, endMandate, grantMandate, resetPassword } from './keep-people.ts'
import * as store from './store.ts'

export async function peopleRoutes(app: FastifyInstance) {
  mount(app, people.list, async ({ deps }) => ({ items: await store.listPeople(deps.database.prisma) }))
  mount(app, people.create, createPerson)
  mount(app, people.change, changePerson)
  mount(app, people.resetPassword, resetPassword)
  mount(app, people.grant, grantMandate)
  mount(app, people.endMandate, endMandate)
}

import { session } from '@bangvang/contract/session'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { actUnder, changePassword, chooseLocale, signOut, signOutEverywhere } from './change-session.ts'
import { sessionView } from './session-view.ts'
import { signIn } from './sign-in.ts'

export async function sessionRoutes(app: FastifyInstance) {
  mount(app, session.show, ({ deps, signed }) => sessionView(deps.database.prisma, deps, signed))
  mount(app, session.signIn, signIn)
  mount(app, session.signOut, signOut)
  mount(app, session.signOutEverywhere, signOutEverywhere)
  mount(app, session.changePassword, changePassword)
  mount(app, session.actUnder, actUnder)
  mount(app, session.chooseLocale, chooseLocale)
}

import { pacts } from '@bangvang/contract/pacts'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { closePact } from './close-pact.ts'
import { explainChange } from './explain-change.ts'
import { removeMovement, saveMovement } from './keep-movements.ts'
import { saveTarget, saveTargets } from './save-target.ts'
import { showPact } from './show-pact.ts'
import { reopenRegistration, signPact } from './sign-pact.ts'

export async function pactRoutes(app: FastifyInstance) {
  mount(app, pacts.show, showPact)
  mount(app, pacts.saveTarget, saveTarget)
  mount(app, pacts.saveTargets, saveTargets)
  mount(app, pacts.saveMovement, saveMovement)
  mount(app, pacts.removeMovement, removeMovement)
  mount(app, pacts.sign, signPact)
  mount(app, pacts.reopen, reopenRegistration)
  mount(app, pacts.close, closePact)
  mount(app, pacts.explainChange, explainChange)
}

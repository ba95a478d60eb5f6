import { minutes } from '@bangvang/contract/minutes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../http/mount.ts'
import { addParagraph, removeParagraph, saveParagraph, sendOut, showMinutes, writeMinutes } from './edit.ts'
import { addAddendum, approveMinutes, signMinutes, uploadSigned } from './sign.ts'

export async function minutesRoutes(app: FastifyInstance) {
  mount(app, minutes.show, showMinutes)
  mount(app, minutes.write, writeMinutes)
  mount(app, minutes.addParagraph, addParagraph)
  mount(app, minutes.saveParagraph, saveParagraph)
  mount(app, minutes.removeParagraph, removeParagraph)
  mount(app, minutes.sendOut, sendOut)
  mount(app, minutes.approve, approveMinutes)
  mount(app, minutes.sign, signMinutes)
  mount(app, minutes.uploadSigned, uploadSigned)
  mount(app, minutes.addAddendum, addAddendum)
}

import { proceedings } from '@bangvang/contract/proceedings'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../http/mount.ts'
import { askToSpeak, callSpeaker, endSpeech, setCurrent, showProceedings } from './run.ts'
import { addTask, changeContribution, changeTask, contribute } from './say.ts'
import { showProjector } from './show-projector.ts'

export async function proceedingRoutes(app: FastifyInstance) {
  mount(app, proceedings.show, showProceedings)
  mount(app, proceedings.projector, showProjector)
  mount(app, proceedings.setCurrent, setCurrent)
  mount(app, proceedings.askToSpeak, askToSpeak)
  mount(app, proceedings.callSpeaker, callSpeaker)
  mount(app, proceedings.endSpeech, endSpeech)
  mount(app, proceedings.contribute, contribute)
  mount(app, proceedings.changeContribution, changeContribution)
  mount(app, proceedings.addTask, addTask)
  mount(app, proceedings.changeTask, changeTask)
}

import { awards } from '@bangvang/contract/awards'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { removeKind, saveKind } from './keep-kinds.ts'
import { decideProposal, linkBallot, withdrawProposal } from './move-proposal.ts'
import { proposeUnit } from './propose-unit.ts'
import { showAwards, showPublicAwards } from './show-awards.ts'

export async function awardRoutes(app: FastifyInstance) {
  mount(app, awards.show, showAwards)
  mount(app, awards.saveKind, saveKind)
  mount(app, awards.removeKind, removeKind)
  mount(app, awards.propose, proposeUnit)
  mount(app, awards.linkBallot, linkBallot)
  mount(app, awards.withdraw, withdrawProposal)
  mount(app, awards.decide, decideProposal)
  mount(app, awards.showPublic, showPublicAwards)
}

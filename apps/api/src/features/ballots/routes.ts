import { ballots } from '@bangvang/contract/ballots'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { castVote, enterOpinion, enterVotes } from './cast-vote.ts'
import {
  cancelBallot,
  closeBallot,
  decideBallot,
  extendBallot,
  openBallot,
  prepareNextRound,
} from './move-ballot.ts'
import { changeBallot, prepareBallot, removeBallot } from './prepare-ballot.ts'
import { listBallots, showBallot } from './show-ballots.ts'

export async function ballotRoutes(app: FastifyInstance) {
  mount(app, ballots.list, listBallots)
  mount(app, ballots.show, showBallot)
  mount(app, ballots.prepare, prepareBallot)
  mount(app, ballots.change, changeBallot)
  mount(app, ballots.remove, removeBallot)
  mount(app, ballots.open, openBallot)
  mount(app, ballots.extend, extendBallot)
  mount(app, ballots.cast, castVote)
  mount(app, ballots.enter, enterVotes)
  mount(app, ballots.enterOpinion, enterOpinion)
  mount(app, ballots.close, closeBallot)
  mount(app, ballots.nextRound, prepareNextRound)
  mount(app, ballots.decide, decideBallot)
  mount(app, ballots.cancel, cancelBallot)
}

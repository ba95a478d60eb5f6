import { appraisals } from '@bangvang/contract/appraisals'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { decide, decideGate } from './decide.ts'
import { listGates } from './list-gates.ts'
import { showBoard } from './show-board.ts'
import { showCell } from './show-cell.ts'

export async function appraisalRoutes(app: FastifyInstance) {
  mount(app, appraisals.board, showBoard)
  mount(app, appraisals.cell, showCell)
  mount(app, appraisals.decide, decide)
  mount(app, appraisals.gates, listGates)
  mount(app, appraisals.decideGate, decideGate)
}

import { drafts } from '@bangvang/contract/drafts'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { answerComment } from './answer-comment.ts'
import { commentOnRanking, listComments } from './comment-on-ranking.ts'

export async function draftRoutes(app: FastifyInstance) {
  mount(app, drafts.comments, listComments)
  mount(app, drafts.comment, commentOnRanking)
  mount(app, drafts.answer, answerComment)
}

import { drafts } from '@bangvang/contract/drafts'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { adoptDraft } from './adopt-draft.ts'
import { answerComment, applyComment } from './answer-comment.ts'
import { commentOnDraft, listDraftComments } from './comment-on-draft.ts'
import { commentOnRanking, listComments } from './comment-on-ranking.ts'
import { sayNoComment, sendOut } from './consult.ts'
import { createDraft, openRanking } from './create-draft.ts'
import { reply, resolve } from './discuss.ts'
import { addNodes, moveNode, removeNode, undo } from './edit-nodes.ts'
import { readWord } from './import-word.ts'
import { renameDraft } from './rename-draft.ts'
import { saveNode } from './save-node.ts'
import { listAskable, listChanges, listDrafts, look, showDesk, showDraft, showVersion } from './show-draft.ts'

export async function draftRoutes(app: FastifyInstance) {
  mount(app, drafts.comments, listComments)
  mount(app, drafts.comment, commentOnRanking)
  mount(app, drafts.answer, answerComment)
  mount(app, drafts.list, listDrafts)
  mount(app, drafts.desk, showDesk)
  mount(app, drafts.create, createDraft)
  mount(app, drafts.openRanking, openRanking)
  mount(app, drafts.show, showDraft)
  mount(app, drafts.look, look)
  mount(app, drafts.changes, listChanges)
  mount(app, drafts.version, showVersion)
  mount(app, drafts.rename, renameDraft)
  mount(app, drafts.addNodes, addNodes)
  mount(app, drafts.saveNode, saveNode)
  mount(app, drafts.moveNode, moveNode)
  mount(app, drafts.removeNode, removeNode)
  mount(app, drafts.undo, undo)
  mount(app, drafts.readWord, readWord)
  mount(app, drafts.sendOut, sendOut)
  mount(app, drafts.askable, listAskable)
  mount(app, drafts.noComment, sayNoComment)
  mount(app, drafts.listComments, listDraftComments)
  mount(app, drafts.commentOn, commentOnDraft)
  mount(app, drafts.reply, reply)
  mount(app, drafts.resolve, resolve)
  mount(app, drafts.apply, applyComment)
  mount(app, drafts.adopt, adoptDraft)
}

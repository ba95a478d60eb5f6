import { papers } from '@bangvang/contract/papers'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { downloadPaper, downloadPublic, listPublicPapers } from './download-paper.ts'
import { issuePaper } from './issue-paper.ts'
import { listPapers } from './list-papers.ts'
import { makePaper } from './make-paper.ts'
import { publishPaper, unpublishPaper } from './publish-paper.ts'

export async function paperRoutes(app: FastifyInstance) {
  mount(app, papers.list, listPapers)
  mount(app, papers.make, makePaper)
  mount(app, papers.issue, issuePaper)
  mount(app, papers.file, downloadPaper)
  mount(app, papers.publish, publishPaper)
  mount(app, papers.unpublish, unpublishPaper)
  mount(app, papers.listPublic, listPublicPapers)
  mount(app, papers.publicFile, downloadPublic)
}

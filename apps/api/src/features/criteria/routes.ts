import { criteria } from '@bangvang/contract/criteria'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { correctCriteria } from './correct-criteria.ts'
import { downloadDraft, downloadDraftSheet, downloadVersion, downloadVersionSheet } from './download.ts'
import { readCriteria } from './read-criteria.ts'
import { acknowledge, listCorrections } from './show-corrections.ts'
import { showImpact } from './show-impact.ts'
import { listVersions, showVersion } from './show-versions.ts'
import { takeVersion } from './take-version.ts'

export async function criteriaRoutes(app: FastifyInstance) {
  mount(app, criteria.versions, listVersions)
  mount(app, criteria.version, showVersion)
  mount(app, criteria.versionDocument, downloadVersion)
  mount(app, criteria.versionSheet, downloadVersionSheet)
  mount(app, criteria.document, downloadDraft)
  mount(app, criteria.sheet, downloadDraftSheet)
  mount(app, criteria.read, readCriteria)
  mount(app, criteria.impact, showImpact)
  mount(app, criteria.take, takeVersion)
  mount(app, criteria.correct, correctCriteria)
  mount(app, criteria.corrections, listCorrections)
  mount(app, criteria.acknowledge, acknowledge)
}

import { papers } from '@bangvang/contract/papers'
import { mayIssuePapers } from '@bangvang/core/papers/policy'
import type { Actor } from '@bangvang/core/people/actor'
import { record } from '../../audit/record.ts'
import { inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import * as store from './store.ts'

async function ownPaper(tx: Tx, actor: Actor, id: string) {
  const paper = await store.findIssued(tx, id)
  if (paper === null || !mayIssuePapers(actor, { id: paper.seasonId })) throw new ProblemError('not-found')
  return paper
}

const refuse = refusals(papers.publish)

/** An issued paper is put before everyone. */
export function publishPaper({ params, actor, now, deps }: Call<typeof papers.publish>) {
  return inTransaction(deps.database, async (tx) => {
    const paper = await ownPaper(tx, actor, params.paperId)
    if (!(await store.savePublished(tx, paper.id, now))) throw refuse('paper-published')
    await record(tx, {
      actor,
      now,
      seasonId: paper.seasonId,
      what: 'paper-published',
      about: { kind: 'paper', id: paper.id },
      after: { symbol: paper.symbol, title: paper.title },
    })
    return { ...paper, publishedAt: now }
  })
}

const refuseBack = refusals(papers.unpublish)

/** A published paper is taken back from the public; it stays issued. */
export function unpublishPaper({ params, body, actor, now, deps }: Call<typeof papers.unpublish>) {
  return inTransaction(deps.database, async (tx) => {
    const paper = await ownPaper(tx, actor, params.paperId)
    if (!(await store.savePublished(tx, paper.id, null))) throw refuseBack('paper-not-published')
    await record(tx, {
      actor,
      now,
      seasonId: paper.seasonId,
      what: 'paper-unpublished',
      about: { kind: 'paper', id: paper.id },
      before: { publishedAt: paper.publishedAt },
      after: { symbol: paper.symbol, reason: body.reason },
    })
    return { ...paper, publishedAt: null }
  })
}

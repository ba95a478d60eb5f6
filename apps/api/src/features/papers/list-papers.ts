import { type MakeablePaperView, papers } from '@bangvang/contract/papers'
import { formatsOf, isNumbered, type PaperKind, paperKinds } from '@bangvang/core/papers/paper'
import { mayIssuePapers, maySeePapers } from '@bangvang/core/papers/policy'
import { dayInVietnam } from '@bangvang/core/people/actor'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { usualRecipients } from './issue-words.ts'
import type { Reading } from './source.ts'
import { mattersFor } from './sources.ts'
import * as store from './store.ts'

const refuse = refusals(papers.list)

type Issued = Awaited<ReturnType<typeof store.listIssued>>

async function makeable(reading: Reading, kind: PaperKind, issued: Issued): Promise<MakeablePaperView[]> {
  const matters = await mattersFor(reading, kind)
  return matters.map(({ aboutId, title, isFinal }) => {
    const about = store.aboutOf(kind, aboutId)
    const isSame = (one: Issued[number]) =>
      one.kind === kind && JSON.stringify(one.about) === JSON.stringify(about)
    const editions = isNumbered(kind) ? issued.filter(isSame).length : null
    return { kind, about, aboutTitle: title, isFinal, formats: formatsOf(kind), editions }
  })
}

/** What can be made now by this actor, and what was issued. */
export async function listPapers({ params, actor, now, deps }: Call<typeof papers.list>) {
  const { database } = deps
  const db = database.prisma
  const season = await store.findSeason(db, params.seasonId)
  if (season === null || !maySeePapers(actor, season)) throw refuse('not-found')
  const issued = await store.listIssued(db, season.id)
  const reading = { database, db, season, actor, now }
  const lists = await Promise.all(paperKinds.map((kind) => makeable(reading, kind, issued)))
  return {
    seasonId: season.id,
    makeable: lists.flat(),
    issued,
    mayIssue: mayIssuePapers(actor, season),
    defaults: { place: season.chairUnit.name, day: dayInVietnam(now), recipients: usualRecipients(season) },
  }
}

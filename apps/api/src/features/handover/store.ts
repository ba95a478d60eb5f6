import type { JournalEntry } from '@bangvang/core/audit/chain'
import type { Db } from '../../db.ts'

export { findSeasonOfLayers as findSeason } from '../../season-layers.ts'

/** The frozen bundle, byte for byte; null where the ranking is not final. */
export async function findBundle(db: Db, seasonId: string): Promise<string | null> {
  return (await db.finalRanking.findUnique({ where: { seasonId }, select: { bundle: true } }))?.bundle ?? null
}

/** The season's whole chain in order, as it was hashed. */
export async function listEntries(db: Db, chain: string): Promise<JournalEntry[]> {
  const rows = await db.journalEntry.findMany({ where: { chain }, orderBy: { number: 'asc' } })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Every file a unit uploaded, with its hash and the criteria it is for; the bytes stay where they are. */
export async function listEvidence(db: Db, seasonId: string) {
  const rows = await db.evidence.findMany({
    where: { seasonId },
    orderBy: [{ unitId: 'asc' }, { uploadedAt: 'asc' }, { id: 'asc' }],
    include: { links: { select: { criterionCode: true }, orderBy: { criterionCode: 'asc' } } },
  })
  return rows.map(({ links, seasonId: _season, ...file }) => ({
    ...file,
    criterionCodes: links.map(({ criterionCode }) => criterionCode),
  }))
}

/** The pact as it was closed, every signature under it, and the reasons for targets changed since. */
export async function readPact(db: Db, seasonId: string) {
  return {
    pact: await db.pact.findUnique({ where: { seasonId } }),
    signatures: await db.pactSignature.findMany({
      where: { seasonId },
      orderBy: [{ unitId: 'asc' }, { number: 'asc' }],
    }),
    targetChanges: await db.targetChange.findMany({
      where: { seasonId },
      orderBy: [{ unitId: 'asc' }, { criterionCode: 'asc' }, { number: 'asc' }],
    }),
  }
}

/** Which awards there were, who was proposed, and what became of it. */
export async function readAwards(db: Db, seasonId: string) {
  return {
    kinds: await db.awardKind.findMany({ where: { seasonId }, orderBy: { code: 'asc' } }),
    proposals: await db.awardProposal.findMany({
      where: { seasonId },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    }),
  }
}

/** Every meeting with its agenda, attendance, open votes and minutes. */
export function listMeetings(db: Db, seasonId: string) {
  return db.meeting.findMany({
    where: { seasonId },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: {
      items: true,
      attendance: true,
      ballots: { include: { rounds: true, votes: true } },
      minutes: {
        include: {
          paragraphs: { orderBy: { position: 'asc' } },
          signatures: true,
          addenda: { orderBy: { number: 'asc' } },
          signedFiles: { orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }] },
        },
      },
    },
  })
}

/** Every paper issued, in the order of their numbers, with its renderings. */
export function listPapers(db: Db, seasonId: string) {
  return db.paper.findMany({
    where: { seasonId },
    orderBy: [{ year: 'asc' }, { series: 'asc' }, { number: 'asc' }],
    include: { files: { orderBy: { format: 'asc' } } },
  })
}

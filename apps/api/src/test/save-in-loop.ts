import { assessments } from '@bangvang/contract/assessments'
import { ApiProblem, createClient } from '@bangvang/contract/client'
import { type JournalEntry, verifyChain } from '@bangvang/core/audit/chain'
import { sha256 } from '../audit/record.ts'
import type { Database } from '../db.ts'

type Place = { seasonId: string; unitId: string }
/** A save the server answered with 200: it must never be lost. */
export type Acknowledged = { criterionCode: string; version: number; note: string }
export type Saver = { baseUrl: string; cookie: string; place: Place; codes: readonly string[] }

/**
 * Saves answers over HTTP without a pause, one loop for each criterion at once, until the server no longer answers or
 * refuses as unavailable; `told` is called after each acknowledged save. Answers every acknowledged one, in order.
 */
export async function saveInLoop(
  { baseUrl, cookie, place, codes }: Saver,
  told: (count: number) => void,
): Promise<Acknowledged[]> {
  const call = createClient((url, init) =>
    fetch(`${baseUrl}${url}`, { ...init, headers: { ...init.headers, cookie } } as RequestInit),
  )
  const acknowledged: Acknowledged[] = []
  const stored = (await call(assessments.show, { params: place })).answers
  const loop = async (criterionCode: string) => {
    let version = stored.find((answer) => answer.criterionCode === criterionCode)?.version ?? 0
    for (;;) {
      const note = `${criterionCode} lần ${version + 1}`
      const saved = await call(assessments.saveAnswer, {
        params: { ...place, criterionCode },
        body: { answer: null, note, version },
      }).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.code !== 'unavailable') throw error
        return null
      })
      if (saved === null) return
      version = saved.version
      acknowledged.push({ criterionCode, version, note })
      told(acknowledged.length)
    }
  }
  await Promise.all(codes.map(loop))
  return acknowledged
}

/** What a database holds after a crash: each answer with its version, how often the journal tells of it, and the chain's verdict. */
export async function afterCrash({ prisma }: Database, place: Place) {
  const answers = await prisma.answer.findMany({ where: place })
  const entries = await prisma.journalEntry.findMany({
    where: { chain: place.seasonId },
    orderBy: { number: 'asc' },
  })
  const verdict = verifyChain(
    entries.map((entry): JournalEntry => ({ ...entry, at: entry.at.toISOString() })),
    sha256,
  )
  const journal = entries.map(({ aboutId, after }) => ({
    criterionCode: aboutId.split(' ').at(-1) ?? '',
    ...(after as { version: number; note: string }),
  }))
  return { answers, journal, verdict }
}

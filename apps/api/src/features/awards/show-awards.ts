import type { AwardProposalView, AwardsView } from '@bangvang/contract/awards'
import { awards } from '@bangvang/contract/awards'
import { awardVerdict } from '@bangvang/core/awards/award-outcome'
import { isOpenToAwards } from '@bangvang/core/awards/policy'
import { proposeAwards } from '@bangvang/core/awards/propose-awards'
import type { Actor } from '@bangvang/core/people/actor'
import { maySeeRanking } from '@bangvang/core/seasons/policy'
import { hasReached } from '@bangvang/core/seasons/season'
import type { Database, Db } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import { readStandings, type Standings } from './standings.ts'
import * as store from './store.ts'

/** The units that stand proposed, or were given the award, by award. */
export function takenBy(proposals: readonly store.ProposalRow[]): Map<string, Set<string>> {
  const taken = new Map<string, Set<string>>()
  for (const { kindCode, unitId, status } of proposals) {
    if (status === 'withdrawn' || status === 'notPassed') continue
    taken.set(kindCode, (taken.get(kindCode) ?? new Set()).add(unitId))
  }
  return taken
}

function ballotView(ballot: store.BallotRow | undefined, unitName: string): AwardProposalView['ballot'] {
  if (ballot === undefined) return null
  const last = ballot.rounds.findLast(({ result }) => result !== null)
  const tally = last?.result?.options.find(({ option }) => option === unitName || option === 'yes')
  const base = last?.question.threshold.of
  return {
    id: ballot.id,
    meetingId: ballot.meetingId,
    verdict: awardVerdict(ballot, unitName),
    votes: tally?.votes ?? null,
    of: base === undefined ? null : (last?.result?.counts[base] ?? null),
  }
}

type Facts = {
  kinds: readonly store.KindRow[]
  ballots: ReadonlyMap<string, store.BallotRow>
  standings: Standings
}

function proposalView(row: store.ProposalRow, { kinds, ballots, standings }: Facts): AwardProposalView {
  const { id, kindCode, unitId, standing, reason, byName, at, status, ballotId } = row
  const unitName = standings.units.find(({ code }) => code === unitId)?.name ?? unitId
  const { outcomeNote: note, outcomeBy, outcomeAt } = row
  return {
    id,
    kindCode,
    kindTitle: kinds.find(({ code }) => code === kindCode)?.title ?? { vi: kindCode, en: kindCode },
    unitId,
    unitName,
    standing,
    reason,
    byName,
    at,
    status,
    ballot: ballotId === null ? null : ballotView(ballots.get(ballotId), unitName),
    outcome:
      note === null || outcomeBy === null || outcomeAt === null
        ? null
        : { note, byName: outcomeBy, at: outcomeAt },
  }
}

/** The awards of a season as this actor may see them: whoever sees its ranking does. */
export async function awardsView(
  { database, db }: { database: Database; db: Db },
  actor: Actor,
  seasonId: string,
): Promise<AwardsView> {
  const season = await store.findSeason(db, seasonId)
  if (season === null || !maySeeRanking(actor, season)) throw new ProblemError('not-found')
  const standings = await readStandings({ database, db }, season)
  if (standings === null) throw new ProblemError('not-found')
  const kinds = await store.listKinds(db, seasonId)
  const proposals = await store.listProposals(db, seasonId)
  const ids = proposals.flatMap(({ ballotId }) => (ballotId === null ? [] : [ballotId]))
  const facts = { kinds, ballots: await store.listBallots(db, ids), standings }
  const suggestions = proposeAwards({ ...standings, taken: takenBy(proposals) }, kinds)
  const titled = ({ code, title }: { code: string; title: { vi: string; en: string } }) => ({ code, title })
  return {
    seasonId,
    phase: season.phase,
    revision: season.revision,
    isFinal: standings.sha256 !== null,
    isOpen: isOpenToAwards(season),
    units: standings.units.map(({ code, name }) => ({ id: code, name })),
    grades: (standings.document.grades ?? []).map(titled),
    gates: (standings.document.gates ?? []).map(titled),
    kinds: kinds.flatMap((kind) => {
      const found = suggestions.find((suggestion) => suggestion.kind === kind.code)
      return found === undefined ? [] : [{ ...kind, suggestion: found }]
    }),
    proposals: proposals.map((row) => proposalView(row, facts)),
  }
}

export function showAwards({ params, actor, deps: { database } }: Call<typeof awards.show>) {
  return awardsView({ database, db: database.prisma }, actor, params.seasonId)
}

const refuse = refusals(awards.showPublic)

/** The awards that passed, of a season whose ranking is final: units alone, no person and no vote. */
export async function showPublicAwards({ params, deps }: Call<typeof awards.showPublic>) {
  const db = deps.database.prisma
  const season = await store.findSeason(db, params.seasonId)
  if (season === null || !hasReached(season.phase, 'finalized')) throw refuse('not-found')
  const bundle = await store.findBundle(db, season.id)
  if (bundle === null) throw refuse('not-found')
  const kinds = await store.listKinds(db, season.id)
  const passed = (await store.listProposals(db, season.id)).filter(({ status }) => status === 'passed')
  const nameOf = (id: string) => bundle.content.units.find(({ code }) => code === id)?.name ?? id
  const given = kinds.map(({ code, title }) => ({
    title,
    units: passed
      .filter(({ kindCode }) => kindCode === code)
      .map(({ unitId }) => ({ id: unitId, name: nameOf(unitId) })),
  }))
  return { seasonId: season.id, awards: given.filter(({ units }) => units.length > 0) }
}

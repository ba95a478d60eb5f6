import { type AssessmentFacts, maySeeAssessment } from '../assessments/policy.ts'
import { type DraftFacts, mayReadDraft } from '../drafts/policy.ts'
import { maySeeMeetings } from '../meetings/policy.ts'
import { maySeePact, maySeeRegistration } from '../pacts/policy.ts'
import { type Actor, actsAs } from '../people/actor.ts'
import { actsInSeason, maySeeRanking, maySeeSeason, seesEveryUnit } from '../seasons/policy.ts'
import type { SeasonFacts } from '../seasons/season.ts'

/** What decides who may make a paper: the thing it is made from. */
export type PaperMatter =
  | { of: 'assessment'; assessment: AssessmentFacts }
  | { of: 'ranking' }
  | { of: 'pact'; isClosed: boolean }
  | { of: 'meeting' }
  | { of: 'draft'; draft: DraftFacts }

/** Issued papers are read by every mandate of the season and by the reviewer; the administrator keeps the installation alone. */
export function maySeePapers(actor: Actor | null, season: Pick<SeasonFacts, 'id'>): boolean {
  return maySeeSeason(actor, season) && !actsAs(actor, 'administrator')
}

/** Whoever sees all that a paper is made from may make it; nobody learns from a paper what no page shows them. */
export function mayMakePaper(actor: Actor | null, season: SeasonFacts, matter: PaperMatter): boolean {
  if (!maySeePapers(actor, season)) return false
  switch (matter.of) {
    case 'assessment':
      return maySeeAssessment(actor, season, matter.assessment)
    case 'ranking':
      return maySeeRanking(actor, season) && seesEveryUnit(actor, season)
    case 'pact':
      return (
        maySeePact(actor, season) &&
        maySeeRegistration(actor, { id: season.id, isPactClosed: matter.isClosed }, '')
      )
    case 'meeting':
      return maySeeMeetings(actor, season.id)
    case 'draft':
      return mayReadDraft(actor, matter.draft, season)
  }
}

/** The secretary prepares, the chair issues and publishes (domain.md, "Who uses it": the secretary finalizes nothing). */
export function mayIssuePapers(actor: Actor | null, season: Pick<SeasonFacts, 'id'>): boolean {
  return actsInSeason(actor, season.id, 'chair')
}

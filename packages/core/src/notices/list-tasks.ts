import type { AssessmentStatus } from '../assessments/policy.ts'
import { type Actor, actsAs } from '../people/actor.ts'
import { maySeeRanking, maySeeSeason } from '../seasons/policy.ts'
import { type Deadline, type DeadlineKind, deadlineFor, type SeasonFacts } from '../seasons/season.ts'
import type { Missing } from './list-missing.ts'

export type TaskKind =
  | 'fillIn'
  | 'revise'
  | 'signOff'
  | 'appraise'
  | 'settleGates'
  | 'comment'
  | 'answerComments'
  | 'openPhase'
  | 'finalize'
  | 'adoptCriteria'
  | 'readRanking'
  | 'readCorrection'
  | 'consult'
  | 'answerDraft'
  | 'mentioned'

/** One thing owed; `due` is null without a deadline, `left` and `of` where nothing is counted. */
export type Task = {
  kind: TaskKind
  seasonId: string
  unitId: string | null
  due: Date | null
  isDone: boolean
  left: number | null
  of: number | null
  missing: Missing[]
  /** The draft it is about, and the comment that calls for it. */
  draft?: { id: string; title: string; comment: number | null }
}

/** What there is to do in one season, as far as it concerns the actor. */
export type TaskFacts = {
  actor: Actor
  season: SeasonFacts & { hasCriteria: boolean }
  deadlines: readonly Deadline[]
  /** The assessment of the actor's unit; null where the mandate is of none. */
  own: { status: AssessmentStatus; missing: readonly Missing[]; criteria: number } | null
  /** The answers this actor appraises, and how many of them were decided on. */
  cells: { of: number; decided: number }
  /** Units that a gate holds until it is settled. */
  onHold: { units: number; of: number }
  comments: { of: number; unanswered: number; own: number }
  /** Corrections of the criteria that the actor's unit has not read yet. */
  unreadCorrections: number
}

type Part = Pick<Task, 'kind'> & Partial<Task>
type Make = (part: Part, deadline?: DeadlineKind) => Task

/** What an actor owes in a season, by when, by role and phase (domain.md, "Who uses it" and "The season"; screens.md 1). */
export function listTasks(facts: TaskFacts): Task[] {
  const { actor, season, deadlines } = facts
  if (!maySeeSeason(actor, season) || actsAs(actor, 'administrator')) return []
  const unitId = actor.mandate?.unitId ?? null
  const make: Make = (part, deadline) => ({
    seasonId: season.id,
    unitId: null,
    due: deadline === undefined ? null : deadlineFor(deadlines, deadline, unitId),
    isDone: false,
    left: null,
    of: null,
    missing: [],
    ...part,
  })
  return [
    ...ofCorrections(facts, make),
    ...ofUnit(facts, make),
    ...ofAppraisal(facts, make),
    ...ofComments(facts, make),
    ...ofChair(facts, make),
    ...(season.phase === 'finalized' ? [make({ kind: 'readRanking' })] : []),
  ]
}

function ofUnit({ actor, season: { phase }, own }: TaskFacts, make: Make): Task[] {
  const unitId = actor.mandate?.unitId ?? null
  if (own === null || (phase !== 'open' && phase !== 'appraisal')) return []
  const isSent = own.status === 'awaitingSignOff' || own.status === 'submitted'
  if (actsAs(actor, 'leader'))
    return isSent ? [make({ kind: 'signOff', unitId, isDone: own.status === 'submitted' }, 'assessment')] : []
  if (!actsAs(actor, 'delegate') || (own.status === 'draft' && phase !== 'open')) return []
  if (isSent) return [make({ kind: 'fillIn', unitId, isDone: true }, 'assessment')]
  const missing = [...own.missing]
  const left = missing.filter(({ what }) => what === 'answer').length
  const kind = own.status === 'returned' ? 'revise' : 'fillIn'
  return [make({ kind, unitId, left, of: own.criteria, missing }, 'assessment')]
}

/** A unit reads what a correction of the criteria changed for it (issue 3, point 2). */
function ofCorrections({ actor, unreadCorrections }: TaskFacts, make: Make): Task[] {
  if (unreadCorrections === 0 || !actsAs(actor, 'delegate', 'leader')) return []
  return [make({ kind: 'readCorrection', unitId: actor.mandate?.unitId ?? null })]
}

function ofAppraisal({ actor, season: { phase }, cells, onHold }: TaskFacts, make: Make): Task[] {
  if (!actsAs(actor, 'appraiser', 'viceChair') || (phase !== 'appraisal' && phase !== 'deliberation'))
    return []
  const left = cells.of - cells.decided
  const appraise = make({ kind: 'appraise', left, of: cells.of, isDone: left === 0 }, 'appraisal')
  const settle = make({ kind: 'settleGates', left: onHold.units, of: onHold.of }, 'appraisal')
  return [...(cells.of > 0 ? [appraise] : []), ...(onHold.units > 0 ? [settle] : [])]
}

function ofComments({ actor, season, comments }: TaskFacts, make: Make): Task[] {
  const { phase } = season
  if ((phase !== 'appraisal' && phase !== 'deliberation') || !maySeeRanking(actor, season)) return []
  const { of, unanswered, own } = comments
  if (actsAs(actor, 'secretary'))
    return of === 0
      ? []
      : [make({ kind: 'answerComments', left: unanswered, of, isDone: unanswered === 0 }, 'comments')]
  if (!actsAs(actor, 'reviewer', 'delegate', 'leader')) return []
  return [make({ kind: 'comment', isDone: own > 0 }, 'comments')]
}

function ofChair({ actor, season }: TaskFacts, make: Make): Task[] {
  if (!actsAs(actor, 'chair')) return []
  switch (season.phase) {
    case 'preparing':
      return [
        make({ kind: 'adoptCriteria', isDone: season.hasCriteria }),
        ...(season.hasCriteria ? [make({ kind: 'openPhase' })] : []),
      ]
    case 'open':
      return [make({ kind: 'openPhase' }, 'assessment')]
    case 'appraisal':
      return [make({ kind: 'openPhase' }, 'appraisal')]
    case 'deliberation':
      return [make({ kind: 'finalize' }, 'comments')]
    case 'finalized':
      return [make({ kind: 'openPhase' })]
    case 'archived':
      return []
  }
}

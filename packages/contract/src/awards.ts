import { awardStatuses } from '@bangvang/core/awards/award-outcome'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Code, Decimal, Instant, Phase, Reason, SeasonId, Text, Uuid, Words } from './wire.ts'

const test = z.enum(['atLeast', 'moreThan'])
const Share = z.string().max(20)
/** A vote's rules as core's `checkQuestion` takes them; it names what is no fraction. */
const Rules = z.object({
  quorum: z.object({
    share: Share,
    of: z.literal('members'),
    test,
    counts: z.enum(['present', 'presentOrWritten']),
  }),
  threshold: z.object({
    share: Share,
    of: z.enum(['members', 'present', 'cast', 'valid', 'expressed']),
    test,
  }),
})
const Settings = Rules.extend({
  title: z.object({ vi: Reason(200), en: Reason(200) }),
  position: z.number().int().min(1).max(100),
  quota: z.number().int().min(1).max(1000),
  minGrade: Code.nullable(),
  notWith: z.array(Code).max(20),
  legalBasis: Reason(1000),
})
const Candidate = z.object({ unit: Code, rank: z.number().int(), tiedWith: z.array(Code) })
const Exclusion = z.discriminatedUnion('reason', [
  z.object({ unit: Code, reason: z.literal('gate'), gates: z.array(Code) }),
  z.object({ unit: Code, reason: z.literal('grade'), grade: Code.nullable() }),
  z.object({ unit: Code, reason: z.literal('otherAward'), award: Code }),
])
export const AwardKindView = Settings.extend({
  code: Code,
  title: Text,
  legalBasis: z.string(),
  version: z.number().int(),
  /** Who may be proposed by the ranking now, best first. */
  suggestion: z.object({
    eligible: z.array(Candidate),
    proposed: z.array(Code),
    tied: z.array(Code),
    placesLeft: z.number().int(),
    excluded: z.array(Exclusion),
  }),
})
export type AwardKindView = z.infer<typeof AwardKindView>
export const AwardProposalView = z.object({
  id: Uuid,
  kindCode: Code,
  kindTitle: Text,
  unitId: Code,
  unitName: z.string(),
  /** How the unit stood when it was proposed; `sha256` of the frozen ranking, null: of a draft at that revision. */
  standing: z.object({
    rank: z.number().int().nullable(),
    total: Decimal,
    revision: z.number().int(),
    sha256: z.string().nullable(),
  }),
  reason: z.string(),
  byName: z.string(),
  at: Instant,
  status: z.enum(awardStatuses),
  ballot: z
    .object({
      id: Uuid,
      meetingId: Uuid,
      verdict: z.enum(['passed', 'notPassed', 'undecided']),
      /** What the unit got in the last round that has a result: yes votes, and of how many by the threshold's base. */
      votes: z.number().int().nullable(),
      of: z.number().int().nullable(),
    })
    .nullable(),
  outcome: z.object({ note: z.string(), byName: z.string(), at: Instant }).nullable(),
})
export type AwardProposalView = z.infer<typeof AwardProposalView>
export const AwardsView = z.object({
  seasonId: SeasonId,
  phase: Phase,
  /** The ranking's revision the suggestions are made from. */
  revision: z.number().int(),
  isFinal: z.boolean(),
  /** Whether awards are set and proposed now. */
  isOpen: z.boolean(),
  units: z.array(z.object({ id: Code, name: z.string() })),
  grades: z.array(z.object({ code: Code, title: Text })),
  gates: z.array(z.object({ code: Code, title: Text })),
  kinds: z.array(AwardKindView),
  proposals: z.array(AwardProposalView),
})
export type AwardsView = z.infer<typeof AwardsView>
export const PublicAwardsView = z.object({
  seasonId: SeasonId,
  awards: z.array(z.object({ title: Text, units: z.array(z.object({ id: Code, name: z.string() })) })),
})
export type PublicAwardsView = z.infer<typeof PublicAwardsView>

const season = z.object({ seasonId: SeasonId })
const kind = season.extend({ kindCode: Code })
const proposal = season.extend({ proposalId: Uuid })
const proposers = ['chair', 'secretary'] as const
const at = '/api/seasons/:seasonId/awards' as const
const refusals = ['not-found', 'awards-closed'] as const

export const awards = {
  show: endpoint({
    method: 'GET',
    path: at,
    summary: 'The awards of a season: kinds, who may be proposed, proposals and what became of them',
    access: 'signed-in',
    params: season,
    status: 200,
    response: AwardsView,
    problems: ['not-found'],
  }),
  saveKind: endpoint({
    method: 'PUT',
    path: `${at}/kinds/:kindCode`,
    summary: 'Set an award: quota, who may be proposed, the vote it needs, its legal basis',
    access: proposers,
    params: kind,
    body: Settings.extend({ version: z.number().int().min(0) }),
    status: 200,
    response: AwardsView,
    problems: [...refusals, 'award-invalid', 'award-changed', 'award-in-use'],
  }),
  removeKind: endpoint({
    method: 'DELETE',
    path: `${at}/kinds/:kindCode`,
    summary: 'Take out an award nobody is proposed for',
    access: proposers,
    params: kind,
    query: z.object({ version: z.coerce.number<number>().int().min(1) }),
    status: 200,
    response: AwardsView,
    problems: [...refusals, 'award-changed', 'award-in-use'],
  }),
  propose: endpoint({
    method: 'POST',
    path: `${at}/proposals`,
    summary: 'Propose a unit for an award, from the ranking as it was shown',
    access: proposers,
    params: season,
    body: z.object({
      kindCode: Code,
      unitId: Code,
      reason: Words(2000),
      revision: z.number().int().min(0),
    }),
    status: 201,
    response: AwardsView,
    problems: [
      ...refusals,
      'unknown-award',
      'ranking-changed',
      'unit-not-eligible',
      'award-order-unexplained',
      'already-proposed',
    ],
  }),
  linkBallot: endpoint({
    method: 'POST',
    path: `${at}/proposals/:proposalId/ballot`,
    summary: 'Which vote a proposal is put to',
    access: proposers,
    params: proposal,
    body: z.object({ ballotId: Uuid }),
    status: 200,
    response: AwardsView,
    problems: [...refusals, 'award-decided', 'ballot-unfit'],
  }),
  withdraw: endpoint({
    method: 'POST',
    path: `${at}/proposals/:proposalId/withdraw`,
    summary: 'Withdraw a proposal, with a reason',
    access: proposers,
    params: proposal,
    body: z.object({ reason: Reason() }),
    status: 200,
    response: AwardsView,
    problems: [...refusals, 'award-decided'],
  }),
  decide: endpoint({
    method: 'POST',
    path: `${at}/proposals/:proposalId/outcome`,
    summary: 'The chair records what became of a proposal',
    access: ['chair'],
    params: proposal,
    body: z.object({ passed: z.boolean(), note: Words(2000) }),
    status: 200,
    response: AwardsView,
    problems: [
      ...refusals,
      'award-decided',
      'award-undecided',
      'award-contradicts',
      'award-note-missing',
      'award-quota',
    ],
  }),
  showPublic: endpoint({
    method: 'GET',
    path: '/api/public/rankings/:seasonId/awards',
    summary: 'The awards proposed of a final ranking, for everyone',
    access: 'public',
    params: season,
    status: 200,
    response: PublicAwardsView,
    problems: ['not-found'],
  }),
}

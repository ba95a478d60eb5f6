import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Code, Decimal, Instant, Phase, SeasonId, Text } from './wire.ts'

export const RankingRowView = z.object({
  unitId: Code,
  unitName: z.string(),
  rank: z.number().int().nullable(),
  tiedWith: z.array(Code),
  decidedBy: z.string().nullable(),
  sections: z.record(z.string(), z.object({ points: Decimal, max: Decimal })),
  scored: Decimal,
  bonus: Decimal,
  penalty: Decimal,
  total: Decimal,
  grade: z.string().nullable(),
  ranked: z.boolean(),
  awardable: z.boolean(),
  onHold: z.boolean(),
  gates: z.array(Code),
})
export type RankingRowView = z.infer<typeof RankingRowView>
export const RankingView = z.object({
  seasonId: SeasonId,
  clusterName: Text,
  year: z.number().int(),
  phase: Phase,
  revision: z.number().int(),
  rows: z.array(RankingRowView),
  final: z
    .object({ sha256: z.string(), finalizedAt: Instant, finalizedBy: z.string(), chairUnitName: z.string() })
    .nullable(),
  mayFinalize: z.boolean(),
  /** What core's whyThisPlace and smallestChanges need: the effective submissions, in the rows' order; null where they are not shown. */
  submissions: z
    .array(
      z.object({
        unit: Code,
        answers: z.record(z.string(), z.unknown()),
        overrides: z.record(z.string(), z.unknown()).optional(),
        gates: z.array(Code).optional(),
      }),
    )
    .nullable(),
})
export type RankingView = z.infer<typeof RankingView>
export const PublicRankingView = RankingView.pick({
  seasonId: true,
  clusterName: true,
  year: true,
  rows: true,
}).extend({
  final: z.object({ sha256: z.string(), finalizedAt: Instant, chairUnitName: z.string() }),
  sections: z.array(z.object({ code: Code, title: Text, role: z.enum(['scored', 'bonus', 'penalty']) })),
  grades: z.array(z.object({ code: Code, title: Text })),
  gates: z.array(z.object({ code: Code, title: Text })),
  maxPoints: Decimal,
  isSample: z.boolean(),
})
export type PublicRankingView = z.infer<typeof PublicRankingView>

const params = z.object({ seasonId: SeasonId })

export const rankings = {
  show: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId/ranking',
    summary: 'The ranking: a draft live from the latest layers, or frozen',
    access: 'signed-in',
    params,
    status: 200,
    response: RankingView,
    problems: ['not-found'],
  }),
  finalize: endpoint({
    method: 'POST',
    path: '/api/seasons/:seasonId/ranking/finalize',
    summary: 'The chair freezes the ranking with everything it was made from',
    access: ['chair'],
    /** The revision the chair saw: what is frozen is what was shown. */
    params,
    body: z.object({ revision: z.number().int() }),
    status: 200,
    response: RankingView,
    problems: [
      'not-found',
      'season-not-in-deliberation',
      'ranking-changed',
      'comments-unanswered',
      'assessments-unsettled',
    ],
  }),
  bundle: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId/ranking/bundle',
    summary: 'The frozen bundle, for `bangvang verify`',
    access: 'signed-in',
    params,
    status: 200,
    response: 'file',
    problems: ['not-found'],
  }),
  listPublic: endpoint({
    method: 'GET',
    path: '/api/public/rankings',
    summary: 'The final rankings published',
    access: 'public',
    status: 200,
    response: z.object({
      items: z.array(
        z.object({ seasonId: SeasonId, clusterName: Text, year: z.number().int(), finalizedAt: Instant }),
      ),
    }),
    problems: [],
  }),
  showPublic: endpoint({
    method: 'GET',
    path: '/api/public/rankings/:seasonId',
    summary: 'A final ranking, for everyone',
    access: 'public',
    params,
    status: 200,
    response: PublicRankingView,
    problems: ['not-found'],
  }),
}

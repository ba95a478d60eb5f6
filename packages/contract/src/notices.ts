import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Code, Instant, SeasonId, Uuid } from './wire.ts'

/** One thing the actor owes, each a link to the very place. */
export const TaskView = z.object({
  kind: z.enum([
    'fillIn',
    'revise',
    'signOff',
    'appraise',
    'settleGates',
    'comment',
    'answerComments',
    'openPhase',
    'finalize',
    'adoptCriteria',
    'readRanking',
    'readCorrection',
    'consult',
    'answerDraft',
    'mentioned',
  ]),
  seasonId: SeasonId,
  unitId: Code.nullable(),
  due: Instant.nullable(),
  isDone: z.boolean(),
  /** How much is left of how much, where it is counted. */
  left: z.number().int().nullable(),
  of: z.number().int().nullable(),
  /** Criteria still to be answered or without their required evidence, in order. */
  missing: z.array(z.object({ criterionCode: Code, what: z.enum(['answer', 'evidence']) })),
  /** The draft it is about, and the number of the comment that calls for it. */
  draft: z.object({ id: Uuid, title: z.string(), comment: z.number().int().nullable() }).optional(),
})
export type TaskView = z.infer<typeof TaskView>

export const notices = {
  tasks: endpoint({
    method: 'GET',
    path: '/api/tasks',
    summary: 'What the actor owes, by when',
    access: 'signed-in',
    status: 200,
    response: z.object({ items: z.array(TaskView) }),
    problems: [],
  }),
}

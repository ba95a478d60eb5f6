import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Code, Day, Reason, Text } from './wire.ts'

export const UnitView = z.object({
  id: Code,
  stateCode: z.string(),
  name: z.string(),
  kind: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  successorId: Code.nullable(),
})
export type UnitView = z.infer<typeof UnitView>
export const ClusterView = z.object({
  id: Code,
  name: Text,
  years: z.array(z.object({ year: z.number().int(), unitIds: z.array(Code) })),
})
export type ClusterView = z.infer<typeof ClusterView>

const NewCode = z.string().regex(/^[A-Z][A-Z0-9]{1,19}$/)

export const units = {
  list: endpoint({
    method: 'GET',
    path: '/api/units',
    summary: 'Units over time',
    access: 'signed-in',
    status: 200,
    response: z.object({ items: z.array(UnitView) }),
    problems: [],
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/units',
    summary: 'A unit comes to be',
    access: ['administrator'],
    body: z.object({
      id: NewCode,
      stateCode: z.string().regex(/^\d{2}$/),
      name: Reason(80),
      kind: z.enum(['province', 'city', 'ministry', 'other']),
      validFrom: Day,
    }),
    status: 201,
    response: UnitView,
    problems: ['unit-exists'],
  }),
  end: endpoint({
    method: 'POST',
    path: '/api/units/:unitId/end',
    summary: 'A unit ends, with its successor',
    access: ['administrator'],
    params: z.object({ unitId: Code }),
    body: z.object({ validTo: Day, successorId: Code.nullable() }),
    status: 200,
    response: UnitView,
    problems: ['not-found', 'unit-ended', 'unknown-unit', 'invalid-request'],
  }),
  listClusters: endpoint({
    method: 'GET',
    path: '/api/clusters',
    summary: 'Clusters and who belonged to them in which year',
    access: 'signed-in',
    status: 200,
    response: z.object({ items: z.array(ClusterView) }),
    problems: [],
  }),
  createCluster: endpoint({
    method: 'POST',
    path: '/api/clusters',
    summary: 'A cluster comes to be',
    access: ['administrator'],
    body: z.object({ id: NewCode, name: z.object({ vi: Reason(200), en: Reason(200) }) }),
    status: 201,
    response: ClusterView,
    problems: ['cluster-exists'],
  }),
  setMembers: endpoint({
    method: 'PUT',
    path: '/api/clusters/:clusterId/members/:year',
    summary: 'Who belongs to the cluster in a year, in order',
    access: ['administrator'],
    params: z.object({ clusterId: Code, year: z.coerce.number<number>().int().min(1948).max(9999) }),
    body: z.object({ unitIds: z.array(Code).min(1).max(500) }),
    status: 200,
    response: ClusterView,
    problems: ['not-found', 'unknown-unit', 'season-running', 'invalid-request'],
  }),
}

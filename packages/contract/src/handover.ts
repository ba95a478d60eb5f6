import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { SeasonId } from './wire.ts'

export const handover = {
  download: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId/handover',
    summary: 'A finalized season as one zip, with a manifest that `bangvang verify` checks',
    access: ['chair', 'secretary', 'reviewer'],
    params: z.object({ seasonId: SeasonId }),
    status: 200,
    response: 'file',
    problems: ['not-found'],
  }),
}

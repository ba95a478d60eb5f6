import type { PactContent } from '@bangvang/core/pacts/close-pact'
import type { RegistrationContent } from '@bangvang/core/pacts/registration'
import type { Db } from '../../db.ts'
import type { PaperSeason } from './store.ts'

/** The pact as it was closed; null while it is open. */
export async function findPact(db: Db, seasonId: string): Promise<PactContent | null> {
  const row = await db.pact.findUnique({ where: { seasonId }, select: { content: true } })
  return row === null ? null : (row.content as unknown as PactContent)
}

export type SignedRegistration = {
  unit: { name: string; kind: string }
  content: RegistrationContent | null
  signed: { by: string; at: Date } | null
}

/** Each unit in the cluster's order with what its leader signed; a registration opened again is not signed. */
export async function listRegistrations(
  db: Db,
  { id: seasonId, clusterId, year }: PaperSeason,
): Promise<SignedRegistration[]> {
  const members = await db.clusterMember.findMany({
    where: { clusterId, year },
    select: { unitId: true, unit: { select: { name: true, kind: true } } },
    orderBy: { position: 'asc' },
  })
  const rows = await db.pactRegistration.findMany({
    where: { seasonId, status: 'signed' },
    select: {
      unitId: true,
      signatures: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { content: true, signedBy: true, signedAt: true },
      },
    },
  })
  const signatures = new Map(rows.map(({ unitId, signatures: [last] }) => [unitId, last]))
  return members.map(({ unitId, unit }) => {
    const signature = signatures.get(unitId)
    if (signature === undefined) return { unit, content: null, signed: null }
    const content = signature.content as unknown as RegistrationContent
    return { unit, content, signed: { by: signature.signedBy, at: signature.signedAt } }
  })
}

/** The legal basis of the criteria in force. */
export async function legalBasisOf(db: Db, criteriaVersionId: string): Promise<string> {
  const { legalBasis } = await db.criteriaVersion.findUniqueOrThrow({
    where: { id: criteriaVersionId },
    select: { legalBasis: true },
  })
  return legalBasis
}

/** A unit's signature in the pact: the hash of its registration, who signed it and when (ISO 8601, UTC). */
export type PactSignature = { unit: string; sha256: string; signedBy: string; signedAt: string }

/** The pact as it is closed and hashed: who signed what, and who stands without. */
export type PactContent = {
  format: 'bangvang.pact/1'
  season: { id: string; year: number }
  signatures: PactSignature[]
  without: string[]
  closedAt: string
  closedBy: string
}

export type CloseRefusal = { reason: 'pact-unsigned'; unitIds: string[] }

/**
 * The chair closes the pact on exactly the signatures that were shown: `without` names every unit that has none, so
 * that none is left out unseen (a unit without a pact may be kept out of the ranking by a gate of the criteria).
 */
export function closePact(facts: {
  unitIds: readonly string[]
  signatures: readonly PactSignature[]
  without: readonly string[]
}): { ok: true } | { ok: false; refusal: CloseRefusal } {
  const signed = new Set(facts.signatures.map(({ unit }) => unit))
  const unsigned = facts.unitIds.filter((unitId) => !signed.has(unitId))
  const named = new Set(facts.without)
  const isAsShown = unsigned.length === named.size && unsigned.every((unitId) => named.has(unitId))
  return isAsShown ? { ok: true } : { ok: false, refusal: { reason: 'pact-unsigned', unitIds: unsigned } }
}

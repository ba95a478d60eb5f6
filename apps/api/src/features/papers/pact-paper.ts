import { basisLines } from '@bangvang/papers/basis-lines'
import { pact } from '@bangvang/papers/builders/pact'
import { criteriaInForce } from '../../criteria-in-force.ts'
import { unitWords } from './issue-words.ts'
import { findPact, legalBasisOf, listRegistrations } from './pact-store.ts'
import type { Source } from './source.ts'

export const pactSource: Source = {
  matters: async ({ db, season }) => {
    if (season.criteriaVersionId === null) return []
    const isClosed = (await findPact(db, season.id)) !== null
    const isEmpty = !isClosed && (await listRegistrations(db, season)).every(({ signed }) => signed === null)
    if (isEmpty) return []
    return [{ aboutId: '', title: null, facts: { of: 'pact', isClosed }, isFinal: isClosed }]
  },
  build: async ({ database, db, season }, _matter, issue) => {
    if (season.criteriaVersionId === null) return null
    const { document: criteria } = await criteriaInForce(database, season.criteriaVersionId)
    const registrations = await listRegistrations(db, season)
    const facts = {
      clusterName: season.clusterName.vi,
      year: season.year,
      criteria,
      legalBasis: basisLines(await legalBasisOf(db, season.criteriaVersionId)),
      units: registrations.map(({ unit, content, signed }) => ({
        name: unitWords(unit),
        label: unit.name,
        targets: content?.targets ?? [],
        movements: (content?.movements ?? []).map(({ title }) => title),
        signed,
      })),
    }
    return pact(facts, issue)
  },
}

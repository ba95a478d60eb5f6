import { readFileSync } from 'node:fs'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { type Figure, type Indicator, sampleFigures } from './figures.ts'

/** A unit as data/units.json tells it. */
export type SampleUnit = {
  code: string
  stateCode: string
  name: string
  kind: 'province' | 'city'
  validFrom: string
  validTo: string | null
  successor: string | null
}
type Units = {
  units: SampleUnit[]
  cluster: { code: string; name: { vi: string; en: string }; year: number; members: string[] }
}

const data = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'))

/** Units over time and the cluster of 2020. */
export const { units, cluster } = data<Units>('units.json')

/** The nine provinces of 2020, in the cluster's order. */
export const members = cluster.members.flatMap((code) => units.filter((unit) => unit.code === code))

/** The name of a province of 2020. */
export const nameOf = (unitId: string): string => members.find(({ code }) => code === unitId)?.name ?? unitId

export const seasonIdOf = (year: number): string => `${cluster.code}-${year}`

const criteria = data<CriteriaDocument>('criteria-dbsh-2020.json')

/** The criteria of a year: those of 2020, and for the year before the same, said to be illustrative. */
export function criteriaOf(year: number): CriteriaDocument {
  if (year === criteria.year) return criteria
  const { vi, en } = criteria.title
  const renamed = (text: string) => text.replace('2020', String(year))
  return {
    ...criteria,
    year,
    title: { vi: `${renamed(vi)} (minh họa)`, en: `${renamed(en)} (illustrative)` },
  }
}

/** What each unit reports in a year, by unit and criterion. */
export function figuresOf(year: number): Map<string, Map<string, Figure>> {
  const indicators = data<Indicator[]>('indicators-2020.json')
  return sampleFigures(criteriaOf(year), { year, indicators, units: members })
}

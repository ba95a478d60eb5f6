import { toMillionths } from '../numbers/decimal.ts'
import { compareIntegers } from '../numbers/integer.ts'
import { checkCap, checkSections } from './check-sections.ts'
import { checkStanding } from './check-standing.ts'
import { type CriteriaFault, FaultList } from './fault.ts'
import { Place } from './place.ts'

export type { CriteriaFault, CriteriaFaultCode } from './fault.ts'

const MOST_DECIMALS = 3
const DOCUMENT = {
  required: ['format', 'code', 'year', 'title', 'decimals', 'maxPoints', 'sections'],
  optional: ['bonusCap', 'penaltyCap', 'gates', 'grades', 'tieBreakers'],
}

/**
 * Every fault of a criteria document at once, one a path, sorted by path; [] means it is a CriteriaDocument
 * (scoring.md "A criteria document that contradicts itself").
 */
export function checkCriteria(document: unknown): CriteriaFault[] {
  const faults = new FaultList()
  const root = new Place(faults, '', document)
  root.checkShape(DOCUMENT)
  root.field('format')?.oneOf(['bangvang.criteria/1'])
  root.field('code')?.checkCode(new Set())
  root.field('title')?.checkText()
  checkInteger(root.field('year'))
  const decimals = checkDecimals(root.field('decimals'))
  checkCap(root.field('bonusCap'), decimals)
  checkCap(root.field('penaltyCap'), decimals)
  const maxPoints = root.field('maxPoints')?.decimal('notNegative')
  const sections = root.field('sections')
  const found = sections && checkSections(sections, decimals)
  checkStanding(root, found ?? { sections: new Set(), criteria: new Set(), scoredMax: 0 })
  if (found !== undefined && maxPoints !== undefined && !faults.hasIn('sections')) {
    const isSum = compareIntegers(found.scoredMax, toMillionths(maxPoints)) === 0
    if (!isSum) root.at('maxPoints').refuse('sum_mismatch')
  }
  return faults.sorted()
}

function checkInteger(field: Place | undefined): number | undefined {
  if (field === undefined) return undefined
  if (typeof field.value === 'number' && Number.isInteger(field.value)) return field.value
  field.refuse('not_an_integer')
  return undefined
}

function checkDecimals(field: Place | undefined): number | undefined {
  const decimals = checkInteger(field)
  if (decimals === undefined) return undefined
  if (decimals >= 0 && decimals <= MOST_DECIMALS) return decimals
  field?.refuse('out_of_range')
  return undefined
}

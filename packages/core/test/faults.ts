import { checkCriteria } from '../src/criteria/check.ts'
import { makeCriterion, makeDocument, makeSection } from './make.ts'

export type Fault = [path: string, code: string]
/** The path of the only criterion. */
export const criterion = 'sections.0.criteria.0'

/** The faults of a document whose only criterion has these fields in place of its own. */
export function faultsOf(changes: object, document: object = {}): Fault[] {
  const changed = { ...makeCriterion(), ...changes }
  const whole = {
    ...makeDocument({ sections: [makeSection({ criteria: [changed] })] }),
    maxPoints: '60',
    ...document,
  }
  return checkCriteria(whole).map(({ path, code }) => [path, code])
}

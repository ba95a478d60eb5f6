import { type CriteriaFault, checkCriteria } from '@bangvang/core/criteria/check'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'

/** What a chosen file turned out to be. */
export type CriteriaFile =
  | { kind: 'unreadable' }
  | { kind: 'faulty'; faults: CriteriaFault[] }
  | { kind: 'sound'; document: CriteriaDocument }

/** Reads a criteria document from a file's text and names every fault, by the very check the server makes. */
export function readCriteria(text: string): CriteriaFile {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { kind: 'unreadable' }
  }
  const faults = checkCriteria(parsed)
  return faults.length > 0
    ? { kind: 'faulty', faults }
    : { kind: 'sound', document: parsed as CriteriaDocument }
}

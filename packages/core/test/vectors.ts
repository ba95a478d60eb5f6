/// <reference types="node" />
import { readFileSync } from 'node:fs'
import type { Submission } from '../src/assessments/answer.ts'
import type { UnitResult } from '../src/assessments/result.ts'
import type { Question, TallyResult, Turnout } from '../src/ballots/tally.ts'
import type { CriteriaDocument } from '../src/criteria/document.ts'
import type { RankingRow } from '../src/rankings/rank.ts'

/** The worked cases of this package, for tests alone: a difference from one of them is a defect. */
export type ScoringVector = {
  name: string
  criteria: CriteriaDocument
  submissions: Submission[]
  expect: { results: UnitResult[]; ranking: RankingRow[] }
  invalid: { submission: unknown; problems: { path: string; code: string }[] }
}
export type FaultVector = { name: string; criteria: unknown; problems: { path: string; code: string }[] }
export type TallyVector = {
  name: string
  question: Question
  turnout: Turnout
  expect: TallyResult
  invalid: { turnout: unknown; problems: { path: string; code: string }[] }
}

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8'))

export const readScoringVectors = (): ScoringVector[] => read('scoring')
export const readFaultVectors = (): FaultVector[] => read('criteria-faults')
export const readTallyVectors = (): TallyVector[] => read('tally')

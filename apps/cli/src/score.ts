import { checkSubmissions, type SubmissionFault } from '@bangvang/core/assessments/check-submissions'
import { compileCriteria, scoreUnits } from '@bangvang/core/assessments/score'
import { isObject } from '@bangvang/core/criteria/by-code'
import { checkCriteria } from '@bangvang/core/criteria/check'
import { rankUnits } from '@bangvang/core/rankings/rank'
import { type Answered, jsonCommand } from './answer-json.ts'
import type { Command } from './terminal.ts'

/** `{criteria, submissions}` in, `{results, ranking}` or `{problems}` out (scoring.md "From a terminal"). */
export const score: Command = jsonCommand('score', {
  answer: scoreInput,
  notJson: { problems: [{ unit: null, path: '', code: 'not_json' }] },
})

type Input = {
  criteria: Parameters<typeof compileCriteria>[0]
  submissions: Parameters<typeof scoreUnits>[1]
}

function scoreInput(input: unknown): Answered {
  if (!isObject(input)) return refused([{ unit: null, path: '', code: 'wrong_shape' }])
  const faults = checkCriteria(input.criteria)
  if (faults.length > 0) return refused(faults.map((fault) => ({ unit: null, ...fault })))
  // Sound, so it is what the types say.
  const { criteria, submissions } = input as Input
  const problems = checkSubmissions(criteria, submissions)
  if (problems.length > 0) return refused(problems)
  const results = scoreUnits(compileCriteria(criteria), submissions)
  return { isRefused: false, output: { results, ranking: rankUnits(criteria, results) } }
}

type Problem = Omit<SubmissionFault, 'code'> & { code: string }

function refused(problems: Problem[]): Answered {
  return { isRefused: true, output: { problems } }
}

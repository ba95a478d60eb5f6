import { ApiProblem } from '@bangvang/contract/client'
import { type ProblemCode, problems } from '@bangvang/contract/problem'
import { expect } from 'vitest'

/** Expects a call to be refused with this code and its status; gives the problem back. */
export async function refusal(call: Promise<unknown>, code: ProblemCode) {
  const error = await call.then(
    () => new Error(`not refused: ${code}`),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ApiProblem)) throw error
  expect({ code: error.code, status: error.problem.status }).toEqual({ code, status: problems[code].status })
  return error.problem
}

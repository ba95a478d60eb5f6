import { checkQuestion, checkTurnout, type Question, type Turnout, tally } from '@bangvang/core/ballots/tally'
import { isObject } from '@bangvang/core/criteria/by-code'
import { type Answered, jsonCommand } from './answer-json.ts'
import type { Command } from './terminal.ts'

/**
 * `{question, turnout}` in, the result or `{problems}` out (tally.md "From a terminal"). A fault of the question stands at its path
 * behind `question`; a turnout's at its own path.
 */
export const tallyCommand: Command = jsonCommand('tally', {
  answer: tallyInput,
  notJson: { problems: [{ path: '', code: 'not_json' }] },
})

function tallyInput(input: unknown): Answered {
  if (!isObject(input)) return refused([{ path: '', code: 'wrong_shape' }])
  const faults = checkQuestion(input.question)
  if (faults.length > 0) {
    return refused(
      faults.map(({ path, code }) => ({ path: path === '' ? 'question' : `question.${path}`, code })),
    )
  }
  // Sound, so it is what the types say.
  const { question, turnout } = input as { question: Question; turnout: Turnout }
  const problems = checkTurnout(question, turnout)
  if (problems.length > 0) return refused(problems)
  return { isRefused: false, output: tally(question, turnout) }
}

function refused(problems: { path: string; code: string }[]): Answered {
  return { isRefused: true, output: { problems } }
}

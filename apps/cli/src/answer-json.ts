import { linesOf } from './lines.ts'
import { type Command, parseJson, readJsonFile } from './terminal.ts'

/** What a command answers to one input: printed as one line of JSON, refused or not. */
export type Answered = { isRefused: boolean; output: unknown }

/** A command over JSON: how it answers a value, and what it answers to a line that is no JSON. */
export type JsonCommand = { answer: (input: unknown) => Answered; notJson: unknown }

const lineOf = (output: unknown) => `${JSON.stringify(output)}\n`

/**
 * A command that takes FILE, one JSON value, or `-`: one value a line, answered one line each, in order, every line (also a
 * blank one) so that the nth answer is the nth line's. Exit codes: with FILE, 1 where it is refused; with `-`, 0.
 */
export function jsonCommand(name: string, { answer, notJson }: JsonCommand): Command {
  return async (words, terminal) => {
    const [file, ...rest] = words
    if (file === undefined || rest.length > 0) {
      terminal.say(`usage: bangvang ${name} FILE   or   bangvang ${name} -   (one JSON object a line)`)
      return 2
    }
    if (file === '-') {
      for await (const lines of linesOf(terminal.input)) {
        const answers = lines.map((line) => {
          const parsed = parseJson(line)
          return lineOf(parsed.ok ? answer(parsed.value).output : notJson)
        })
        await terminal.write(answers.join(''))
      }
      return 0
    }
    const read = await readJsonFile(file, terminal)
    if (!read.ok) {
      terminal.say(read.sentence)
      return 2
    }
    const { isRefused, output } = answer(read.value)
    await terminal.write(lineOf(output))
    return isRefused ? 1 : 0
  }
}

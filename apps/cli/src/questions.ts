import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import type { Terminal } from './terminal.ts'

/** Asks on standard error, one line an answer; a secret is not shown while it is typed. Null: the person broke off. */
export type Questions = {
  ask: (question: string) => Promise<string | null>
  askSecret: (question: string) => Promise<string | null>
  close: () => void
}

/** Questions to a person at a terminal. */
export function openQuestions({ input }: Terminal): Questions {
  let isSecret = false
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      if (!isSecret) process.stderr.write(chunk)
      done()
    },
  })
  const lines = createInterface({ input, output, terminal: true, historySize: 0 })
  const ask = (question: string) =>
    new Promise<string | null>((answered) => {
      const breakOff = () => answered(null)
      lines.once('close', breakOff)
      lines.question(question, (answer) => {
        lines.off('close', breakOff)
        answered(answer)
      })
    })
  const askSecret = async (question: string) => {
    process.stderr.write(question)
    isSecret = true
    const answer = await ask('')
    isSecret = false
    process.stderr.write('\n')
    return answer
  }
  return { ask, askSecret, close: () => lines.close() }
}

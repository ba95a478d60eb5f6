import type { Readable } from 'node:stream'
import { ProblemError } from '../http/problem.ts'

/** The bytes of an upload that is read whole and kept nowhere; throws `too-large` beyond `most` bytes. */
export async function collect(stream: Readable, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > most) throw new ProblemError('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

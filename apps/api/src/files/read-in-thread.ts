import { Worker } from 'node:worker_threads'

const limits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

/**
 * What a reader (plain JavaScript, so that the thread starts without a loader) says of a file, in a thread with bounded memory
 * and time and an empty environment; null where it says nothing, fails, or takes longer than `patience` milliseconds.
 */
export async function readInThread<T>(reader: URL, workerData: unknown, patience: number): Promise<T | null> {
  const worker = new Worker(reader, { workerData, resourceLimits: limits, execArgv: [], env: {} })
  return new Promise<T | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), patience)
    worker.once('message', resolve)
    worker.once('error', () => resolve(null))
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve(null)
    })
  }).finally(() => worker.terminate())
}

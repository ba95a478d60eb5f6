import { connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { checkoutId } from './checkout.mjs'
import { say } from './say.mjs'

// An abstract socket: the kernel lets go of it when its process dies, so a lock is never stale.
const addressOf = (name) => `\0bangvang-${checkoutId}-${name}`

/**
 * Takes a name that one process of this clone may hold at a time.
 * `tell()` is what the holder answers to whoever comes second.
 * Answers { held: true, release() } or { held: false, told }.
 */
export function hold(name, tell = () => '') {
  return new Promise((resolve, reject) => {
    const server = createServer((caller) => caller.on('error', () => {}).end(tell()))
    server.on('error', (error) => {
      if (error.code !== 'EADDRINUSE') reject(error)
      else ask(name).then((told) => resolve({ held: false, told }))
    })
    server.listen(addressOf(name), () => {
      server.unref()
      resolve({ held: true, release: () => server.close() })
    })
  })
}

/** Runs `work` while no other process of this clone runs work of that name; waits for its turn. */
export async function alone(name, work) {
  let lock = await hold(name)
  if (!lock.held) say('Chờ một lệnh khác trong thư mục này', 'Waiting for another command in this folder')
  while (!lock.held) {
    await wait(300)
    lock = await hold(name)
  }
  try {
    return await work()
  } finally {
    lock.release()
  }
}

function ask(name) {
  return new Promise((resolve) => {
    let told = ''
    const line = connect(addressOf(name))
    line.setTimeout(1000, () => line.destroy())
    line.on('data', (part) => {
      told += part
    })
    line.on('error', () => {})
    line.on('close', () => resolve(told))
  })
}

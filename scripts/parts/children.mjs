import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { checkout } from './checkout.mjs'
import { Stop, say, sayFailure } from './say.mjs'

const endings = []
let ended

/** What must be done before this process ends, however it ends; the last one asked for is done first. */
export function beforeEnding(act) {
  endings.push(act)
}

/** Does everything asked for by beforeEnding, once. */
export function end() {
  ended ??= (async () => {
    for (const act of endings.reverse()) await act().catch(sayFailure)
  })()
  return ended
}

/**
 * Runs a command to its end, tidies up, and exits. `work` answers the exit code (nothing is 0).
 * Ctrl-C, SIGTERM and a closed terminal end it early, with `interrupted()` or 128 + the signal as exit code.
 */
export async function main(work, interrupted = (signal) => 128 + constants.signals[signal]) {
  const signalled = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve({ signal }))
  })
  const worked = work().then(
    (code) => ({ code: code ?? 0 }),
    (error) => ({ error, code: 1 }),
  )
  const outcome = await Promise.race([worked, signalled])
  if (outcome.signal) say('Đang dừng', 'Stopping')
  if (outcome.error) sayFailure(outcome.error)
  await end()
  process.exit(outcome.signal ? interrupted(outcome.signal) : outcome.code)
}

/**
 * Starts a process in a group of its own, so that Ctrl-C reaches only us and we choose the order of stopping.
 * `exited` settles when it is gone and all it printed was read: { code, signal } or { error } if it never began.
 */
export function startChild(file, args, options = {}) {
  if (ended) throw new Stop('Đang dừng', 'Stopping')
  const child = spawn(file, args, { cwd: checkout, detached: true, ...options })
  const exited = new Promise((resolve) => {
    child.on('error', (error) => resolve({ error }))
    child.on('close', (code, signal) => resolve({ code, signal }))
  })
  return { child, exited }
}

/** Asks a process to stop and waits; after `patience` milliseconds its whole group is killed. */
export async function stopChild({ child, exited }, signal = 'SIGTERM', patience = 10_000) {
  if (isGone(child)) return
  child.kill(signal)
  const gone = await Promise.race([exited, wait(patience, null, { ref: false })])
  if (gone === null) signalGroup(child, 'SIGKILL')
  await exited
}

/** Interrupts a program as a terminal would, all of its processes; what is left of them is killed. */
async function interrupt({ child, exited }) {
  if (isGone(child)) return
  signalGroup(child, 'SIGINT')
  await Promise.race([exited, wait(10_000, null, { ref: false })])
  signalGroup(child, 'SIGKILL')
  await exited
}

const isGone = (child) => child.pid === undefined || child.exitCode !== null || child.signalCode !== null

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

/**
 * Runs another program to its end. Its output goes to the screen, or with `quiet` is shown only if it fails.
 * Answers what it printed when quiet; throws Stop when it fails.
 */
export async function run(file, args, { quiet = false, ...options } = {}) {
  const running = startChild(file, args, {
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    ...options,
  })
  beforeEnding(() => interrupt(running))
  const printed = []
  for (const stream of [running.child.stdout, running.child.stderr])
    stream?.on('data', (part) => printed.push(part))
  const { code, signal, error } = await running.exited
  const output = Buffer.concat(printed).toString()
  if (code === 0) return output
  const how = error?.message ?? signal ?? `exit ${code}`
  const shown = [file.replace(`${checkout}/`, ''), ...args].join(' ')
  throw new Stop(`Không chạy được: ${shown} (${how})`, 'That command failed', output.trimEnd())
}

import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { checkout, keptFolder } from './checkout.mjs'
import { beforeEnding, startChild, stopChild } from './children.mjs'
import { Stop } from './say.mjs'

/** Where to listen: PORT (3000) and HOST (127.0.0.1: this machine alone), refused at once when it cannot be. */
export async function chooseAddress() {
  const host = process.env.HOST || '127.0.0.1'
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Stop(`PORT không phải một cổng: ${process.env.PORT}`, 'PORT must be a number from 1 to 65535')
  // What a killed start left behind lets go of the port within a second or two.
  let refused = await listeningFault(host, port)
  for (let attempt = 1; refused === 'EADDRINUSE' && attempt <= 10; attempt++) {
    await wait(300)
    refused = await listeningFault(host, port)
  }
  if (refused === 'EADDRINUSE')
    throw new Stop(
      `Cổng ${port} đang có chương trình khác dùng`,
      `Port ${port} is taken; try: PORT=${port + 1} npm start`,
    )
  if (refused)
    throw new Stop(`Không mở được ${host}:${port}`, `Cannot listen on ${host}:${port} (${refused})`)
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return { host, port, url: `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}` }
}

/**
 * Starts the API and waits until it and its database are well. With `log`, what it prints goes to that file of
 * .bangvang/ and its end is shown if it fails. Answers { exited }.
 */
export async function startApi({ environment, address, log }) {
  const file = log && join(keptFolder, log)
  const output = file ? openSync(file, 'w', 0o600) : 'inherit'
  const imports = ['./scripts/parts/leave-with-parent.mjs', 'tsx'].flatMap((name) => ['--import', name])
  const running = startChild(process.execPath, [...imports, 'apps/api/src/server.ts'], {
    stdio: ['ignore', output, output, 'ipc'],
    env: {
      ...environment,
      HOST: address.host,
      PORT: String(address.port),
      WEB_FOLDER: join(checkout, 'apps/web/dist'),
      NODE_ENV: 'production',
    },
  })
  if (file) closeSync(output)
  beforeEnding(() => stopChild(running))
  const exited = running.exited.then(({ code, signal }) => {
    const end = file ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-20).join('\n') : ''
    return new Stop('Máy chủ đã dừng', `The server stopped (${signal ?? `exit ${code}`})`, end)
  })
  const failure = await Promise.race([exited, untilWell(address.url)])
  if (failure) throw failure
  return { exited }
}

async function untilWell(url) {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5000) }).catch(
      () => undefined,
    )
    if (answer?.ok) return
    await wait(50)
  }
  return new Stop('Máy chủ không sẵn sàng sau một phút', `${url}/api/health is not well after a minute`)
}

/** The code of what keeps one from listening there, or undefined. */
function listeningFault(host, port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', (error) => resolve(error.code))
    server.listen(port, host, () => server.close(() => resolve()))
  })
}

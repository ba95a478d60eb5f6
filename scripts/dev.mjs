import { chooseAddress } from './parts/api.mjs'
import { command } from './parts/checkout.mjs'
import { main, run } from './parts/children.mjs'
import { hold } from './parts/lock.mjs'
import { freePort } from './parts/postgres.mjs'
import { prepare } from './parts/prepare.mjs'
import { startSampleDatabase } from './parts/sample-database.mjs'
import { Stop, say } from './parts/say.mjs'

/** Pages and API that follow every edit, on the database of `npm start`. */
async function develop() {
  const lock = await hold('start')
  if (!lock.held)
    throw new Stop('npm start đang chạy ở đây', 'npm start is running in this folder: stop it first')
  const { host, port, url } = await chooseAddress()
  await prepare()
  const { environment } = await startSampleDatabase()
  const apiPort = String(await freePort())
  const api = run(command('tsx'), ['watch', '--clear-screen=false', 'apps/api/src/server.ts'], {
    env: { ...environment, NODE_ENV: 'development', HOST: '127.0.0.1', PORT: apiPort },
  })
  const address = ['--host', host, '--port', String(port), '--strictPort']
  const pages = run('npm', ['run', '--silent', 'dev', '-w', '@bangvang/web', '--', ...address], {
    env: { ...environment, NODE_ENV: 'development', BANGVANG_API: `http://127.0.0.1:${apiPort}` },
  })
  say(`Bảng Vàng: ${url}`, 'Ctrl-C để dừng, stops it')
  await Promise.all([api, pages])
}

await main(develop, () => 0)

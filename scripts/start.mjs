import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sayAccounts } from './parts/accounts.mjs'
import { chooseAddress, startApi } from './parts/api.mjs'
import { keptFolder } from './parts/checkout.mjs'
import { main } from './parts/children.mjs'
import { hold } from './parts/lock.mjs'
import { buildWeb, prepare } from './parts/prepare.mjs'
import { migrateAndSay, startSampleDatabase } from './parts/sample-database.mjs'
import { Stop, say } from './parts/say.mjs'

let servedAt = ''

/** The newcomer's start: the embedded PostgreSQL with the sample year. */
async function startOnSample() {
  const lock = await hold('start', () => servedAt || '(chưa xong · not ready yet)')
  if (!lock.held) throw new Stop(`Đang chạy rồi ${lock.told}`, `Already running in this folder ${lock.told}`)
  const address = await chooseAddress()
  await prepare()
  await buildWeb()
  const database = await startSampleDatabase()
  const api = await startApi({ environment: database.environment, address, log: 'api.log' })
  sayAccounts()
  sayServing(address)
  const databaseGone = database.exited.then(
    () => new Stop('PostgreSQL đã dừng', 'PostgreSQL stopped; start again'),
  )
  throw await Promise.race([api.exited, databaseGone])
}

/** The real thing: a PostgreSQL that others keep. Nothing embedded is started and no sample is loaded. */
async function startOnOwnDatabase() {
  const { DATABASE_OWNER_URL, BANGVANG_SAMPLE: _, ...environment } = process.env
  const address = await chooseAddress()
  await prepare()
  await buildWeb()
  say('Dùng PostgreSQL ở DATABASE_URL', 'Using the PostgreSQL of DATABASE_URL')
  const webUrl = environment.DATABASE_URL
  await migrateAndSay({ ownerUrl: DATABASE_OWNER_URL || webUrl, webUrl })
  environment.FILES_FOLDER ||= join(keptFolder, 'files')
  mkdirSync(environment.FILES_FOLDER, { recursive: true, mode: 0o700 })
  say(`Minh chứng nằm ở ${environment.FILES_FOLDER}`, 'That folder keeps the evidence')
  const api = await startApi({ environment, address })
  sayServing(address)
  throw await api.exited
}

function sayServing(address) {
  servedAt = address.url
  say(`Bảng Vàng: ${address.url}`, 'Ctrl-C để dừng, stops it')
}

await main(process.env.DATABASE_URL ? startOnOwnDatabase : startOnSample, () => 0)

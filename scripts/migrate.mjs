import { main } from './parts/children.mjs'
import { prepare } from './parts/prepare.mjs'
import { migrateAndSay } from './parts/sample-database.mjs'
import { Stop, say } from './parts/say.mjs'

await main(async () => {
  const { DATABASE_URL: webUrl, DATABASE_OWNER_URL: ownerUrl = webUrl } = process.env
  if (!webUrl)
    throw new Stop('Chưa đặt DATABASE_URL', 'Set DATABASE_URL: the embedded database migrates by itself')
  await prepare()
  await migrateAndSay({ ownerUrl, webUrl })
  say('Cơ sở dữ liệu đã mới nhất', 'The database is up to date')
})

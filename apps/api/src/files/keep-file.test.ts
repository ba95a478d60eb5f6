import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { laws } from '@bangvang/contract/laws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tx } from '../db.ts'
import { openWorld, type World } from '../test/kit.ts'
import { shelved } from '../test/shelf.ts'
import type { Arrival } from './file-store.ts'
import { forgetFile, keepFiles } from './keep-file.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function arrive(words: string): Promise<Arrival> {
  const arrival = await world.app.deps.files.take(Readable.from([Buffer.from(words)]), 1000)
  if (arrival === null) throw new Error('too long')
  return arrival
}
/** Names the bytes beside a law, as its room does. */
const nameBeside = (lawId: string, { sha256, size }: Arrival) => {
  const named = {
    fileName: 'luat.pdf',
    fileContentType: 'application/pdf',
    fileSize: size,
    fileSha256: sha256,
  }
  return (tx: Tx) => tx.law.update({ where: { id: lawId }, data: named })
}
const nothing = { fileName: null, fileContentType: null, fileSize: null, fileSha256: null }
const unname = (lawId: string) => world.database.prisma.law.update({ where: { id: lawId }, data: nothing })
const kept = ({ sha256 }: Arrival) => world.app.deps.files.size(sha256)

test('bytes that came while the same ones were taken away are there for the row that names them', async () => {
  const { deps } = world.app
  const { first, second } = await shelved(world)
  const words = randomUUID()
  const old = await arrive(words)
  await keepFiles(deps, [old], nameBeside(first.id, old))
  const arrival = await arrive(words)
  await unname(first.id)
  await forgetFile(deps, old.sha256)
  expect(await kept(old)).toBeNull()
  await keepFiles(deps, [arrival], nameBeside(second.id, arrival))
  expect(await text(deps.files.get(arrival.sha256))).toBe(words)
})

test('who keeps bytes waits for who removes them, and the other way about', async () => {
  const { deps } = world.app
  const { first } = await shelved(world)
  const words = randomUUID()
  const stale = await arrive(words)
  await stale.keep()
  const arrival = await arrive(words)
  const events = new EventEmitter()
  const [isRemoving, mayRemove] = [once(events, 'removing'), once(events, 'go on')]
  const remove = async (sha256: string) => {
    events.emit('removing')
    await mayRemove
    await deps.files.remove(sha256)
  }
  const done: string[] = []
  const removal = forgetFile({ ...deps, files: { ...deps.files, remove } }, arrival.sha256)
  await isRemoving
  const keeping = keepFiles(deps, [arrival], async (tx) => {
    await nameBeside(first.id, arrival)(tx)
    done.push('kept')
  })
  // The removal has found no name and is about to take the bytes: nobody puts them there under its hands.
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(done).toEqual([])
  events.emit('go on')
  await Promise.all([removal, keeping])
  expect(await kept(arrival)).toBe(words.length)
  // A removal that comes while the row is written waits for it, and finds it.
  const again = await arrive(words)
  const late = await keepFiles(deps, [again], async (tx) => {
    await tx.law.update({ where: { id: first.id }, data: nothing })
    const forgetting = forgetFile(deps, again.sha256)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await nameBeside(first.id, again)(tx)
    return { forgetting }
  })
  await late.forgetting
  expect(await kept(again)).toBe(words.length)
})

test('where the row is refused nothing of the bytes stays, unless another row names them', async () => {
  const { deps } = world.app
  const { first } = await shelved(world)
  const [lonely, words] = [await arrive(randomUUID()), randomUUID()]
  const refusal = () => Promise.reject(new Error('refused'))
  await expect(keepFiles(deps, [lonely], refusal)).rejects.toThrow('refused')
  expect(await kept(lonely)).toBeNull()
  const named = await arrive(words)
  await keepFiles(deps, [named], nameBeside(first.id, named))
  await expect(keepFiles(deps, [await arrive(words)], refusal)).rejects.toThrow('refused')
  expect(await kept(named)).toBe(words.length)
})

test('one text put beside two laws and taken away again and again: whoever names it can read it', async () => {
  const { first, second } = await shelved(world)
  const keeper = world.as(await world.make.person({ role: 'reviewer' }))
  const pdf = new File([`%PDF-1.7\n${randomUUID()}\n%%EOF`], 'luat.pdf')
  const versions = { [first.id]: 1, [second.id]: 1 }
  const put = async (lawId: string) => {
    const query = { version: versions[lawId] ?? 1 }
    versions[lawId] = (await keeper(laws.putFile, { params: { lawId }, query, body: pdf })).version
  }
  const takeAway = async (lawId: string) => {
    const query = { version: versions[lawId] ?? 1 }
    versions[lawId] = (await keeper(laws.removeFile, { params: { lawId }, query })).version
  }
  let [has, lacks] = [first.id, second.id]
  await put(has)
  for (let turn = 0; turn < 12; turn += 1) {
    await Promise.all([put(lacks), takeAway(has)])
    ;[has, lacks] = [lacks, has]
    const read = (await keeper(laws.file, { params: { lawId: has }, query: {} })) as Blob
    expect(await read.text()).toBe(await pdf.text())
  }
})

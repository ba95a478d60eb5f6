import { randomUUID } from 'node:crypto'
import { type LawBody, laws } from '@bangvang/contract/laws'
import type { World } from './kit.ts'

/** Two laws on the shelf: one in force, and one whose place the first may take by `replace`. */
export async function shelved(world: World) {
  const keeper = world.as(await world.make.person({ role: 'reviewer' }))
  const decree = (number: string, replaces: LawBody['replaces'] = []): LawBody => ({
    kind: 'decree',
    number,
    title: { vi: 'Thi đua, khen thưởng', en: '' },
    issuer: 'Chính phủ',
    issuedOn: null,
    effectiveFrom: '2018-01-01',
    effectiveTo: null,
    replaces,
    link: null,
    note: '',
    uncertainty: '',
  })
  const put = (body: LawBody) => keeper(laws.create, { body })
  const number = () => `${randomUUID().slice(0, 8)}/NĐ-CP`
  const [first, second] = [await put(decree(number())), await put(decree(number()))]
  return {
    first,
    second,
    unknown: randomUUID(),
    /** A newer law takes the place of the first, wholly. */
    replace: () => put(decree(number(), [{ lawId: first.id, isInPart: false, note: '' }])),
  }
}

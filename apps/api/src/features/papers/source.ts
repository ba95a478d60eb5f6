import type { PaperMatter } from '@bangvang/core/papers/policy'
import type { Actor } from '@bangvang/core/people/actor'
import type { Paper } from '@bangvang/papers/document'
import type { Issue } from '@bangvang/papers/issue'
import type { Database, Db } from '../../db.ts'
import type { PaperSeason } from './store.ts'

/** In which season, for whom and when a paper is made; `db` may be a transaction. */
export type Reading = { database: Database; db: Db; season: PaperSeason; actor: Actor; now: Date }

/** A thing a paper can be made from. `aboutId` is "" where that is the season itself. */
export type Matter = {
  aboutId: string
  title: string | null
  facts: PaperMatter
  /** Whether what the paper tells can no longer change; until then it is DỰ THẢO. */
  isFinal: boolean
}

/** Where a kind of paper comes from: what there is to make it from, all or one, and the paper itself (null: nothing to show this actor). */
export type Source = {
  matters: (reading: Reading, aboutId?: string) => Promise<Matter[]>
  build: (reading: Reading, matter: Matter, issue: Issue) => Promise<Paper | null>
}

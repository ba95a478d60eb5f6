import { type CommentView, type DraftView, drafts } from '@bangvang/contract/drafts'
import { seasons } from '@bangvang/contract/seasons'
import type { Role } from '@bangvang/core/people/actor'
import { act, fireEvent, screen } from '@testing-library/react'
import { type Answer, answer, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { season, units } from '../../lib/small-cluster.ts'
import { draftId, draftOf } from './draft-sample.ts'
import { Routes } from './routes.tsx'

/** What a page test opens a draft with. */
export type Opened = {
  role?: Role
  draft?: Partial<DraftView>
  comments?: CommentView[]
  mayComment?: boolean
  mayAnswer?: boolean
  search?: string
}

/** Opens a draft's page over these answers; `sent` tells what was written, looks aside. */
export async function openDraft(opened: Opened, ...more: Answer[]) {
  const { role = 'reviewer', comments = [], mayComment = false, mayAnswer = false, search = '' } = opened
  Element.prototype.scrollIntoView = () => undefined
  const log = serve(
    answer(seasons.show, season('deliberation')),
    answer(drafts.show, draftOf(opened.draft)),
    answer(drafts.listComments, { items: comments, mayComment, mayAnswer }),
    answer(drafts.changes, { items: [] }),
    answer(drafts.look, { here: [] }),
    ...more,
  )
  const path = `/seasons/DBSH-2020/drafts/${draftId}`
  const view = await renderAt(<Routes />, { path: path + search, session: sessionOf(role, units[1]) })
  await screen.findByRole('heading', { level: 1 })
  return {
    ...view,
    log,
    sent: () =>
      log
        .filter(({ method, url }) => method !== 'GET' && !url.pathname.endsWith('/look'))
        .map(({ body }) => body),
    asked: () =>
      log
        .filter(({ method, url }) => method !== 'GET' && !url.pathname.endsWith('/look'))
        .map(({ method, url }) => `${method} ${url.pathname.replace(draftId, 'd')}`),
  }
}

export const click = (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })))
export const fill = (name: string | RegExp, value: string) =>
  act(async () => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } }))
/** Presses a key where the focus is. */
export const press = (key: string, more: Partial<KeyboardEventInit> = {}) =>
  act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })
  })
/** Puts the focus on a part of the text. */
export const standAt = (nodeId: string) => act(async () => document.getElementById(`part-${nodeId}`)?.focus())
/** Opens one of the lesser acts. */
export async function more(name: string | RegExp) {
  await click(/Việc khác/)
  await click(name)
}

import { drafts } from '@bangvang/contract/drafts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef } from 'react'
import { read } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Heading } from '../../ui/heading.tsx'
import { areKeysOn, isTyping } from './desk-keys.ts'
import { DraftsTable } from './drafts-table.tsx'

/** Every draft that waits for the central committee, across clusters, by deadline (screens.md 6). */
export function DeskPage() {
  const t = useWords()
  const root = useRef<HTMLElement>(null)
  const { data } = useSuspenseQuery(read(drafts.desk, {}))
  // What the reviewer has answered already stays on the desk, but does not wait.
  const waiting = data.items.filter(({ asked }) => asked !== 'answered').length
  const title = waiting === 0 ? t('draft-work.desk.titleNone') : t('draft-work.desk.title', { n: waiting })
  const onKeyDown = (event: KeyboardEvent) => {
    if (!areKeysOn() || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return
    const step = { j: 1, k: -1 }[event.key.toLowerCase()]
    if (step === undefined) return
    const links = [...(root.current?.querySelectorAll<HTMLElement>('tbody th a') ?? [])]
    const row = document.activeElement?.closest('tr')
    const at = links.findIndex((link) => link.closest('tr') === row)
    const next = at === -1 ? (step === 1 ? 0 : links.length - 1) : at + step
    links[Math.min(Math.max(next, 0), links.length - 1)]?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are heard from whatever in it has the focus
    <div className="reading wide" onKeyDown={onKeyDown}>
      <Heading title={title} />
      <p>{t(areKeysOn() ? 'draft-work.desk.lead' : 'draft-work.desk.keysOff')}</p>
      {data.items.length === 0 ? null : (
        <section ref={root}>
          <DraftsTable label={title} drafts={data.items} isAcross />
        </section>
      )}
    </div>
  )
}

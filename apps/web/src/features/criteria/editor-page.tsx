import { type DraftView, drafts } from '@bangvang/contract/drafts'
import type { CriteriaKind } from '@bangvang/core/drafts/draft'
import { inOrder } from '@bangvang/core/drafts/tree'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { read } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { EditorBar } from './editor-bar.tsx'
import { Outline } from './outline.tsx'
import { PartPanel, roleOf } from './part-panel.tsx'
import { TryOut } from './try-out.tsx'
import { type HeldDraft, useDraft, useOthers } from './use-draft.ts'
import { type Editor, useEditor } from './use-editor.ts'

const addable = ['section', 'heading', 'criterion', 'gate', 'grade', 'tieBreaker'] as const

function AddMenu({ onAdd }: { onAdd: (kind: CriteriaKind) => void }) {
  const t = useWords()
  return (
    <Popover
      buttonClass="btn sm"
      button={
        <>
          <Icon of={Plus} /> {t('criteria.edit.add')}
        </>
      }
    >
      {(close) => (
        <ul className="menu-list">
          {addable.map((kind) => (
            <li key={kind}>
              <button
                type="button"
                onClick={() => {
                  close()
                  onAdd(kind)
                }}
              >
                {t(`criteria.edit.adds.${kind}`)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  )
}

/** How many comments stand on each part, as the draft's page has them. */
function useCommentCounts(draftId: string): (id: string) => number {
  const { data } = useQuery(read(drafts.listComments, { params: { draftId } }))
  return (id) => data?.items.filter(({ anchor }) => anchor.nodeId === id).length ?? 0
}

/** The next part with a fault after the one that is open, in document order, from the top again at the end. */
function nextFaulty({ nodes, faultsAt }: Editor, selectedId: string | null): string | null {
  const order = inOrder(nodes).map(({ node }) => node.id)
  const from = order.indexOf(selectedId ?? '') + 1
  return [...order.slice(from), ...order.slice(0, from)].find((id) => faultsAt.has(id)) ?? null
}

/** Brings a part into sight in the outline; where the form stands under it, the form too, or its first fault. */
function open(id: string, isAtFault: boolean): void {
  requestAnimationFrame(() => {
    document.getElementById(`outline-${id}`)?.scrollIntoView({ block: 'nearest' })
    const panel = document.querySelector<HTMLElement>('.part-panel')
    const fault = panel?.querySelector<HTMLElement>('[aria-invalid]')
    if (isAtFault && fault) fault.focus()
    else if (window.matchMedia('(max-width: 720px)').matches) panel?.scrollIntoView({ block: 'start' })
  })
}

type Props = { draft: DraftView; held: HeldDraft }

function EditorOf({ draft, held }: Props) {
  const t = useWords()
  const editor = useEditor(draft, held)
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const here = useOthers(draft.id, held, selectedId)
  const commentsOf = useCommentCounts(draft.id)
  const isLocked = !draft.may.edit
  const root = editor.nodes.find(({ kind }) => kind === 'criteriaSet')
  const selected = editor.nodes.find(({ id }) => id === selectedId) ?? root
  const select = (id: string | null, isAtFault = false) => {
    setSelectedId(id)
    if (id !== null) open(id, isAtFault)
  }
  return (
    <div className="criteria-editor">
      <EditorBar
        draft={draft}
        editor={editor}
        here={here}
        onNextFault={() => select(nextFaulty(editor, selectedId), true)}
      />
      {isLocked ? <p className="notice">{t('criteria.edit.locked')}</p> : null}
      <Refusal error={editor.error} />
      <div className="editor-columns">
        <nav className="editor-outline" aria-label={t('criteria.edit.outline')}>
          <div className="outline-head">
            {isLocked ? null : <AddMenu onAdd={(kind) => select(editor.acts.add(kind, selected))} />}
            <small className="q">{t('criteria.edit.outlineHint')}</small>
          </div>
          <Outline
            editor={editor}
            isLocked={isLocked}
            selectedId={selected?.id ?? null}
            onSelect={select}
            commentsOf={commentsOf}
            draftAddress={`/seasons/${draft.seasonId}/drafts/${draft.id}`}
          />
        </nav>
        {selected === undefined ? (
          <p>{t('criteria.edit.choose')}</p>
        ) : (
          <PartPanel
            key={selected.id}
            editor={editor}
            node={selected}
            isLocked={isLocked}
            onRemoved={() => select(selected.parentId)}
          />
        )}
        <TryOut
          node={selected}
          role={roleOf(editor.nodes, selected)}
          decimals={root?.content.decimals}
          year={root?.content.year}
        />
      </div>
    </div>
  )
}

/** The editor of drafted criteria (issue 3, point 1). */
export function EditorPage({ draftId }: { draftId: string }) {
  const { draft, held } = useDraft(draftId)
  return <EditorOf draft={draft} held={held} />
}

import type { NodeView } from '@bangvang/contract/drafts'
import { positionBetween } from '@bangvang/core/drafts/position'
import type { FocusEvent, MouseEvent } from 'react'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { DocumentLines, PaperHead } from './document-page.tsx'
import { EditingBar } from './editing-bar.tsx'
import { NodeEditor } from './node-editor.tsx'
import { PickedBar } from './picked-bar.tsx'
import type { DeskFacts, DeskWork } from './use-desk-work.ts'

type Props = DeskFacts & { work: DeskWork; showsSeen: boolean; others: ReadonlyMap<string, string> }

const closest = (target: EventTarget, selector: string): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null

/** What a press on the paper does: quoted words open what is said of them; while editing, a part is written over. */
function useOnPress({ open, editing }: DeskWork) {
  return (event: MouseEvent) => {
    if (!document.getSelection()?.isCollapsed) return
    const isNumber = closest(event.target, '.nref') !== null
    const commentId = closest(event.target, '[data-comment]')?.dataset.comment
    const nodeId = closest(event.target, '[data-node]')?.dataset.node
    if (commentId !== undefined && (isNumber || !editing.isEditing)) {
      event.preventDefault()
      open(commentId)
    } else if (nodeId !== undefined && editing.isEditing) editing.edit(nodeId)
  }
}

function Nothing({ editing }: Pick<DeskWork, 'editing'>) {
  const t = useWords()
  if (!editing.isEditing) return <p className="q">{t('draft-work.page.empty')}</p>
  const start = () =>
    editing.edit(editing.acts.add({ parentId: null, position: positionBetween(null, null), kind: 'article' }))
  return (
    <p>
      <Button onClick={start}>{t('draft-acts.edit.start')}</Button>
    </p>
  )
}

/** The paper itself, read or edited in place. */
export function Paper({ draft, said, season, work, showsSeen, others }: Props) {
  const t = useWords()
  const { page, state, dispatch, model, unseen, anchor, compose, editing, presence } = work
  const { rows, editId } = editing
  const onFocus = ({ target }: FocusEvent) => {
    const nodeId = closest(target, '[data-node]')?.dataset.node
    if (nodeId !== undefined) dispatch({ act: 'stand', nodeId })
  }
  const editorOf = (node: NodeView, label: string) => {
    const row = rows.get(node.id)
    const isWritten = node.id === editId || row?.state === 'conflict' || row?.state === 'refused'
    if (!isWritten) return null
    return <NodeEditor key={node.id} node={node} label={label} editing={editing} hands={presence.hands} />
  }
  const place = season.units.find(({ id }) => id === season.chairUnitId)?.name ?? '…'
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the same is done by J, K and Enter
    <article
      ref={page}
      className="page"
      lang="vi"
      aria-label={t('draft-work.page.label')}
      onClick={useOnPress(work)}
      onFocus={onFocus}
    >
      <EditingBar editing={editing} hands={presence.hands} />
      <PaperHead draft={draft} place={place} />
      {draft.nodes.length === 0 ? <Nothing editing={editing} /> : null}
      <DocumentLines
        draft={draft}
        marksOf={model.marksOf}
        openId={state.openId}
        hereId={state.nodeId}
        others={others}
        seen={unseen.texts}
        showsSeen={showsSeen}
        typed={rows}
        editorOf={editorOf}
      />
      {draft.adopted === null ? null : (
        <p className="sm q">
          {draft.adopted.byName}, {t('draft-acts.adopt.hash')}{' '}
          <span className="hash">{draft.adopted.sha256}</span>
        </p>
      )}
      {said.mayComment && state.composing === null && editId === null ? (
        <PickedBar anchor={anchor} cite={model.cite} onCompose={compose} />
      ) : null}
    </article>
  )
}

import { ApiProblem } from '@bangvang/contract/client'
import { Redo2, Undo2 } from 'lucide-react'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { NodeState } from './node-state.tsx'
import type { Editing } from './use-editing.ts'
import type { Hands } from './use-presence.ts'

/** What was typed over parts that are gone by now: shown, since nothing typed is lost in silence. */
function Lost({ editing, hands }: { editing: Editing; hands: Hands }) {
  const { rows, tree, saver } = editing
  return [...rows].map(([nodeId, row]) =>
    row.state === 'conflict' && !tree.byId.has(nodeId) ? (
      <NodeState key={nodeId} row={row} saver={saver} nodeId={nodeId} hand={hands.get(nodeId)} />
    ) : null,
  )
}

/** Over the text while it is edited: undo, redo, what waits for the network, what was refused. */
export function EditingBar({ editing, hands }: { editing: Editing; hands: Hands }) {
  const t = useWords()
  const { rows, acts, mayUndo, mayRedo, error, isEditing } = editing
  const states = [...rows.values()].map(({ state }) => state)
  const offline = states.filter((state) => state === 'offline').length
  const isSaving = states.some((state) => state === 'typed' || state === 'saving')
  const standing = states.length === 0 ? 'saved' : isSaving ? 'saving' : 'unsaved'
  if (!isEditing && rows.size === 0) return null
  return (
    <div className="editing-bar">
      <div className="acts">
        <Button isSmall aria-disabled={!mayUndo} onClick={() => void acts.undo()}>
          <Icon of={Undo2} /> {t('draft-work.bar.undo')}
        </Button>
        <Button isSmall aria-disabled={!mayRedo} onClick={() => void acts.redo()}>
          <Icon of={Redo2} /> {t('draft-work.bar.redo')}
        </Button>
        <span className="sm q" role="status">
          {offline > 0 ? t('draft-acts.edit.waiting', { n: offline }) : t(`draft-acts.edit.${standing}`)}
        </span>
      </div>
      {error instanceof ApiProblem && error.code === 'node-changed' ? (
        <p className="notice" role="alert">
          {t('draft-acts.edit.notUndone')}
        </p>
      ) : (
        <Refusal error={error} />
      )}
      <Lost editing={editing} hands={hands} />
    </div>
  )
}

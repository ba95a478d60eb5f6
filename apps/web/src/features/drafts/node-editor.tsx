import type { NodeView } from '@bangvang/contract/drafts'
import { subtreeIds } from '@bangvang/core/drafts/tree'
import { ArrowDown, ArrowUp, IndentDecrease, IndentIncrease, Trash2 } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useDesk } from './desk-context.tsx'
import { onEditorKeys } from './editor-keys.ts'
import { NodeState } from './node-state.tsx'
import { textOf } from './node-words.ts'
import { kindsToAdd, placeBeside, placeDeeper, placeFor, placeHigher } from './structure.ts'
import type { Editing } from './use-editing.ts'
import type { Hands } from './use-presence.ts'

type Props = { node: NodeView; label: string; editing: Editing; hands: Hands }

const moves = [
  ['up', ArrowUp, (tree: Editing['tree'], node: NodeView) => placeBeside(tree, node, -1)],
  ['down', ArrowDown, (tree: Editing['tree'], node: NodeView) => placeBeside(tree, node, 1)],
  ['deeper', IndentIncrease, placeDeeper],
  ['higher', IndentDecrease, placeHigher],
] as const

/** The acts on a part for the mouse and for touch; the text keeps the focus. */
function Toolbar({ node, editing, onRemove }: Omit<Props, 'label' | 'hands'> & { onRemove: () => void }) {
  const t = useWords()
  const { cite } = useDesk()
  const { tree, acts, edit } = editing
  return (
    <div
      className="node-acts"
      role="toolbar"
      aria-label={t('draft-acts.edit.toolbar', { about: cite(node.id) })}
      onPointerDown={(event) => event.preventDefault()}
    >
      {kindsToAdd(tree, node).map((kind) => (
        <Button
          key={kind}
          isSmall
          onClick={() => {
            const place = placeFor(tree, node, kind)
            if (place !== null) edit(acts.add(place))
          }}
        >
          {t('draft-acts.edit.addKind', { kind: t(`draft-acts.edit.kind.${kind}`) })}
        </Button>
      ))}
      {moves.map(([name, icon, placeOf]) => {
        const place = placeOf(tree, node)
        return place === null ? null : (
          <button
            key={name}
            type="button"
            className="tool"
            aria-label={t(`draft-acts.edit.${name}`)}
            title={t(`draft-acts.edit.${name}`)}
            onClick={() => void acts.move(node, place)}
          >
            <Icon of={icon} />
          </button>
        )
      })}
      <button
        type="button"
        className="tool"
        aria-label={t('draft-acts.edit.remove')}
        title={t('draft-acts.edit.remove')}
        onClick={onRemove}
      >
        <Icon of={Trash2} />
      </button>
    </div>
  )
}

type RemoveProps = { about: string; count: number; onRemove: () => void; onClose: () => void }

function RemoveDialog({ about, count, onRemove, onClose }: RemoveProps) {
  const t = useWords()
  const act = t('draft-acts.edit.removeAct', { about })
  return (
    <Dialog title={act} onClose={onClose}>
      <p>{t('draft-acts.edit.removeAsk', { about, n: count })}</p>
      <div className="acts">
        <Button kind="main" onClick={onRemove}>
          {act}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Dialog>
  )
}

/** Removes a part, asking first where it holds others, and goes on with the part before it. */
function useRemoving(node: NodeView, editing: Editing) {
  const { draft } = useDesk()
  const [isAsking, setAsking] = useState(false)
  const held = subtreeIds(draft.nodes, node.id).length - 1
  const remove = () => {
    const before = draft.nodes.find(({ id }) => id === node.parentId)
    editing.edit(before?.id ?? null)
    void editing.acts.remove(node)
  }
  return { held, isAsking, setAsking, remove, ask: () => (held > 0 ? setAsking(true) : remove()) }
}

/** One part being written over in place, with how far it is saved and what else can be done with it. */
export function NodeEditor({ node, label, editing, hands }: Props) {
  const t = useWords()
  const id = useId()
  const { draft, cite } = useDesk()
  const { saver, rows, editId } = editing
  const row = rows.get(node.id)
  const text = row?.text ?? textOf(node)
  const box = useRef<HTMLTextAreaElement>(null)
  const isOn = editId === node.id
  const removing = useRemoving(node, editing)
  useEffect(() => {
    if (!isOn) return
    box.current?.focus()
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length)
  }, [isOn])
  const onKeyDown = onEditorKeys({ editing, node, nodes: draft.nodes, onRemove: removing.ask })
  return (
    <div id={`part-${node.id}`} className={`line ${node.kind} editing`} data-node={node.id}>
      <div className="node-box">
        {label === '' ? null : <span className="lb">{label}</span>}
        <textarea
          ref={box}
          rows={Math.max(1, Math.ceil(text.length / 70))}
          maxLength={10_000}
          value={text}
          aria-label={t('draft-acts.edit.label', { about: cite(node.id) })}
          aria-describedby={id}
          onFocus={() => editing.edit(node.id)}
          onBlur={() => saver.send(node.id)}
          onChange={({ target }) => saver.type(node.id, target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <NodeState row={row} saver={saver} nodeId={node.id} hand={hands.get(node.id)} />
      {isOn ? <Toolbar node={node} editing={editing} onRemove={removing.ask} /> : null}
      <p id={id} className={isOn ? 'sm q' : 'vh'}>
        {t('draft-acts.edit.hint')}
      </p>
      {removing.isAsking ? (
        <RemoveDialog
          about={cite(node.id)}
          count={removing.held}
          onRemove={removing.remove}
          onClose={() => removing.setAsking(false)}
        />
      ) : null}
    </div>
  )
}

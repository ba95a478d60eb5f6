import type { NodeView } from '@bangvang/contract/drafts'
import { nodesById, subtreeIds } from '@bangvang/core/drafts/tree'
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Trash2 } from 'lucide-react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Clash } from './clash.tsx'
import { formOf } from './form.ts'
import { PartForm } from './part-form.tsx'
import { partName } from './part-name.ts'
import { useFaultName } from './read-file.tsx'
import { type Move, placeAfterMove } from './structure.ts'
import type { Editor } from './use-editor.ts'

const moves: readonly { move: Move; icon: typeof ArrowUp }[] = [
  { move: 'up', icon: ArrowUp },
  { move: 'down', icon: ArrowDown },
  { move: 'in', icon: ArrowRight },
  { move: 'out', icon: ArrowLeft },
]

type Props = { editor: Editor; node: NodeView; isLocked: boolean; onRemoved: () => void }

function PartActs({ editor, node, onRemoved }: Omit<Props, 'isLocked'>) {
  const t = useWords()
  const inside = subtreeIds(editor.nodes, node.id).length - 1
  return (
    <div className="acts">
      {moves.map(({ move, icon }) => {
        const place = placeAfterMove(editor.nodes, node, move)
        return (
          <Button
            key={move}
            isSmall
            aria-disabled={place === null}
            onClick={() => place !== null && void editor.acts.move(node, place)}
          >
            <Icon of={icon} /> {t(`criteria.edit.moves.${move}`)}
          </Button>
        )
      })}
      <Button
        isSmall
        className="danger"
        onClick={() => {
          void editor.acts.remove(node)
          onRemoved()
        }}
      >
        <Icon of={Trash2} />{' '}
        {inside === 0 ? t('criteria.edit.remove') : t('criteria.edit.removeAll', { n: inside })}
      </Button>
    </div>
  )
}

/** The role of the section a part stands in. */
export function roleOf(nodes: readonly NodeView[], node: NodeView | undefined): unknown {
  const byId = nodesById(nodes)
  let at = node
  while (at !== undefined && at.kind !== 'section') at = byId.get(at.parentId ?? '')
  return at?.content.role
}

/** The faults of a part that no field shows. */
function WholeFaults({ editor, node }: Pick<Props, 'editor' | 'node'>) {
  const nameOfFault = useFaultName()
  const whole = (editor.faultsAt.get(node.id) ?? []).filter(
    ({ field }) => field === null || field === 'criteria' || field === 'sections',
  )
  return whole.map(({ field, code }) => (
    <p key={`${field} ${code}`} className="err">
      {nameOfFault(code)}
    </p>
  ))
}

/** One part of the criteria: where it goes, its form, and what others changed in it meanwhile. */
export function PartPanel({ editor, node, isLocked, onRemoved }: Props) {
  const t = useWords()
  const format = useFormat()
  const { saver, nodes } = editor
  const row = editor.rows.get(node.id)
  const change = isLocked ? null : (content: NodeView['content']) => saver.type(node.id, content)
  const form = formOf(node.content, editor.faultsAt.get(node.id) ?? [], change)
  return (
    <section className="part-panel" aria-labelledby="part-title" onBlur={() => saver.send(node.id)}>
      <p className="kicker">{t(`criteria.part.${node.kind as 'criterion'}`)}</p>
      <h2 id="part-title">
        {String(node.content.code ?? '')} {partName(node.content, t, format)}
      </h2>
      {isLocked || node.kind === 'criteriaSet' ? null : (
        <PartActs editor={editor} node={node} onRemoved={onRemoved} />
      )}
      {row?.state === 'conflict' ? (
        <Clash row={row} onSettle={(choice) => saver.settle(node.id, choice)} />
      ) : null}
      <WholeFaults editor={editor} node={node} />
      <div className="form">
        <PartForm kind={node.kind} form={form} known={{ nodes, role: roleOf(nodes, node) }} />
      </div>
    </section>
  )
}

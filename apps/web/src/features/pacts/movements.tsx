import type { MovementView } from '@bangvang/contract/pacts'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { MovementDialog } from './movement-dialog.tsx'
import type { PactPlace } from './use-targets.ts'

type Props = { place: PactPlace; movements: readonly MovementView[]; isEditable: boolean }

/** Movements as a list of words. */
export function MovementList({ movements, children }: MovementListProps) {
  return (
    <ol className="movements">
      {movements.map((movement) => (
        <li key={movement.id}>
          <b>{movement.title}</b>
          {movement.content === '' ? null : <p className="words">{movement.content}</p>}
          {children?.(movement)}
        </li>
      ))}
    </ol>
  )
}
type MovementListProps = {
  movements: readonly MovementView[]
  children?: (movement: MovementView) => ReactNode
}

/** The movements a unit registers, each added, changed and taken out by itself. */
export function Movements({ place, movements, isEditable }: Props) {
  const t = useWords()
  const [open, setOpen] = useState<MovementView | 'new' | null>(null)
  return (
    <>
      <h3>{t('pacts.movements.title')}</h3>
      {movements.length === 0 ? (
        <Empty>{t('pacts.movements.none')}</Empty>
      ) : (
        <MovementList movements={movements}>
          {(movement) =>
            isEditable ? (
              <Button
                isSmall
                aria-label={t('pacts.movements.editLabel', { title: movement.title })}
                onClick={() => setOpen(movement)}
              >
                {t('pacts.movements.edit')}
              </Button>
            ) : null
          }
        </MovementList>
      )}
      {isEditable ? <Button onClick={() => setOpen('new')}>{t('pacts.movements.add')}</Button> : null}
      {open === null ? null : (
        <MovementDialog place={place} movement={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

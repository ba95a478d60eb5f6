import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useFieldFault } from './fields.tsx'
import type { Form } from './form.ts'
import { listOf } from './list-value.ts'

type Props = {
  form: Form
  /** Where the list stands in the part. */
  path: string
  legend: string
  addWords: string
  newItem: (items: readonly unknown[]) => unknown
  children: (itemPath: string, place: number) => ReactNode
}

type ItemProps = { form: Form; path: string; place: number; items: readonly unknown[] }

function swapped(items: readonly unknown[], a: number, b: number): unknown[] {
  return items.map((item, place) => (place === a ? items[b] : place === b ? items[a] : item))
}

function ItemActs({ form, path, place, items }: ItemProps) {
  const t = useWords()
  const n = place + 1
  return (
    <span className="item-acts">
      <button
        type="button"
        className="tool"
        aria-label={t('criteria.edit.itemUp', { n })}
        disabled={form.isLocked || place === 0}
        onClick={() => form.set(path, swapped(items, place, place - 1))}
      >
        <Icon of={ArrowUp} />
      </button>
      <button
        type="button"
        className="tool"
        aria-label={t('criteria.edit.itemDown', { n })}
        disabled={form.isLocked || place === items.length - 1}
        onClick={() => form.set(path, swapped(items, place, place + 1))}
      >
        <Icon of={ArrowDown} />
      </button>
      <button
        type="button"
        className="tool"
        aria-label={t('criteria.edit.itemRemove', { n })}
        disabled={form.isLocked}
        onClick={() =>
          form.set(
            path,
            items.filter((_, at) => at !== place),
          )
        }
      >
        <Icon of={Trash2} />
      </button>
    </span>
  )
}

/** A list within a part, a line an item: added, removed, moved by buttons. */
export function ListFields({ form, path, legend, addWords, newItem, children }: Props) {
  const fault = useFieldFault(form)(path)
  const items = listOf(form.content, path)
  return (
    <fieldset className="list-fields">
      <legend>{legend}</legend>
      {fault === null ? null : <p className="err">{fault}</p>}
      <ol>
        {items.map((_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is told by its place, as its faults are
          <li key={place}>
            <div className="item">{children(`${path}.${place}`, place)}</div>
            <ItemActs form={form} path={path} place={place} items={items} />
          </li>
        ))}
      </ol>
      {form.isLocked ? null : (
        <Button isSmall onClick={() => form.set(path, [...items, newItem(items)])}>
          <Icon of={Plus} /> {addWords}
        </Button>
      )}
    </fieldset>
  )
}

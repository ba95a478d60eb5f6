import { ArrowUpDown, Minus, Plus } from 'lucide-react'
import { memo } from 'react'
import { useWords, type WordKey } from '../../lib/words.ts'
import { Tag } from '../../ui/tag.tsx'
import type { ComparedLine } from './compared.ts'
import { textOf } from './node-words.ts'
import { WordDiff } from './word-diff.tsx'

/** A field in words where there are some for it; else its own name. */
function useFieldWords(): (field: string) => string {
  const t = useWords()
  return (field) => {
    const key = `draft-acts.field.${field.split('.')[0]}`
    const words = t(key as WordKey)
    return words === key ? field : words
  }
}

function valueWords(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}

function Marks({ line, from }: { line: ComparedLine; from: string }) {
  const t = useWords()
  const { state, moved } = line
  return (
    <>
      {state === 'added' ? (
        <Tag icon={Plus} tone="ok">
          {t('draft-acts.compare.added')}
        </Tag>
      ) : null}
      {state === 'removed' ? (
        <Tag icon={Minus} tone="err">
          {t('draft-acts.compare.removed')}
        </Tag>
      ) : null}
      {moved === null ? null : (
        <Tag icon={ArrowUpDown} tone="warn">
          {from === '' ? t('draft-acts.compare.moved') : t('draft-acts.compare.movedFrom', { about: from })}
        </Tag>
      )}
    </>
  )
}

type Props = {
  line: ComparedLine
  label: string
  /** Where a moved part stood in the earlier version, in words. */
  from: string
}

/** One part of two versions: added, removed, moved, reworded word by word, or otherwise changed. */
export const CompareLine = memo(function CompareLine({ line, label, from }: Props) {
  const t = useWords()
  const fieldWords = useFieldWords()
  const { node, state, moved, reworded, changed } = line
  const text = textOf(node)
  const own = reworded.find(({ after }) => after === text)
  const look = state === 'kept' ? (moved === null ? '' : 'is-moved') : `is-${state}`
  return (
    <p className={`line ${node.kind} ${look}`}>
      <Marks line={line} from={from} />
      {label === '' ? null : <span className="lb">{label}</span>}
      {state === 'added' ? <ins>{text}</ins> : null}
      {state === 'removed' ? <del>{text}</del> : null}
      {state !== 'kept' ? null : own === undefined ? (
        text
      ) : (
        <WordDiff before={own.before} after={own.after} />
      )}
      {reworded.map((one) =>
        one === own ? null : (
          <small key={one.field}>
            {fieldWords(one.field)}: <WordDiff before={one.before} after={one.after} />
          </small>
        ),
      )}
      {changed.map(({ field, before, after }) => (
        <small key={field}>
          {t('draft-acts.compare.changed', {
            field: fieldWords(field),
            before: valueWords(before) ?? t('draft-acts.compare.nothing'),
            after: valueWords(after) ?? t('draft-acts.compare.nothing'),
          })}
        </small>
      ))}
    </p>
  )
})

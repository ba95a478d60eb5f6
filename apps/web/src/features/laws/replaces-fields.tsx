import type { LawBody, LawView } from '@bangvang/contract/laws'
import { Trash2 } from 'lucide-react'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'

/** A line of the form; `key` tells lines apart while they are added and removed. */
export type Replaced = LawBody['replaces'][number] & { key: number }

type LineProps = {
  replaced: Replaced
  index: number
  others: readonly LawView[]
  fault: (pointer: string) => string | null
  onChange: (change: Partial<Replaced> | null) => void
}

function Line({ replaced, index, others, fault, onChange }: LineProps) {
  const t = useWords()
  const number = others.find(({ id }) => id === replaced.lawId)?.number
  return (
    <li className="replaced">
      <Field label={t('laws.replaces.older')} error={fault(`#/replaces/${index}/lawId`)}>
        {(input) => (
          <select
            {...input}
            required
            value={replaced.lawId}
            onChange={({ target }) => onChange({ lawId: target.value })}
          >
            <option value="">{t('laws.replaces.choose')}</option>
            {others.map((law) => (
              <option key={law.id} value={law.id}>
                {law.number}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label className="check">
        <input
          type="checkbox"
          checked={replaced.isInPart}
          onChange={({ target }) => onChange({ isInPart: target.checked })}
        />
        {t('laws.replaces.isInPart')}
      </label>
      {replaced.isInPart ? (
        <Field label={t('laws.replaces.part')} error={fault(`#/replaces/${index}/note`)}>
          {(input) => (
            <input
              {...input}
              required
              maxLength={500}
              value={replaced.note}
              onChange={({ target }) => onChange({ note: target.value })}
            />
          )}
        </Field>
      ) : null}
      <button
        type="button"
        className="tool"
        aria-label={
          number === undefined
            ? t('laws.replaces.removeNth', { n: index + 1 })
            : t('laws.replaces.remove', { number })
        }
        onClick={() => onChange(null)}
      >
        <Icon of={Trash2} />
      </button>
    </li>
  )
}

type Props = {
  replaces: readonly Replaced[]
  others: readonly LawView[]
  fault: (pointer: string) => string | null
  onChange: (replaces: Replaced[]) => void
}

/** The older documents whose place one takes, wholly or in part. */
export function ReplacesFields({ replaces, others, fault, onChange }: Props) {
  const t = useWords()
  const next = Math.max(0, ...replaces.map(({ key }) => key)) + 1
  const change = (key: number, to: Partial<Replaced> | null) =>
    onChange(
      to === null
        ? replaces.filter((one) => one.key !== key)
        : replaces.map((one) => (one.key === key ? { ...one, ...to } : one)),
    )
  return (
    <fieldset className="replaces">
      <legend>{t('laws.replaces.title')}</legend>
      <ul>
        {replaces.map((replaced, index) => (
          <Line
            key={replaced.key}
            replaced={replaced}
            index={index}
            others={others}
            fault={fault}
            onChange={(to) => change(replaced.key, to)}
          />
        ))}
      </ul>
      <Button
        isSmall
        onClick={() => onChange([...replaces, { key: next, lawId: '', isInPart: false, note: '' }])}
      >
        {t('laws.replaces.add')}
      </Button>
    </fieldset>
  )
}

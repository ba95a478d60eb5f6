import type {
  ComparedPart,
  ComparedPlace,
  CriteriaChange,
  CriteriaDifference,
} from '@bangvang/core/criteria/compare'
import type { WordRun } from '@bangvang/core/drafts/words'
import { useFormat } from '../../lib/format.ts'
import { useWords, type WordKey } from '../../lib/words.ts'
import { Scroll } from '../../ui/scroll.tsx'
import { listValue } from './list-value.ts'
import { partName } from './part-name.ts'
import { useValueWords } from './use-value-words.ts'

/** Words become others: what goes is struck, what comes is underlined. */
function Runs({ runs }: { runs: readonly WordRun[] }) {
  return runs.map(({ kind, text }, place) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
    if (kind === 'same') return <span key={place}>{text}</span>
    const Mark = kind === 'removed' ? 'del' : 'ins'
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
    return <Mark key={place}>{text}</Mark>
  })
}

function useFieldName() {
  const t = useWords()
  return (field: string, part: CriteriaChange['part']): string => {
    const name = part === 'criteriaSet' && field === 'maxPoints' ? 'total' : field.replace('.', '-')
    const key = `criteria.field.${name}` as WordKey
    const words = t(key)
    return words === key ? field : words
  }
}

function usePlaceWords() {
  const t = useWords()
  const format = useFormat()
  return (document: unknown, { parent, previous }: ComparedPlace): string => {
    const nameOf = (part: ComparedPart) =>
      part.code || (partName(partAt(document, part), t, format) ?? t('criteria.edit.untitled'))
    if (previous !== null) return t('criteria.compare.placeAfter', { previous: nameOf(previous) })
    if (parent === null || parent.path === '') return t('criteria.compare.placeTop')
    return t('criteria.compare.placeFirst', { parent: nameOf(parent) })
  }
}

export type Documents = { before: unknown; after: unknown }
type DifferenceProps = { difference: CriteriaDifference; change: CriteriaChange; documents: Documents }

const partAt = (document: unknown, part: ComparedPart | null) =>
  part === null ? undefined : listValue(document, part.path)

function Difference({ difference, change, documents }: DifferenceProps) {
  const t = useWords()
  const nameOf = useFieldName()
  const placeOf = usePlaceWords()
  const sayOf = useValueWords()
  const arrow = (field: string) => {
    const [before, after] = [partAt(documents.before, change.before), partAt(documents.after, change.after)]
    return t('criteria.compare.arrow', { before: sayOf(field, before), after: sayOf(field, after) })
  }
  const tag = <b>{t(`criteria.compare.tag.${difference.kind}`)}</b>
  switch (difference.kind) {
    case 'added':
    case 'removed':
      return tag
    case 'moved':
      return (
        <>
          {tag}{' '}
          {t('criteria.compare.movedFrom', {
            before: placeOf(documents.before, difference.before),
            after: placeOf(documents.after, difference.after),
          })}
        </>
      )
    case 'renumbered':
      return (
        <>
          {tag} {arrow('code')}
        </>
      )
    case 'reworded':
      return (
        <>
          <b>{nameOf(difference.field, change.part)}</b>{' '}
          <span className="runs">
            <Runs runs={difference.words} />
          </span>
        </>
      )
    case 'pointsChanged':
      return (
        <>
          <b>{nameOf('maxPoints', change.part)}</b> {arrow('maxPoints')}
        </>
      )
    case 'ruleChanged':
    case 'standingChanged':
      return (
        <>
          <b>{nameOf(difference.field, change.part)}</b> {arrow(difference.field)}
        </>
      )
  }
}

function Part({ change, documents }: { change: CriteriaChange; documents: Documents }) {
  const t = useWords()
  const format = useFormat()
  const part = change.after ?? change.before
  const was = change.after === null ? 'gone' : ''
  const content = partAt(change.after === null ? documents.before : documents.after, part)
  return (
    <th scope="row" className={was}>
      <small className="q">{t(`criteria.part.${change.part}`)}</small>{' '}
      {change.part === 'criteriaSet' ? null : (
        <>
          <span className="nw">{part?.code}</span>
          <br />
        </>
      )}
      <span className="regular">{partName(content, t, format)}</span>
    </th>
  )
}

/** Every part that differs, with all in which it does. */
export function ChangesTable({
  changes,
  documents,
}: {
  changes: readonly CriteriaChange[]
  documents: Documents
}) {
  const t = useWords()
  return (
    <Scroll label={t('criteria.compare.window')}>
      <table className="table changes-table">
        <thead>
          <tr>
            <th scope="col">{t('criteria.compare.part')}</th>
            <th scope="col">{t('criteria.compare.change')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.before?.path} ${change.after?.path} ${change.part}`}>
              <Part change={change} documents={documents} />
              <td>
                <ul className="differences">
                  {change.differences.map((difference) => (
                    <li key={`${difference.kind} ${'field' in difference ? difference.field : ''}`}>
                      <Difference difference={difference} change={change} documents={documents} />
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

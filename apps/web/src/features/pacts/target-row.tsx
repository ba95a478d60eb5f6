import {
  Check,
  CircleAlert,
  GitCompareArrows,
  type LucideIcon,
  RefreshCw,
  SquareDashed,
  WifiOff,
} from 'lucide-react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { columnOf, type TypedTarget } from './target-model.ts'
import type { TargetRow as Row } from './use-targets.ts'

export type RowActs = {
  onType: (code: string, typed: TypedTarget) => void
  onLeave: (code: string) => void
  onSettle: (code: string, choice: 'own' | 'theirs') => void
  /** A column copied from a spreadsheet, from this row down. */
  onPaste: (code: string, lines: readonly string[]) => void
}
type State = 'saved' | 'saving' | 'empty' | 'offline' | 'unread' | 'refused' | 'conflict'

const LOOKS: Record<State, { icon: LucideIcon; tone: Tone }> = {
  saved: { icon: Check, tone: 'q' },
  saving: { icon: RefreshCw, tone: 'pen' },
  empty: { icon: SquareDashed, tone: 'q' },
  offline: { icon: WifiOff, tone: 'warn' },
  unread: { icon: CircleAlert, tone: 'err' },
  refused: { icon: CircleAlert, tone: 'err' },
  conflict: { icon: GitCompareArrows, tone: 'warn' },
}

function stateOf({ trouble, isTyped, stored }: Row): State {
  if (trouble !== null) return trouble.state
  if (isTyped) return 'saving'
  return (stored?.target ?? null) === null ? 'empty' : 'saved'
}

/** What is wrong with a row, or the two values of a conflict. */
function Message({ row, acts }: { row: Row; acts: RowActs }) {
  const t = useWords()
  const format = useFormat()
  const { trouble, typed, reading, placed } = row
  const { code } = placed.criterion
  const said = (text: string) => (text === '' ? t('pacts.row.none') : text)
  if (trouble?.state === 'unread' && !reading.ok)
    return (
      <>
        {t(`assessments.fault.${reading.code}`, {
          text: typed.text,
          field: t('pacts.own.target'),
          most: '',
          step: '',
        })}{' '}
        {t('pacts.row.kept')}
      </>
    )
  if (trouble?.state === 'refused')
    return (
      <>
        {t(`problem.${trouble.code}`)} {t('pacts.row.kept')}{' '}
        <Button isSmall onClick={() => acts.onLeave(code)}>
          {t('pacts.row.retry')}
        </Button>
      </>
    )
  if (trouble?.state !== 'conflict') return null
  const { theirs } = trouble
  const theirTarget = theirs?.target ?? null
  return (
    <>
      {t('pacts.row.changed')}{' '}
      <Button isSmall onClick={() => acts.onSettle(code, 'own')}>
        {t('pacts.row.own', { text: said(typed.text) })}
      </Button>{' '}
      <Button isSmall onClick={() => acts.onSettle(code, 'theirs')}>
        {t('pacts.row.theirs', {
          name: theirs?.updatedBy ?? '',
          text: said(theirTarget === null ? '' : format.points(theirTarget)),
        })}
      </Button>
    </>
  )
}

type CellProps = { row: Row; isReadOnly: boolean; acts: RowActs }

function TargetInput({ row, acts }: CellProps) {
  const t = useWords()
  const { code } = row.placed.criterion
  const isWrong = row.trouble?.state === 'unread' || row.trouble?.state === 'refused'
  return (
    <input
      inputMode="decimal"
      autoComplete="off"
      data-target={code}
      aria-label={t('pacts.own.cell', { field: t('pacts.own.target'), code })}
      aria-invalid={isWrong || undefined}
      aria-describedby={row.trouble === null ? undefined : `pact-message-${code}`}
      value={row.typed.text}
      onChange={({ target }) => acts.onType(code, { ...row.typed, text: target.value })}
      onBlur={() => acts.onLeave(code)}
      onPaste={(event) => {
        const lines = columnOf(event.clipboardData.getData('text'))
        if (lines === null) return
        event.preventDefault()
        acts.onPaste(code, lines)
      }}
    />
  )
}

function NoteInput({ row, acts }: CellProps) {
  const t = useWords()
  const { code } = row.placed.criterion
  return (
    <textarea
      rows={1}
      maxLength={2000}
      aria-label={t('pacts.own.cell', { field: t('pacts.own.note'), code })}
      value={row.typed.note}
      onChange={({ target }) => acts.onType(code, { ...row.typed, note: target.value })}
      onBlur={() => acts.onLeave(code)}
    />
  )
}

/** One criterion's registered target with its basis, how far it is saved, and what is wrong. */
export function TargetRow(props: CellProps) {
  const { row, isReadOnly } = props
  const t = useWords()
  const format = useFormat()
  const { criterion } = row.placed
  const state = stateOf(row)
  const hasMessage = state === 'unread' || state === 'refused' || state === 'conflict'
  const target = row.stored?.target ?? null
  return (
    <>
      <tr className={hasMessage ? 'joined' : ''}>
        <td className="code">{criterion.code}</td>
        <th scope="row">
          {format.text(criterion.title)} <small>{criterion.unit ?? ''}</small>
        </th>
        <td className="r in" data-l={t('pacts.own.target')}>
          {isReadOnly ? target === null ? '–' : format.points(target) : <TargetInput {...props} />}
        </td>
        <td className="memo" data-l={t('pacts.own.note')}>
          {isReadOnly ? row.typed.note : <NoteInput {...props} />}
        </td>
        <td className="st">
          <Tag {...LOOKS[state]}>{t(`pacts.row.${state}`)}</Tag>
        </td>
      </tr>
      {hasMessage ? (
        <tr className="msg">
          <td colSpan={5} id={`pact-message-${criterion.code}`} role="alert">
            <Message row={row} acts={props.acts} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

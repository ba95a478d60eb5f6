import type { PactView, RegistrationView } from '@bangvang/contract/pacts'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import type { PlacedCriterion } from '@bangvang/core/criteria/list'
import type { KeyboardEvent } from 'react'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Movements } from './movements.tsx'
import { SignActs } from './sign-acts.tsx'
import { type RowActs, TargetRow } from './target-row.tsx'
import { type PactPlace, useTargets } from './use-targets.ts'

export type OwnProps = {
  pact: PactView
  registration: RegistrationView & { content: NonNullable<RegistrationView['content']> }
  document: CriteriaDocument
  placed: readonly PlacedCriterion[]
}
type Targets = ReturnType<typeof useTargets>

/** Enter and the arrows go to the next row's target, as in the self-assessment. */
function onKey(event: KeyboardEvent<HTMLElement>): void {
  const cell = event.target
  const steps: Record<string, number> = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }
  const step = steps[event.key]
  if (!(cell instanceof HTMLInputElement) || cell.dataset.target === undefined || step === undefined) return
  const cells = [...event.currentTarget.querySelectorAll<HTMLInputElement>('[data-target]')]
  const next = cells[cells.indexOf(cell) + step]
  event.preventDefault()
  if (next === undefined) cell.blur()
  next?.focus()
  next?.select()
}

function actsOf({ rows, saver }: Targets): RowActs {
  return {
    onType: (code, typed) => saver.type(code, typed),
    onLeave: (code) => void saver.send(code),
    onSettle: (code, choice) => void saver.settle(code, choice),
    onPaste: (code, lines) => {
      const from = rows.findIndex(({ placed }) => placed.criterion.code === code)
      for (const [index, text] of lines.entries()) {
        const row = rows[from + index]
        if (row === undefined || text === '') continue
        saver.type(row.placed.criterion.code, { ...row.typed, text })
        void saver.send(row.placed.criterion.code)
      }
    },
  }
}

/** Targets that the criteria in force do not take any more. */
function Orphans({
  registration,
  placed,
  targets,
  isEditable,
}: OwnProps & { targets: Targets; isEditable: boolean }) {
  const t = useWords()
  const known = new Set(placed.map(({ criterion }) => criterion.code))
  const orphans = registration.content.targets.filter(
    ({ criterionCode, target }) => target !== null && !known.has(criterionCode),
  )
  return orphans.map(({ criterionCode, target, note, version }) => (
    <tr key={criterionCode}>
      <td className="code">{criterionCode}</td>
      <th scope="row">{t('pacts.own.gone')}</th>
      <td className="r in">{target}</td>
      <td className="memo">{note}</td>
      <td className="st">
        {isEditable ? (
          <Button
            isSmall
            onClick={() => {
              targets.saver.type(criterionCode, { text: '', note, version })
              void targets.saver.send(criterionCode)
            }}
          >
            {t('pacts.own.remove', { code: criterionCode })}
          </Button>
        ) : null}
      </td>
    </tr>
  ))
}

/** What the actor's own unit registers: targets by criterion, movements, the leader's signature. */
export function OwnRegistration(props: OwnProps) {
  const t = useWords()
  const { pact, registration, document, placed } = props
  const place: PactPlace = { seasonId: pact.seasonId, unitId: registration.unitId }
  const isEditable = pact.isOpen && registration.status === 'draft'
  const { content } = registration
  const targets = useTargets(place, { document, placed, stored: content.targets, isEditable })
  const acts = actsOf(targets)
  const filled = targets.rows.filter(({ stored }) => (stored?.target ?? null) !== null).length
  return (
    <section>
      <h2>{t('pacts.own.title', { unit: registration.unitName })}</h2>
      {isEditable ? <p className="q">{t('pacts.own.hint')}</p> : null}
      {isEditable ? null : (
        <p className="notice">{t(pact.isOpen ? 'pacts.own.signed' : 'pacts.own.closed')}</p>
      )}
      <h3>{t('pacts.own.targets')}</h3>
      <table className="table pact-targets" onKeyDown={onKey}>
        <thead>
          <tr>
            <th scope="col">{t('pacts.own.code')}</th>
            <th scope="col">{t('pacts.own.criterion')}</th>
            <th scope="col" className="r">
              {t('pacts.own.target')}
            </th>
            <th scope="col">{t('pacts.own.note')}</th>
            <th scope="col">{t('pacts.own.state')}</th>
          </tr>
        </thead>
        <tbody>
          {targets.rows.map((row) => (
            <TargetRow key={row.placed.criterion.code} row={row} isReadOnly={!isEditable} acts={acts} />
          ))}
          <Orphans {...props} targets={targets} isEditable={isEditable} />
        </tbody>
      </table>
      <p className="q">{t('pacts.own.filled', { n: filled, all: placed.length })}</p>
      <Movements place={place} movements={content.movements} isEditable={isEditable} />
      <SignActs {...props} unsaved={targets.unsaved} />
    </section>
  )
}

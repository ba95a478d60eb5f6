import { type PactView, pacts, type RegistrationView } from '@bangvang/contract/pacts'
import { mayClosePact } from '@bangvang/core/pacts/policy'
import { Check, CircleDashed, type LucideIcon, RotateCcw, SquareDashed } from 'lucide-react'
import { useState } from 'react'
import { useActor } from '../../lib/actor.tsx'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'

type State = 'signed' | 'stale' | 'draft' | 'none'
const LOOKS: Record<State, { icon: LucideIcon; tone: Tone }> = {
  signed: { icon: Check, tone: 'ok' },
  stale: { icon: RotateCcw, tone: 'warn' },
  draft: { icon: CircleDashed, tone: 'pen' },
  none: { icon: SquareDashed, tone: 'q' },
}

/** Whether a unit's signature holds. */
export const hasSigned = ({ signature }: RegistrationView): boolean => signature?.isInForce === true

function stateOf(registration: RegistrationView): State {
  const { status, signature, content } = registration
  if (hasSigned(registration)) return 'signed'
  if (status === 'signed') return 'stale'
  return signature !== null || (content !== null && content.revision > 0) ? 'draft' : 'none'
}

function UnitRow({ registration }: { registration: RegistrationView }) {
  const t = useWords()
  const format = useFormat()
  const state = stateOf(registration)
  const { unitName, signature, content } = registration
  const isHidden = state === 'none' && content === null
  return (
    <tr>
      <th scope="row">{unitName}</th>
      <td>
        <Tag {...LOOKS[state]}>{t(`pacts.units.${isHidden ? 'draft' : state}`)}</Tag>
      </td>
      <td className="nw">{state === 'signed' && signature ? format.dateTime(signature.signedAt) : ''}</td>
      <td>{state === 'signed' ? signature?.signedBy : ''}</td>
    </tr>
  )
}

type CloseProps = { pact: PactView; year: number; onClose: () => void }

function CloseDialog({ pact, year, onClose }: CloseProps) {
  const t = useWords()
  const close = useWrite(pacts.close)
  const without = pact.registrations.filter((one) => !hasSigned(one))
  const act = () =>
    close.mutate(
      { params: { seasonId: pact.seasonId }, body: { without: without.map(({ unitId }) => unitId) } },
      { onSuccess: onClose },
    )
  return (
    <Dialog title={t('pacts.close.title', { year })} onClose={onClose}>
      <p>{t('pacts.close.about')}</p>
      {without.length === 0 ? (
        <p>{t('pacts.close.all', { n: pact.registrations.length })}</p>
      ) : (
        <p className="notice">
          {t('pacts.close.without', { units: without.map(({ unitName }) => unitName).join(', ') })}
        </p>
      )}
      <p className="notice">{t('pacts.close.undo')}</p>
      <Refusal error={close.error} />
      <div className="acts">
        <Button kind="main" isBusy={close.isPending} onClick={act}>
          {t('pacts.close.act')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Dialog>
  )
}

function Closed({ pact }: { pact: PactView }) {
  const t = useWords()
  const format = useFormat()
  const { closed, registrations } = pact
  if (closed === null) return null
  const left = registrations.filter(({ unitId }) => closed.without.includes(unitId))
  return (
    <p>
      {t('pacts.close.done', { at: format.dateTime(closed.at), by: closed.byName })}{' '}
      {left.length === 0
        ? null
        : t('pacts.close.doneWithout', { units: left.map(({ unitName }) => unitName).join(', ') })}
      <br />
      <span className="q">{t('pacts.close.hash')}: </span>
      <span className="hash">{closed.sha256}</span>
    </p>
  )
}

/** Who has signed; the chair closes the pact here. */
export function UnitsSection({ pact, year }: { pact: PactView; year: number }) {
  const t = useWords()
  const actor = useActor()
  const [isClosing, setClosing] = useState(false)
  const isHidden = pact.registrations.some(({ content }) => content === null)
  return (
    <section>
      <h2>{t('pacts.units.title')}</h2>
      <Closed pact={pact} />
      <Scroll label={t('pacts.units.title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('pacts.units.unit')}</th>
              <th scope="col">{t('pacts.units.state')}</th>
              <th scope="col">{t('pacts.units.when')}</th>
              <th scope="col">{t('pacts.units.who')}</th>
            </tr>
          </thead>
          <tbody>
            {pact.registrations.map((registration) => (
              <UnitRow key={registration.unitId} registration={registration} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {isHidden ? <p className="q">{t('pacts.units.hidden')}</p> : null}
      {pact.isOpen && mayClosePact(actor, { id: pact.seasonId }) ? (
        <Button kind="main" onClick={() => setClosing(true)}>
          {t('pacts.close.button')}
        </Button>
      ) : null}
      {isClosing ? <CloseDialog pact={pact} year={year} onClose={() => setClosing(false)} /> : null}
    </section>
  )
}

import { pacts } from '@bangvang/contract/pacts'
import { maySignPact } from '@bangvang/core/pacts/policy'
import { useState } from 'react'
import { useActor } from '../../lib/actor.tsx'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import type { OwnProps } from './own-registration.tsx'

function SignDialog({ pact, registration, placed, onClose }: OwnProps & { onClose: () => void }) {
  const t = useWords()
  const sign = useWrite(pacts.sign)
  const { content, unitId, unitName } = registration
  const targets = content.targets.filter(({ target }) => target !== null)
  const named = new Set(targets.map(({ criterionCode }) => criterionCode))
  const without = placed.map(({ criterion }) => criterion.code).filter((code) => !named.has(code))
  const act = () =>
    sign.mutate(
      { params: { seasonId: pact.seasonId, unitId }, body: { revision: content.revision } },
      { onSuccess: onClose },
    )
  return (
    <Dialog title={t('pacts.sign.title', { unit: unitName })} onClose={onClose}>
      <p>{t('pacts.sign.about', { targets: targets.length, movements: content.movements.length })}</p>
      {without.length === 0 ? null : <p>{t('pacts.sign.without', { codes: without.join(', ') })}</p>}
      <p className="notice">{t('pacts.sign.undo')}</p>
      <Refusal error={sign.error} />
      <div className="acts">
        <Button kind="main" isBusy={sign.isPending} onClick={act}>
          {t('pacts.sign.act')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Dialog>
  )
}

function ReopenDialog({ pact, registration, onClose }: OwnProps & { onClose: () => void }) {
  const t = useWords()
  const [reason, setReason] = useState('')
  const reopen = useWrite(pacts.reopen)
  const fault = useFaultWords(reopen.error)
  const params = { seasonId: pact.seasonId, unitId: registration.unitId }
  return (
    <Dialog title={t('pacts.sign.reopenTitle')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          reopen.mutate({ params, body: { reason } }, { onSuccess: onClose })
        }}
      >
        <p>{t('pacts.sign.reopenAbout')}</p>
        <Field
          label={t('pacts.sign.reason')}
          error={fault('#/reason') === null ? null : t('pacts.sign.reasonNeeded')}
        >
          {(input) => (
            <textarea
              {...input}
              rows={3}
              required
              maxLength={2000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <Refusal error={reopen.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={reopen.isPending}>
            {t('pacts.sign.reopenAct')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function Signature({ registration }: OwnProps) {
  const t = useWords()
  const format = useFormat()
  const { signature, content, status } = registration
  if (signature === null || status !== 'signed') return null
  const at = format.dateTime(signature.signedAt)
  if (!signature.isInForce) return <p className="notice">{t('pacts.sign.stale', { at })}</p>
  return (
    <p>
      {t('pacts.sign.by', { name: signature.signedBy, at })}
      <br />
      <span className="q">{t('pacts.sign.hash')}: </span>
      <span className="hash">{content.sha256}</span>
    </p>
  )
}

/** The signature under the registration, and the leader's acts on it. */
export function SignActs(props: OwnProps & { unsaved: number }) {
  const t = useWords()
  const actor = useActor()
  const [open, setOpen] = useState<'sign' | 'reopen' | null>(null)
  const { pact, registration, unsaved } = props
  const isLeader = maySignPact(actor, { seasonId: pact.seasonId, unitId: registration.unitId })
  const isSigned = registration.status === 'signed'
  const close = () => setOpen(null)
  return (
    <>
      <Signature {...props} />
      {pact.isOpen && !isSigned && !isLeader ? <p className="q">{t('pacts.sign.leader')}</p> : null}
      {pact.isOpen && isLeader && isSigned ? (
        <Button onClick={() => setOpen('reopen')}>{t('pacts.sign.reopen')}</Button>
      ) : null}
      {pact.isOpen && isLeader && !isSigned ? (
        <div className="acts">
          <Button
            kind="main"
            aria-disabled={unsaved > 0}
            onClick={() => (unsaved > 0 ? undefined : setOpen('sign'))}
          >
            {t('pacts.sign.button')}
          </Button>
          {unsaved > 0 ? <span className="warn">{t('pacts.sign.unsaved')}</span> : null}
        </div>
      ) : null}
      {open === 'sign' ? <SignDialog {...props} onClose={close} /> : null}
      {open === 'reopen' ? <ReopenDialog {...props} onClose={close} /> : null}
    </>
  )
}

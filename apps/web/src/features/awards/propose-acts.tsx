import { type AwardKindView, type AwardsView, awards } from '@bangvang/contract/awards'
import { useState } from 'react'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useAwardWords } from './use-awards.ts'

type Props = { view: AwardsView; kind: AwardKindView }

function ProposeDialog({ view, kind, onClose }: Props & { onClose: () => void }) {
  const t = useWords()
  const format = useFormat()
  const { nameOf } = useAwardWords(view)
  const propose = useWrite(awards.propose)
  const send = (form: FormData) =>
    propose.mutate(
      {
        params: { seasonId: view.seasonId },
        body: {
          kindCode: kind.code,
          unitId: String(form.get('unit')),
          reason: String(form.get('reason')),
          revision: view.revision,
        },
      },
      { onSuccess: onClose },
    )
  return (
    <Dialog title={t('awards.propose.title', { award: format.text(kind.title) })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!propose.isPending) send(new FormData(event.currentTarget))
        }}
      >
        <Field label={t('awards.propose.unit')}>
          {(input) => (
            <select {...input} name="unit">
              {kind.suggestion.eligible.map(({ unit, rank }) => (
                <option key={unit} value={unit}>
                  {t('awards.propose.option', { unit: nameOf(unit), rank })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('awards.propose.reason')} hint={t('awards.propose.reasonHint')}>
          {(input) => <textarea {...input} name="reason" rows={3} maxLength={2000} />}
        </Field>
        <Refusal error={propose.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={propose.isPending}>
            {t('awards.propose.save')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Proposes who stands next in one press, or another unit with a reason. */
export function ProposeActs({ view, kind }: Props) {
  const t = useWords()
  const { nameOf } = useAwardWords(view)
  const [isOpen, setOpen] = useState(false)
  const propose = useWrite(awards.propose)
  const standing = new Set(
    view.proposals
      .filter(({ kindCode, status }) => kindCode === kind.code && status !== 'withdrawn')
      .map(({ unitId }) => unitId),
  )
  const { proposed, tied, eligible } = kind.suggestion
  const next = [...proposed, ...tied].filter((unit) => !standing.has(unit))
  const act = (unitId: string) =>
    propose.mutate({
      params: { seasonId: view.seasonId },
      body: { kindCode: kind.code, unitId, reason: '', revision: view.revision },
    })
  return (
    <>
      {next.map((unit) => (
        <Button key={unit} kind="main" isBusy={propose.isPending} onClick={() => act(unit)}>
          {t('awards.propose.act', { unit: nameOf(unit) })}
        </Button>
      ))}
      {eligible.some(({ unit }) => !standing.has(unit)) ? (
        <Button onClick={() => setOpen(true)}>{t('awards.propose.other')}</Button>
      ) : null}
      <Refusal error={propose.error} />
      {isOpen ? <ProposeDialog view={view} kind={kind} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

import { ApiProblem } from '@bangvang/contract/client'
import { type LawBody, LawKind, type LawView, laws } from '@bangvang/contract/laws'
import { useState } from 'react'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { LawFields } from './law-fields.tsx'
import { type Replaced, ReplacesFields } from './replaces-fields.tsx'

const empty: LawBody = {
  kind: 'decree',
  number: '',
  title: { vi: '', en: '' },
  issuer: '',
  issuedOn: null,
  effectiveFrom: null,
  effectiveTo: null,
  replaces: [],
  link: null,
  note: '',
  uncertainty: '',
}

function bodyOf(form: FormData, replaces: readonly Replaced[]): LawBody {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return {
    kind: LawKind.options.find((kind) => kind === form.get('kind')) ?? 'other',
    number: text('number'),
    title: { vi: text('titleVi'), en: text('titleEn') },
    issuer: text('issuer'),
    issuedOn: text('issuedOn') || null,
    effectiveFrom: text('effectiveFrom') || null,
    effectiveTo: text('effectiveTo') || null,
    replaces: replaces.map(({ key: _, note, ...one }) => ({ ...one, note: one.isInPart ? note : '' })),
    link: text('link') || null,
    note: text('note'),
    uncertainty: text('uncertainty'),
  }
}

/** The law as someone else has saved it meanwhile, of a refused change. */
const currentOf = (error: unknown): LawView | null =>
  error instanceof ApiProblem && error.code === 'law-changed' ? (error.problem.current as LawView) : null

const fields = [
  'number',
  'kind',
  'issuer',
  'issuedOn',
  'effectiveFrom',
  'effectiveTo',
  'link',
  'note',
  'uncertainty',
] as const

/** What differs between the law the form began with and the one that stands now, in words. */
function useChangedFields(): (before: LawBody, now: LawView) => string {
  const t = useWords()
  return (before, now) => {
    const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
    return [
      ...fields.filter((field) => before[field] !== now[field]).map((field) => t(`laws.field.${field}`)),
      ...(same(before.title, now.title) ? [] : [t('laws.field.titleVi')]),
      ...(same(before.replaces, now.replaces) ? [] : [t('laws.replaces.title')]),
      ...('file' in before && !same(before.file, now.file) ? [t('laws.file.title')] : []),
    ].join(', ')
  }
}

type FormProps = {
  law: LawView | null
  shelf: readonly LawView[]
  onClose: () => void
  onTakeTheirs: (theirs: LawView) => void
}

function LawForm({ law, shelf, onClose, onTakeTheirs }: FormProps) {
  const t = useWords()
  const format = useFormat()
  const changedFields = useChangedFields()
  const create = useWrite(laws.create, ['drafts'])
  const change = useWrite(laws.change, ['drafts'])
  const error = create.error ?? change.error
  const fault = useFaultWords(error)
  const theirs = currentOf(error)
  const begun = law ?? empty
  const [replaces, setReplaces] = useState(() => begun.replaces.map((one, key) => ({ ...one, key })))
  const others = shelf.filter(({ id }) => id !== law?.id).sort((a, b) => format.compare(a.number, b.number))
  const send = (form: FormData) => {
    const body = bodyOf(form, replaces)
    if (create.isPending || change.isPending) return
    if (law === null) create.mutate({ body }, { onSuccess: onClose })
    else
      change.mutate(
        { params: { lawId: law.id }, body: { ...body, version: (theirs ?? law).version } },
        { onSuccess: onClose },
      )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send(new FormData(event.currentTarget))
      }}
    >
      <LawFields law={begun} fault={fault} />
      <ReplacesFields replaces={replaces} others={others} fault={fault} onChange={setReplaces} />
      <Refusal error={error} />
      {theirs === null ? null : <p>{t('laws.changed', { fields: changedFields(begun, theirs) })}</p>}
      <div className="acts">
        <Button kind="main" type="submit" isBusy={create.isPending || change.isPending}>
          {t(theirs === null ? 'laws.save' : 'laws.keepMine')}
        </Button>
        {theirs === null ? null : (
          <Button onClick={() => onTakeTheirs(theirs)}>{t('laws.takeTheirs')}</Button>
        )}
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </form>
  )
}

type Props = { law: LawView | null; shelf: readonly LawView[]; onClose: () => void }

/** A legal document is put on the shelf (`law` null) or changed; what someone else saved meanwhile is told and never overwritten unasked. */
export function LawDialog({ law, shelf, onClose }: Props) {
  const t = useWords()
  const [begun, setBegun] = useState(law)
  const title = begun === null ? t('laws.addTitle') : t('laws.editTitle', { number: begun.number })
  return (
    <Dialog title={title} onClose={onClose}>
      <LawForm key={begun?.version} law={begun} shelf={shelf} onClose={onClose} onTakeTheirs={setBegun} />
    </Dialog>
  )
}

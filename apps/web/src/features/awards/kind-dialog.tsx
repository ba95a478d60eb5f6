import { type AwardKindView, type AwardsView, awards } from '@bangvang/contract/awards'
import { standardAwards } from '@bangvang/core/awards/award-kind'
import type { ThresholdTest } from '@bangvang/core/ballots/question'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { KindRules } from './kind-rules.tsx'

type Settings = Omit<AwardKindView, 'suggestion' | 'version' | 'code' | 'basis'>
export type Fault = (pointer: string) => string | null

/** What stands in the form, as an award's settings; a fraction that is none is the server's to name. */
function settingsOf(form: FormData): Settings {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return {
    title: { vi: text('vi'), en: text('en') },
    position: Number(text('position')),
    quota: Number(text('quota')),
    minGrade: text('grade') || null,
    notWith: form.getAll('notWith').map(String),
    quorum: {
      share: text('quorum'),
      of: 'members',
      test: 'atLeast',
      counts: form.get('written') === null ? 'present' : 'presentOrWritten',
    },
    threshold: {
      share: text('share'),
      of: text('base') as Settings['threshold']['of'],
      test: text('test') as ThresholdTest,
    },
    legalBasis: text('basis'),
  }
}

function Names({ kind, fault }: { kind: AwardKindView | null; fault: Fault }) {
  const t = useWords()
  return (
    <>
      {kind === null ? (
        <Field label={t('awards.kind.code')}>
          {(input) => <input {...input} name="code" required maxLength={40} />}
        </Field>
      ) : null}
      <Field label={t('awards.kind.titleVi')} error={fault('#/title/vi')}>
        {(input) => (
          <input {...input} name="vi" required maxLength={200} defaultValue={kind?.title.vi ?? ''} />
        )}
      </Field>
      <Field label={t('awards.kind.titleEn')} error={fault('#/title/en')}>
        {(input) => (
          <input {...input} name="en" required maxLength={200} defaultValue={kind?.title.en ?? ''} />
        )}
      </Field>
    </>
  )
}

function Remove({ view, kind, onClose }: { view: AwardsView; kind: AwardKindView; onClose: () => void }) {
  const t = useWords()
  const remove = useWrite(awards.removeKind)
  const params = { seasonId: view.seasonId, kindCode: kind.code }
  return (
    <>
      <Button
        className="danger"
        isBusy={remove.isPending}
        onClick={() => remove.mutate({ params, query: { version: kind.version } }, { onSuccess: onClose })}
      >
        {t('awards.kind.remove')}
      </Button>
      <Refusal error={remove.error} />
    </>
  )
}

type Props = { view: AwardsView; kind: AwardKindView | null; onClose: () => void }

/** The rules of an award: all of them configuration, with where they stand (domain.md "Awards"). */
export function KindDialog({ view, kind, onClose }: Props) {
  const t = useWords()
  const format = useFormat()
  const save = useWrite(awards.saveKind)
  const fault = useFaultWords(save.error)
  const send = (form: FormData) =>
    save.mutate(
      {
        params: { seasonId: view.seasonId, kindCode: kind?.code ?? String(form.get('code')).trim() },
        body: { ...settingsOf(form), version: kind?.version ?? 0 },
      },
      { onSuccess: onClose },
    )
  const title =
    kind === null ? t('awards.kind.addTitle') : t('awards.kind.editTitle', { award: format.text(kind.title) })
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending) send(new FormData(event.currentTarget))
        }}
      >
        <Names kind={kind} fault={fault} />
        <KindRules view={view} kind={kind} usual={standardAwards[0]} fault={fault} />
        <Refusal error={save.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={save.isPending}>
            {t('awards.kind.save')}
          </Button>
          {kind === null ? null : <Remove view={view} kind={kind} onClose={onClose} />}
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

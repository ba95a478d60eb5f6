import { type MakeablePaperView, type PapersView, papers } from '@bangvang/contract/papers'
import { useActor } from '../../lib/actor.tsx'
import { useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

type Props = { view: PapersView; paper: MakeablePaperView; name: string; onClose: () => void }

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function Fields({ view, fault }: Pick<Props, 'view'> & { fault: (pointer: string) => string | null }) {
  const t = useWords()
  const actor = useActor()
  const { place, day, recipients } = view.defaults
  return (
    <>
      <Field label={t('papers.issue.place')} error={fault('#/place')}>
        {(input) => <input {...input} name="place" defaultValue={place} required maxLength={100} />}
      </Field>
      <Field label={t('papers.issue.day')} error={fault('#/day')}>
        {(input) => <input {...input} name="day" type="date" defaultValue={day} required />}
      </Field>
      <Field label={t('papers.issue.signer')} error={fault('#/signer/name')}>
        {(input) => (
          <input {...input} name="signer" defaultValue={actor?.name ?? ''} required maxLength={200} />
        )}
      </Field>
      <Field
        label={t('papers.issue.signerTitle')}
        hint={t('papers.issue.signerTitleHint')}
        error={fault('#/signer/title')}
      >
        {(input) => <input {...input} name="title" maxLength={200} />}
      </Field>
      <Field
        label={t('papers.issue.recipients')}
        hint={t('papers.issue.recipientsHint')}
        error={fault('#/recipients')}
      >
        {(input) => <textarea {...input} name="recipients" rows={4} defaultValue={recipients.join('\n')} />}
      </Field>
    </>
  )
}

/** The chair issues a paper: place, day, signature and recipients; the number is the next of its series. */
export function IssueDialog({ view, paper, name, onClose }: Props) {
  const t = useWords()
  const issue = useWrite(papers.issue, ['papers', 'public'])
  const fault = useFaultWords(issue.error)
  const { kind, about, editions } = paper
  const seen = editions ?? 0
  const send = (form: FormData) => {
    const said = (field: string) => String(form.get(field)).trim()
    issue.mutate(
      {
        params: { seasonId: view.seasonId, kind },
        body: {
          about,
          place: said('place'),
          day: said('day'),
          signer: { name: said('signer'), title: said('title') },
          recipients: linesOf(said('recipients')),
          seen,
        },
      },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog title={t('papers.issue.title', { paper: name })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!issue.isPending) send(new FormData(event.currentTarget))
        }}
      >
        <p>{t('papers.issue.note')}</p>
        {seen > 0 ? <p className="notice">{t('papers.issue.again', { n: seen })}</p> : null}
        <Fields view={view} fault={fault} />
        <Refusal error={issue.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={issue.isPending}>
            {t('papers.issue.act')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

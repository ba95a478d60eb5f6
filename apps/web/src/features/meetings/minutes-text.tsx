import { ApiProblem } from '@bangvang/contract/client'
import { type MinutesView, minutes, type ParagraphView } from '@bangvang/contract/minutes'
import { type ParagraphKind, paragraphKinds } from '@bangvang/core/meetings/minutes'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Refusal } from '../../ui/refusal.tsx'

type Paragraph = z.infer<typeof ParagraphView>

function KindField({ kind }: { kind: ParagraphKind }) {
  const t = useWords()
  return (
    <Field label={t('meetings.minutes.kind')}>
      {(input) => (
        <select {...input} name="kind" defaultValue={kind}>
          {paragraphKinds.map((one) => (
            <option key={one} value={one}>
              {t(`meetings.minutes.kinds.${one}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

const typedIn = (element: HTMLFormElement) => {
  const form = new FormData(element)
  return { kind: String(form.get('kind')) as ParagraphKind, text: String(form.get('text')) }
}

type FormProps = { view: MinutesView; paragraph: Paragraph; n: number; onDone: () => void }

/** What stands now at a lost race, to choose from. */
function Theirs({ error, onTake }: { error: unknown; onTake: (theirs: Paragraph) => void }) {
  const t = useWords()
  if (!(error instanceof ApiProblem) || error.code !== 'paragraph-changed') return null
  const theirs = error.problem.current as Paragraph | null
  if (theirs === null || theirs === undefined) return null
  return (
    <div className="notice">
      <p>{t('meetings.minutes.changed', { text: theirs.text })}</p>
      <Button isSmall onClick={() => onTake(theirs)}>
        {t('meetings.minutes.takeTheirs')}
      </Button>
    </div>
  )
}

function EditForm({ view, paragraph, n, onDone }: FormProps) {
  const t = useWords()
  const save = useWrite(minutes.saveParagraph)
  const fault = useFaultWords(save.error)
  const current =
    save.error instanceof ApiProblem && save.error.code === 'paragraph-changed'
      ? (save.error.problem.current as Paragraph | null)
      : null
  const version = current?.version ?? paragraph.version
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending)
          save.mutate(
            {
              params: { meetingId: view.meetingId, paragraphId: paragraph.id },
              body: { ...typedIn(event.currentTarget), version },
            },
            { onSuccess: onDone },
          )
      }}
    >
      <KindField kind={paragraph.kind} />
      <Field label={t('meetings.minutes.edit', { n })} error={fault('#/text')}>
        {(input) => (
          <textarea
            {...input}
            name="text"
            rows={4}
            required
            maxLength={10_000}
            defaultValue={paragraph.text}
          />
        )}
      </Field>
      <Theirs error={save.error} onTake={onDone} />
      <Refusal error={save.error} />
      <div className="acts">
        <Button type="submit" isSmall kind="main" isBusy={save.isPending}>
          {t(current === null ? 'meetings.minutes.save' : 'meetings.minutes.keepMine')}
        </Button>
        <Button isSmall onClick={onDone}>
          {t('shell.cancel')}
        </Button>
      </div>
    </form>
  )
}

function AddForm({
  view,
  afterId,
  onDone,
}: {
  view: MinutesView
  afterId: string | null
  onDone: () => void
}) {
  const t = useWords()
  const add = useWrite(minutes.addParagraph)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!add.isPending)
          add.mutate(
            { params: { meetingId: view.meetingId }, body: { afterId, ...typedIn(event.currentTarget) } },
            { onSuccess: onDone },
          )
      }}
    >
      <KindField kind="paragraph" />
      <Field label={t('meetings.minutes.text')}>
        {(input) => <textarea {...input} name="text" rows={3} required maxLength={10_000} />}
      </Field>
      <Refusal error={add.error} />
      <div className="acts">
        <Button type="submit" isSmall kind="main" isBusy={add.isPending}>
          {t('meetings.minutes.save')}
        </Button>
        <Button isSmall onClick={onDone}>
          {t('shell.cancel')}
        </Button>
      </div>
    </form>
  )
}

function Shown({ paragraph }: { paragraph: Paragraph }) {
  if (paragraph.kind === 'heading') return <h2>{paragraph.text}</h2>
  return <p className={paragraph.kind === 'bullet' ? 'bullet' : ''}>{paragraph.text}</p>
}

type Open = 'edit' | 'add' | null

function Line({ view, paragraph, n }: { view: MinutesView; paragraph: Paragraph; n: number }) {
  const t = useWords()
  const format = useFormat()
  const [open, setOpen] = useState<Open>(null)
  const remove = useWrite(minutes.removeParagraph)
  const done = () => setOpen(null)
  const { editedBy, editedAt } = paragraph
  return (
    <li className={open === null ? '' : 'open'}>
      {open === 'edit' ? (
        <EditForm view={view} paragraph={paragraph} n={n} onDone={done} />
      ) : (
        <Shown paragraph={paragraph} />
      )}
      {editedBy === null || editedAt === null ? null : (
        <small className="q">
          {t('meetings.minutes.editedBy', { by: editedBy, at: format.dateTime(editedAt) })}
        </small>
      )}
      {view.may.edit && open === null ? (
        <div className="minutes-acts no-print">
          <Button
            isSmall
            kind="quiet"
            aria-label={t('meetings.minutes.edit', { n })}
            onClick={() => setOpen('edit')}
          >
            {t('meetings.said.edit')}
          </Button>
          <button
            type="button"
            className="tool"
            aria-label={t('meetings.minutes.add', { n })}
            onClick={() => setOpen('add')}
          >
            <Icon of={Plus} />
          </button>
          <button
            type="button"
            className="tool"
            aria-label={t('meetings.minutes.remove', { n })}
            onClick={() =>
              remove.mutate({
                params: { meetingId: view.meetingId, paragraphId: paragraph.id },
                query: { version: paragraph.version },
              })
            }
          >
            <Icon of={Trash2} />
          </button>
        </div>
      ) : null}
      <Refusal error={remove.error} />
      {open === 'add' ? <AddForm view={view} afterId={paragraph.id} onDone={done} /> : null}
    </li>
  )
}

/** The text, paragraph by paragraph; each is edited and saved by itself. */
export function MinutesText({ view }: { view: MinutesView }) {
  return (
    <ol className="minutes-text">
      {view.paragraphs.map((paragraph, at) => (
        <Line key={paragraph.id} view={view} paragraph={paragraph} n={at + 1} />
      ))}
    </ol>
  )
}

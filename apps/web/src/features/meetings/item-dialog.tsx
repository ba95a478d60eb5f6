import { type AgendaItemView, type MeetingView, meetings, type Paper } from '@bangvang/contract/meetings'
import { type AgendaKind, agendaKinds, type PaperKind, paperKinds } from '@bangvang/core/meetings/meeting'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Refusal } from '../../ui/refusal.tsx'

type PaperOf = z.infer<typeof Paper>
type PapersProps = {
  meeting: MeetingView
  papers: readonly PaperOf[]
  onChange: (papers: PaperOf[]) => void
}

function Papers({ meeting, papers, onChange }: PapersProps) {
  const t = useWords()
  const [kind, setKind] = useState<PaperKind>('board')
  const [ref, setRef] = useState('')
  const [title, setTitle] = useState('')
  const isOfSeason = kind === 'board' || kind === 'ranking' || kind === 'criteria'
  const wanted = isOfSeason ? meeting.seasonId : ref
  const named = title.trim() === '' ? t(`meetings.agenda.paperKinds.${kind}`) : title.trim()
  const add = () => {
    if (wanted === '') return
    onChange([...papers, { kind, ref: wanted, title: named }])
    setRef('')
    setTitle('')
  }
  return (
    <fieldset className="item-papers">
      <legend>{t('meetings.agenda.papers')}</legend>
      <ul className="plain-list">
        {papers.map((paper) => (
          <li key={`${paper.kind} ${paper.ref}`}>
            <span>{`${t(`meetings.agenda.paperKinds.${paper.kind}`)}: ${paper.title}`}</span>
            <button
              type="button"
              className="tool"
              aria-label={t('meetings.agenda.removePaper', { name: paper.title })}
              onClick={() => onChange(papers.filter((one) => one !== paper))}
            >
              <Icon of={X} />
            </button>
          </li>
        ))}
      </ul>
      <div className="row-2">
        <Field label={t('meetings.agenda.paperKind')}>
          {(input) => (
            <select {...input} value={kind} onChange={({ target }) => setKind(target.value as PaperKind)}>
              {paperKinds.map((one) => (
                <option key={one} value={one}>
                  {t(`meetings.agenda.paperKinds.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('meetings.agenda.paperTitle')}>
          {(input) => (
            <input
              {...input}
              value={title}
              maxLength={300}
              onChange={({ target }) => setTitle(target.value)}
            />
          )}
        </Field>
      </div>
      {isOfSeason ? null : (
        <Field label={t('meetings.agenda.paperRef')}>
          {(input) =>
            kind === 'file' ? (
              <select {...input} value={ref} onChange={({ target }) => setRef(target.value)}>
                <option value="" />
                {meeting.files.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            ) : (
              <input {...input} value={ref} maxLength={500} onChange={({ target }) => setRef(target.value)} />
            )
          }
        </Field>
      )}
      <Button isSmall onClick={add}>
        {t('meetings.agenda.paper')}
      </Button>
    </fieldset>
  )
}

type Props = { meeting: MeetingView; item: z.infer<typeof AgendaItemView> | null; onClose: () => void }

/** Adds an item to the agenda, or changes one. */
export function ItemDialog({ meeting, item, onClose }: Props) {
  const t = useWords()
  const add = useWrite(meetings.addItem)
  const change = useWrite(meetings.changeItem)
  const error = add.error ?? change.error
  const fault = useFaultWords(error)
  const [papers, setPapers] = useState<PaperOf[]>(item?.papers ?? [])
  const send = (form: FormData) => {
    const typed = String(form.get('minutes'))
    const body = {
      title: String(form.get('title')),
      kind: String(form.get('kind')) as AgendaKind,
      minutes: typed === '' ? null : Number(typed),
      papers,
    }
    const { id: meetingId } = meeting
    if (item === null) add.mutate({ params: { meetingId }, body }, { onSuccess: onClose })
    else
      change.mutate(
        { params: { meetingId, itemId: item.id }, body: { ...body, version: item.version } },
        { onSuccess: onClose },
      )
  }
  const title = item === null ? t('meetings.agenda.add') : t('meetings.agenda.edit', { n: item.position })
  return (
    <Dialog title={title} onClose={onClose} className="wide">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!add.isPending && !change.isPending) send(new FormData(event.currentTarget))
        }}
      >
        <Field label={t('meetings.agenda.itemTitle')} error={fault('#/title')}>
          {(input) => (
            <textarea {...input} name="title" rows={2} required maxLength={500} defaultValue={item?.title} />
          )}
        </Field>
        <div className="row-2">
          <Field label={t('meetings.agenda.itemKind')}>
            {(input) => (
              <select {...input} name="kind" defaultValue={item?.kind}>
                {agendaKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`meetings.agenda.kinds.${kind}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t('meetings.agenda.itemMinutes')} error={fault('#/minutes')}>
            {(input) => (
              <input
                {...input}
                name="minutes"
                type="number"
                min={1}
                max={1440}
                defaultValue={item?.minutes ?? ''}
              />
            )}
          </Field>
        </div>
        <Papers meeting={meeting} papers={papers} onChange={setPapers} />
        <Refusal error={error} />
        <Button kind="main" type="submit" isBusy={add.isPending || change.isPending}>
          {t('meetings.agenda.save')}
        </Button>
      </form>
    </Dialog>
  )
}

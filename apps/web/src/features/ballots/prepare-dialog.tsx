import { ballots } from '@bangvang/contract/ballots'
import type { MeetingView } from '@bangvang/contract/meetings'
import type { Base, Question, ThresholdTest } from '@bangvang/core/ballots/question'
import { useState } from 'react'
import { useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

const kinds = ['yesNo', 'choose', 'approve'] as const
const bases = ['members', 'present', 'cast', 'valid', 'expressed'] as const satisfies readonly Base[]
const tests = ['moreThan', 'atLeast'] as const satisfies readonly ThresholdTest[]

const linesOf = (form: FormData): string[] =>
  String(form.get('options') ?? '')
    .split('\n')
    .map((line) => line.trim().normalize('NFC'))
    .filter((line) => line !== '')

/** What the form asks, as core's `checkQuestion` reads it. */
export function questionOf(form: FormData): Question {
  const text = (name: string) => String(form.get(name))
  const common = {
    quorum: {
      share: text('quorumShare'),
      of: 'members' as const,
      test: 'atLeast' as const,
      counts: form.get('countsWritten') === null ? ('present' as const) : ('presentOrWritten' as const),
    },
    threshold: {
      share: text('share'),
      of: text('of') as Base,
      test: text('test') as ThresholdTest,
    },
  }
  const kind = text('kind') as Question['kind']
  if (kind === 'yesNo') return { kind, ...common }
  const listed = { options: linesOf(form), seats: Number(form.get('seats')) }
  return kind === 'approve'
    ? { kind, ...common, ...listed }
    : { kind, ...common, ...listed, maxChoices: Number(form.get('most')) }
}

type Props = { meeting: MeetingView; itemId: string; onClose: () => void }

function Options({ kind, fault }: { kind: string; fault: (pointer: string) => string | null }) {
  const t = useWords()
  if (kind === 'yesNo') return null
  return (
    <>
      <Field label={t('ballots.prepare.options')} error={fault('#/question/options')}>
        {(input) => <textarea {...input} name="options" rows={5} required />}
      </Field>
      <div className="row-2">
        <Field label={t('ballots.prepare.seats')} error={fault('#/question/seats')}>
          {(input) => <input {...input} name="seats" type="number" min={1} defaultValue={1} required />}
        </Field>
        {kind === 'choose' ? (
          <Field label={t('ballots.prepare.most')} error={fault('#/question/maxChoices')}>
            {(input) => <input {...input} name="most" type="number" min={1} defaultValue={1} required />}
          </Field>
        ) : null}
      </div>
    </>
  )
}

function Rules({ quorumShare, fault }: { quorumShare: string; fault: (pointer: string) => string | null }) {
  const t = useWords()
  return (
    <>
      <div className="row-2">
        <Field label={t('ballots.prepare.test')}>
          {(input) => (
            <select {...input} name="test">
              {tests.map((test) => (
                <option key={test} value={test}>
                  {t(`ballots.prepare.tests.${test}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={t('ballots.prepare.threshold')}
          hint={t('ballots.prepare.shareHint')}
          error={fault('#/question/threshold/share')}
        >
          {(input) => <input {...input} name="share" defaultValue="1/2" required pattern="\d{1,9}/\d{1,9}" />}
        </Field>
      </div>
      <div className="row-2">
        <Field label={t('ballots.prepare.thresholdOf')}>
          {(input) => (
            <select {...input} name="of">
              {bases.map((base) => (
                <option key={base} value={base}>
                  {t(`ballots.base.${base}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('ballots.prepare.quorum')} error={fault('#/question/quorum/share')}>
          {(input) => (
            <input
              {...input}
              name="quorumShare"
              defaultValue={quorumShare}
              required
              pattern="\d{1,9}/\d{1,9}"
            />
          )}
        </Field>
      </div>
      <label className="check">
        <input type="checkbox" name="countsWritten" />
        <span>{t('ballots.prepare.countsWritten')}</span>
      </label>
    </>
  )
}

/** Prepares an open vote on an item: what is asked and by which rule it is decided. */
export function PrepareDialog({ meeting, itemId, onClose }: Props) {
  const t = useWords()
  const prepare = useWrite(ballots.prepare, ['meetings'])
  const fault = useFaultWords(prepare.error)
  const [kind, setKind] = useState<Question['kind']>('yesNo')
  const title = meeting.agenda.find(({ id }) => id === itemId)?.title ?? ''
  const send = (form: FormData) =>
    prepare.mutate(
      {
        body: {
          meetingId: meeting.id,
          itemId,
          title: String(form.get('title')),
          preset: null,
          legalBasis: String(form.get('basis')),
          showsVotes: form.get('showsVotes') !== null,
          question: questionOf(form),
        },
      },
      { onSuccess: onClose },
    )
  return (
    <Dialog title={t('ballots.prepare.title')} onClose={onClose} className="wide">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!prepare.isPending) send(new FormData(event.currentTarget))
        }}
      >
        <Field label={t('ballots.prepare.ask')} error={fault('#/title')}>
          {(input) => (
            <textarea {...input} name="title" rows={2} required maxLength={1000} defaultValue={title} />
          )}
        </Field>
        <Field label={t('ballots.prepare.kind')}>
          {(input) => (
            <select
              {...input}
              name="kind"
              value={kind}
              onChange={({ target }) => setKind(target.value as Question['kind'])}
            >
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {t(`ballots.prepare.kinds.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Options kind={kind} fault={fault} />
        <Rules quorumShare={meeting.quorumRule.share} fault={fault} />
        <Field label={t('ballots.prepare.basis')}>
          {(input) => (
            <input {...input} name="basis" maxLength={1000} defaultValue={meeting.quorumRule.legalBasis} />
          )}
        </Field>
        <label className="check">
          <input type="checkbox" name="showsVotes" defaultChecked />
          <span>{t('ballots.prepare.showsVotes')}</span>
        </label>
        <Refusal error={prepare.error} />
        <Button kind="main" type="submit" isBusy={prepare.isPending}>
          {t('ballots.prepare.save')}
        </Button>
      </form>
    </Dialog>
  )
}

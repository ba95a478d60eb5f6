import { ballots } from '@bangvang/contract/ballots'
import type { MeetingView } from '@bangvang/contract/meetings'
import { ballotPresets, type PresetName, presetNames } from '@bangvang/core/ballots/presets'
import type { Question } from '@bangvang/core/ballots/question'
import { useState } from 'react'
import { useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Options, questionOf, Rules } from './question-fields.tsx'

const kinds = ['yesNo', 'choose', 'approve'] as const

type AskedProps = { title: string; fault: (pointer: string) => string | null }

function Asked({ title, fault }: AskedProps) {
  const t = useWords()
  const [presetName, setPresetName] = useState<PresetName>('conclusion')
  const preset = ballotPresets[presetName]
  const [kind, setKind] = useState<Question['kind']>(preset.question.kind)
  const choosePreset = (name: PresetName) => {
    setPresetName(name)
    setKind(ballotPresets[name].question.kind)
  }
  return (
    <>
      <Field label={t('ballots.prepare.ask')} error={fault('#/title')}>
        {(input) => (
          <textarea {...input} name="title" rows={2} required maxLength={1000} defaultValue={title} />
        )}
      </Field>
      <Field label={t('ballots.prepare.preset')}>
        {(input) => (
          <select
            {...input}
            name="preset"
            value={presetName}
            onChange={({ target }) => choosePreset(target.value as PresetName)}
          >
            {presetNames.map((name) => (
              <option key={name} value={name}>
                {t(`ballots.prepare.presets.${name}`)}
              </option>
            ))}
          </select>
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
      <Rules key={presetName} preset={preset} fault={fault} />
      <Field label={t('ballots.prepare.basis')}>
        {(input) => (
          <input key={presetName} {...input} name="basis" maxLength={1000} defaultValue={preset.legalBasis} />
        )}
      </Field>
    </>
  )
}

type Props = { meeting: MeetingView; itemId: string; onClose: () => void }

/** Prepares an open vote on an item: what is asked and by which rule it is decided. */
export function PrepareDialog({ meeting, itemId, onClose }: Props) {
  const t = useWords()
  const prepare = useWrite(ballots.prepare, ['meetings'])
  const fault = useFaultWords(prepare.error)
  const title = meeting.agenda.find(({ id }) => id === itemId)?.title ?? ''
  const send = (form: FormData) =>
    prepare.mutate(
      {
        body: {
          meetingId: meeting.id,
          itemId,
          title: String(form.get('title')),
          preset: String(form.get('preset')),
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
        <Asked title={title} fault={fault} />
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

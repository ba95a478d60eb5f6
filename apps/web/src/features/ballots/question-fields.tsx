import type { BallotPreset } from '@bangvang/core/ballots/presets'
import type { Base, Question, ThresholdTest } from '@bangvang/core/ballots/question'
import { useWords } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'

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

/** The list of a question that chooses among names, and how many win. */
export function Options({ kind, fault }: { kind: string; fault: (pointer: string) => string | null }) {
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

type RulesProps = { preset: BallotPreset; fault: (pointer: string) => string | null }

/** By which shares of whom it is decided, as the preset proposes. */
export function Rules({ preset: { question }, fault }: RulesProps) {
  const t = useWords()
  const { quorum, threshold } = question
  return (
    <>
      <div className="row-2">
        <Field label={t('ballots.prepare.test')}>
          {(input) => (
            <select {...input} name="test" defaultValue={threshold.test}>
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
          {(input) => (
            <input
              {...input}
              name="share"
              defaultValue={threshold.share}
              required
              pattern="\d{1,9}/\d{1,9}"
            />
          )}
        </Field>
      </div>
      <div className="row-2">
        <Field label={t('ballots.prepare.thresholdOf')}>
          {(input) => (
            <select {...input} name="of" defaultValue={threshold.of}>
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
              defaultValue={quorum.share}
              required
              pattern="\d{1,9}/\d{1,9}"
            />
          )}
        </Field>
      </div>
      <label className="check">
        <input type="checkbox" name="countsWritten" defaultChecked={quorum.counts === 'presentOrWritten'} />
        <span>{t('ballots.prepare.countsWritten')}</span>
      </label>
    </>
  )
}

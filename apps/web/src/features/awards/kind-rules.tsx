import type { AwardKindView, AwardsView } from '@bangvang/contract/awards'
import type { AwardKind } from '@bangvang/core/awards/award-kind'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'
import type { Fault } from './kind-dialog.tsx'

type Props = {
  view: AwardsView
  kind: AwardKindView | null
  /** What a new award begins from. */
  usual: AwardKind | undefined
  fault: Fault
}

function Eligibility({ view, kind, fault }: Props) {
  const t = useWords()
  const format = useFormat()
  const others = view.kinds.filter(({ code }) => code !== kind?.code)
  return (
    <>
      <div className="row-2">
        <Field label={t('awards.kind.quota')} error={fault('#/quota')}>
          {(input) => (
            <input
              {...input}
              name="quota"
              type="number"
              min={1}
              max={1000}
              required
              defaultValue={kind?.quota ?? 1}
            />
          )}
        </Field>
        <Field label={t('awards.kind.position')} error={fault('#/position')}>
          {(input) => (
            <input
              {...input}
              name="position"
              type="number"
              min={1}
              max={100}
              required
              defaultValue={kind?.position ?? view.kinds.length + 1}
            />
          )}
        </Field>
      </div>
      <Field label={t('awards.kind.minGrade')} error={fault('#/minGrade')}>
        {(input) => (
          <select {...input} name="grade" defaultValue={kind?.minGrade ?? ''}>
            <option value="">{t('awards.kind.anyGrade')}</option>
            {view.grades.map(({ code, title }) => (
              <option key={code} value={code}>
                {format.text(title)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {others.length === 0 ? null : (
        <fieldset className="ticks">
          <legend>{t('awards.kind.notWith')}</legend>
          {others.map(({ code, title }) => (
            <label key={code} className="check">
              <input
                type="checkbox"
                name="notWith"
                value={code}
                defaultChecked={kind?.notWith.includes(code) ?? false}
              />
              {format.text(title)}
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}

const bases = ['members', 'present', 'cast', 'valid', 'expressed'] as const
const tests = ['atLeast', 'moreThan'] as const

function VoteRules({ kind, usual, fault }: Props) {
  const t = useWords()
  const { threshold, quorum } = kind ?? usual ?? {}
  return (
    <>
      <Field
        label={t('awards.kind.threshold')}
        hint={t('awards.kind.thresholdHint')}
        error={fault('#/threshold/share')}
      >
        {(input) => <input {...input} name="share" required maxLength={20} defaultValue={threshold?.share} />}
      </Field>
      <div className="row-2">
        <Field label={t('awards.kind.test')}>
          {(input) => (
            <select {...input} name="test" defaultValue={threshold?.test}>
              {tests.map((test) => (
                <option key={test} value={test}>
                  {t(`awards.kind.${test}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('awards.kind.base')}>
          {(input) => (
            <select {...input} name="base" defaultValue={threshold?.of}>
              {bases.map((base) => (
                <option key={base} value={base}>
                  {t(`awards.base.${base}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field
        label={t('awards.kind.quorum')}
        hint={t('awards.kind.thresholdHint')}
        error={fault('#/quorum/share')}
      >
        {(input) => <input {...input} name="quorum" required maxLength={20} defaultValue={quorum?.share} />}
      </Field>
      <label className="check">
        <input type="checkbox" name="written" defaultChecked={quorum?.counts === 'presentOrWritten'} />
        {t('awards.kind.written')}
      </label>
    </>
  )
}

/** Quota, who may be proposed, and the vote the award needs, with where that stands. */
export function KindRules(props: Props) {
  const t = useWords()
  const { kind, fault } = props
  return (
    <>
      <Eligibility {...props} />
      <VoteRules {...props} />
      <Field label={t('awards.kind.basis')} hint={t('awards.kind.basisHint')} error={fault('#/legalBasis')}>
        {(input) => (
          <textarea
            {...input}
            name="basis"
            rows={3}
            required
            maxLength={1000}
            defaultValue={kind?.legalBasis ?? ''}
          />
        )}
      </Field>
    </>
  )
}

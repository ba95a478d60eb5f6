import type { Rule } from '@bangvang/core/criteria/document'
import type { ReactNode } from 'react'
import { useWords } from '../../lib/words.ts'
import { newBonus, numericRules, ruleOf, rulesFor } from './defaults.ts'
import { AmountField, ChoiceField, useFieldFault } from './fields.tsx'
import type { Form } from './form.ts'
import { ListFields } from './list-fields.tsx'
import { listValue } from './list-value.ts'
import { BetterField } from './measure-fields.tsx'

/** What counting steps needs: from where, to which side, each how far, how many points, how counted. */
function Counting({ form, under }: { form: Form; under: 'rule' | 'bonus' }) {
  const t = useWords()
  return (
    <>
      <AmountField form={form} path={`${under}.from`} label={t('criteria.edit.from')} />
      <ChoiceField
        form={form}
        path={`${under}.side`}
        label={t('criteria.edit.side')}
        options={(['below', 'above'] as const).map((value) => ({
          value,
          words: t(`criteria.edit.sideOf.${value}`),
        }))}
      />
      <AmountField form={form} path={`${under}.per`} label={t('criteria.edit.per')} />
      <AmountField
        form={form}
        path={`${under}.points`}
        label={t(under === 'rule' ? 'criteria.edit.taken' : 'criteria.edit.given')}
      />
      <ChoiceField
        form={form}
        path={`${under}.count`}
        label={t('criteria.edit.count')}
        options={(['exact', 'completed', 'started'] as const).map((value) => ({
          value,
          words: t(`criteria.edit.countOf.${value}`),
        }))}
      />
    </>
  )
}

function Tiers({ form }: { form: Form }) {
  const t = useWords()
  return (
    <ListFields
      form={form}
      path="rule.tiers"
      legend={t('criteria.edit.tiers')}
      addWords={t('criteria.edit.addTier')}
      newItem={() => ({ bound: '0', points: '0' })}
    >
      {(path) => (
        <>
          <AmountField form={form} path={`${path}.bound`} label={t('criteria.edit.bound')} />
          <AmountField form={form} path={`${path}.points`} label={t('criteria.edit.points')} />
        </>
      )}
    </ListFields>
  )
}

function PlaceTable({ form }: { form: Form }) {
  const t = useWords()
  return (
    <ListFields
      form={form}
      path="rule.points"
      legend={t('criteria.edit.places')}
      addWords={t('criteria.edit.addPlace')}
      newItem={() => '0'}
    >
      {(path, place) => (
        <AmountField form={form} path={path} label={t('criteria.edit.place', { n: place + 1 })} />
      )}
    </ListFields>
  )
}

function RuleOfKind({ form, kind }: { form: Form; kind: Rule['kind'] }): ReactNode {
  const t = useWords()
  switch (kind) {
    case 'linear':
      return (
        <div className="row-2">
          <AmountField form={form} path="rule.zeroAt" label={t('criteria.edit.zeroAt')} />
          <AmountField form={form} path="rule.fullAt" label={t('criteria.edit.fullAt')} />
        </div>
      )
    case 'steps':
      return (
        <div className="row-2">
          <Counting form={form} under="rule" />
          <AmountField form={form} path="rule.zeroPast" label={t('criteria.edit.zeroPast')} isOptional />
        </div>
      )
    case 'tiers':
      return (
        <>
          <BetterField form={form} path="rule.better" />
          <Tiers form={form} />
        </>
      )
    case 'perUnit':
      return <AmountField form={form} path="rule.points" label={t('criteria.edit.perUnit')} />
    case 'places':
      return <AmountField form={form} path="rule.step" label={t('criteria.edit.placeStep')} />
    case 'placeTable':
      return <PlaceTable form={form} />
  }
}

/** The points that the measure makes (scoring.md "Rule"); nothing where the answer says its points itself. */
export function RuleFields({ form }: { form: Form }) {
  const t = useWords()
  const measure = listValue(form.content, 'measure.kind')
  const kind = listValue(form.content, 'rule.kind')
  const allowed = rulesFor(measure)
  const fault = useFieldFault(form)('rule')
  const known = allowed.find((one) => one === kind)
  if (allowed.length === 0 && form.content.rule === undefined) return null
  return (
    <fieldset className="part-fields">
      <legend>{t('criteria.field.rule')}</legend>
      {fault === null ? null : <p className="err">{fault}</p>}
      <ChoiceField
        form={form}
        path="rule.kind"
        label={t('criteria.edit.ruleKind')}
        hint={known === undefined ? undefined : t(`criteria.edit.ruleHint.${known}`)}
        options={allowed.map((value) => ({ value, words: t(`criteria.edit.rules.${value}`) }))}
        onChoose={(chosen) =>
          form.set(
            'rule',
            chosen === undefined ? undefined : ruleOf(chosen as Rule['kind'], form.content.maxPoints),
          )
        }
      />
      {known === undefined ? null : <RuleOfKind form={form} kind={known} />}
    </fieldset>
  )
}

/** Points over the criterion's own, for numeric measures (scoring.md "Rule"). */
export function BonusFields({ form }: { form: Form }) {
  const t = useWords()
  const fault = useFieldFault(form)('bonus')
  const hasBonus = form.content.bonus !== undefined
  if (!hasBonus && rulesFor(listValue(form.content, 'measure.kind')) !== numericRules) return null
  return (
    <fieldset className="part-fields">
      <legend>{t('criteria.field.bonus')}</legend>
      {fault === null ? null : <p className="err">{fault}</p>}
      <label className="check">
        <input
          type="checkbox"
          disabled={form.isLocked}
          checked={hasBonus}
          onChange={({ target }) => form.set('bonus', target.checked ? newBonus : undefined)}
        />
        {t('criteria.edit.hasBonus')}
      </label>
      {hasBonus ? (
        <div className="row-2">
          <Counting form={form} under="bonus" />
          <AmountField form={form} path="bonus.cap" label={t('criteria.edit.bonusCap')} />
        </div>
      ) : null}
    </fieldset>
  )
}

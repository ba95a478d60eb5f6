import type { NodeView } from '@bangvang/contract/drafts'
import { describeBonus, describeRule } from '@bangvang/core/assessments/explain-rule'
import { checkCriteria } from '@bangvang/core/criteria/check'
import type { Criterion, Text } from '@bangvang/core/criteria/document'
import { fieldText } from '@bangvang/core/drafts/words'
import { useMemo } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { LineText } from './line-text.tsx'
import type { PlacedComment } from './placed.ts'

type Props = { node: NodeView; marks: readonly PlacedComment[]; openId: string | null }

const name = { vi: '-', en: '-' }

/** The criterion of a part where it is sound by itself: as the only one of a document. A draft's need not be. */
function soundCriterion({ kind, content }: NodeView): Criterion | null {
  if (kind !== 'criterion') return null
  const sections = [{ code: '-', title: name, role: 'bonus', criteria: [content] }]
  const alone = { format: 'bangvang.criteria/1', code: '-', year: 2000, title: name, decimals: 3, sections }
  const faults = checkCriteria({ ...alone, maxPoints: '0' })
  return faults.some(({ path }) => path.includes('criteria')) ? null : (content as Criterion)
}

function Rules({ criterion }: { criterion: Criterion }) {
  const t = useWords()
  const format = useFormat()
  const told: [string, Text | undefined][] = [
    ['rule', describeRule(criterion)],
    ['bonus', criterion.bonus && describeBonus(criterion.bonus, criterion)],
  ]
  return (
    <small>
      {t(`draft-acts.criteria.measures.${criterion.measure.kind}`)}
      {criterion.unit === undefined ? '' : ` (${criterion.unit})`}
      {'. '}
      {told.map(([key, words]) =>
        words === undefined ? null : <span key={key}>{format.text(words)} </span>,
      )}
      {criterion.evidence === undefined ? '' : t(`draft-acts.criteria.evidence.${criterion.evidence}`)}
    </small>
  )
}

/** How many points a part gives or asks for, in words; '' where it has none. */
function usePointsWords(): (node: NodeView) => string {
  const t = useWords()
  const format = useFormat()
  const text = (value: unknown) => (typeof value === 'string' ? format.points(value) : '')
  return ({ kind, content }) => {
    if (kind === 'criterion') return t('draft-acts.criteria.points', { points: text(content.maxPoints) })
    if (kind === 'criteriaSet')
      return t('draft-acts.criteria.head', { max: text(content.maxPoints), year: String(content.year ?? '') })
    if (kind === 'grade') return t('draft-acts.criteria.atLeast', { points: text(content.atLeast) })
    const { role } = content
    if (kind === 'section' && (role === 'scored' || role === 'bonus' || role === 'penalty'))
      return t(`draft-acts.criteria.role.${role}`)
    return ''
  }
}

/** A tie-breaker has no title: it names the section, criterion or amount that decides. */
function useTieWords(): (node: NodeView) => string {
  const t = useWords()
  return ({ content: { section, criterion, amount } }) => {
    if (typeof section === 'string') return t('draft-acts.criteria.tie.section', { code: section })
    if (typeof criterion === 'string') return t('draft-acts.criteria.tie.criterion', { code: criterion })
    return amount === 'scored' || amount === 'bonus' || amount === 'penalty'
      ? t(`draft-acts.criteria.role.${amount}`)
      : ''
  }
}

/** A part of a criteria document as it is read: title, points, and the rule in words where it is sound. */
export function CriteriaLine({ node, marks, openId }: Props) {
  const points = usePointsWords()(node)
  const tie = useTieWords()
  const criterion = useMemo(() => soundCriterion(node), [node])
  const marksIn = (field: string) => marks.filter((one) => one.range !== null && one.field === field)
  const guidance = fieldText(node, 'guidance.vi')
  const english = fieldText(node, 'title.en')
  return (
    <>
      {node.kind === 'tieBreaker' ? (
        tie(node)
      ) : (
        <LineText
          field="title.vi"
          text={fieldText(node, 'title.vi') ?? ''}
          marks={marksIn('title.vi')}
          openId={openId}
        />
      )}
      {points === '' ? null : <span className="pts-of">{points}</span>}
      {english === null || english === '' ? null : (
        <small lang="en">
          <LineText field="title.en" text={english} marks={marksIn('title.en')} openId={openId} />
        </small>
      )}
      {criterion === null ? null : <Rules criterion={criterion} />}
      {guidance === null || guidance === '' ? null : (
        <small>
          <LineText field="guidance.vi" text={guidance} marks={marksIn('guidance.vi')} openId={openId} />
        </small>
      )}
    </>
  )
}

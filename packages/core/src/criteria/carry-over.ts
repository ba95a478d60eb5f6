import type { Answer, Override } from '../assessments/answer.ts'
import { type AnswerFault, checkAnswer, checkOverride } from '../assessments/check-answer.ts'
import { sameJson } from '../drafts/same-json.ts'
import { diffWords } from '../drafts/words.ts'
import { type ByCode, entryOf, putEntry } from './by-code.ts'
import type { CriteriaComparison } from './compare.ts'
import type { CriteriaDocument, Criterion } from './document.ts'

/**
 * Why an answer is not carried over: its criterion is gone or has got another title altogether, it is measured or counted another way, a
 * judgement has another scale, or the answer is no sound one any more; an override: its points were given under another rule.
 */
export const carryRefusals = [
  'criterion-removed',
  'criterion-replaced',
  'measure-changed',
  'unit-changed',
  'scale-changed',
  'answer-refused',
  'rule-changed',
] as const
export type CarryRefusal = (typeof carryRefusals)[number]
export type Carried = { fits: true } | { fits: false; why: CarryRefusal; faults: AnswerFault[] }

export type CriterionPair = { before: Criterion; after: Criterion; document: CriteriaDocument }

/**
 * Whether an answer to a criterion still fits it in a newer document (`document`, where `after` stands): it would mean the same and is sound
 * (domain.md "Criteria versions": where the answers still fit). Its points may well be others.
 */
export function carryOver(answer: Answer, { before, after, document }: CriterionPair): Carried {
  const why = refusalOf(before, after, answer)
  if (why !== null) return { fits: false, why, faults: [] }
  const faults = checkAnswer(document, after, answer)
  return faults.length === 0 ? { fits: true } : { fits: false, why: 'answer-refused', faults }
}

function refusalOf(before: Criterion, after: Criterion, answer: Answer): CarryRefusal | null {
  if (isReplaced(before.title.vi, after.title.vi)) return 'criterion-replaced'
  if ('notApplicable' in answer) return null
  if (before.measure.kind !== after.measure.kind) return 'measure-changed'
  if ((before.unit ?? '') !== (after.unit ?? '')) return 'unit-changed'
  if (before.measure.kind === 'judgement' && !sameJson(before.maxPoints, after.maxPoints))
    return 'scale-changed'
  return null
}

/** Whether fewer than half of the shorter title's letters and digits stand in the other: the code was given to something else. */
export function isReplaced(before: string, after: string): boolean {
  const kept = diffWords(before, after)
    .filter(({ kind }) => kind === 'same')
    .reduce((sum, { text }) => sum + lettersOf(text), 0)
  return kept * 2 < Math.min(lettersOf(before.normalize('NFC')), lettersOf(after.normalize('NFC')))
}

function lettersOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

export type NotCarried = { code: string; why: CarryRefusal; faults: AnswerFault[] }
export type CarriedAnswers = {
  /** By the codes of the newer document. */
  answers: ByCode<Answer>
  /** The codes of those carried, in the order of the newer document; they differ where the criterion was renumbered. */
  carried: { from: string; to: string }[]
  /** By the codes of the older one, sorted. */
  notCarried: NotCarried[]
}

/** One unit's answers under a newer document: those that still fit, under their new codes, and those that do not, each with why. */
export function carryAnswers(
  { criteria, after: document }: CriteriaComparison,
  answers: Readonly<ByCode<Answer>>,
): CarriedAnswers {
  const result: CarriedAnswers = { answers: {}, carried: [], notCarried: [] }
  const known = new Set<string>()
  for (const { before, after } of criteria) {
    const answer = entryOf(answers, before.code)
    if (answer === undefined) continue
    known.add(before.code)
    const carried = carryOver(answer, { before, after, document })
    if (carried.fits) {
      putEntry(result.answers, after.code, answer)
      result.carried.push({ from: before.code, to: after.code })
    } else {
      result.notCarried.push({ code: before.code, why: carried.why, faults: carried.faults })
    }
  }
  for (const code of Object.keys(answers)) {
    if (!known.has(code)) result.notCarried.push({ code, why: 'criterion-removed', faults: [] })
  }
  result.notCarried.sort((a, b) => (a.code < b.code ? -1 : 1))
  return result
}

/**
 * Whether an appraiser's points still stand: they were given under a rule, for a maximum and a measure, that are all the same, and are as
 * precise as the newer document counts.
 */
export function carryOverride(override: Override, { before, after, document }: CriterionPair): Carried {
  const isSame = (['maxPoints', 'measure', 'rule', 'bonus'] as const).every((field) =>
    sameJson(before[field], after[field]),
  )
  if (isReplaced(before.title.vi, after.title.vi))
    return { fits: false, why: 'criterion-replaced', faults: [] }
  if (!isSame) return { fits: false, why: 'rule-changed', faults: [] }
  const faults = checkOverride(document, after, override)
  return faults.length === 0 ? { fits: true } : { fits: false, why: 'answer-refused', faults }
}

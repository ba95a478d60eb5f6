import type { LawFacts } from './law.ts'
import { checkReplacements, type ReplacementFault } from './replacement.ts'

/** `path` is the place in the law: "effectiveTo", "replaces/0/lawId". */
export type LawFault = { path: string; code: ReplacementFault['code'] | 'before-beginning' }

/** Every fault of a law as it would stand among the laws of the shelf: an end before its beginning, and of what it replaces. */
export function checkLaw(law: LawFacts, laws: readonly LawFacts[]): LawFault[] {
  const { effectiveTo, effectiveFrom, issuedOn } = law
  const isEndedBefore = (day: string | null) => effectiveTo !== null && day !== null && effectiveTo < day
  const span: LawFault[] =
    isEndedBefore(effectiveFrom) || isEndedBefore(issuedOn)
      ? [{ path: 'effectiveTo', code: 'before-beginning' }]
      : []
  const replaced = checkReplacements(law, laws).map(({ index, code }): LawFault => {
    const field = code === 'note_missing' ? 'note' : 'lawId'
    return { path: `replaces/${index}/${field}`, code }
  })
  return [...span, ...replaced]
}

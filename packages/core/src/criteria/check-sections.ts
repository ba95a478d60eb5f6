import { toMillionths } from '../numbers/decimal.ts'
import { add, type Integer } from '../numbers/integer.ts'
import { checkMeasure } from './check-measure.ts'
import { checkBonus, checkRule } from './check-rule.ts'
import type { SectionRole } from './document.ts'
import type { Place } from './place.ts'

const ROLES = ['scored', 'bonus', 'penalty'] as const
const EVIDENCE = ['required', 'optional', 'none'] as const
const NOT_APPLICABLE = ['rescale', 'full'] as const
const CRITERION = {
  required: ['code', 'title', 'maxPoints', 'measure'],
  optional: ['rule', 'bonus', 'notApplicable', 'unit', 'evidence', 'guidance'],
}

/** What the rest of the document may refer to, sound or not, and the sum of the scored sections' maxPoints. */
export type SectionsFound = {
  sections: Set<unknown>
  criteria: Set<unknown>
  /** In millionths, of the sound ones. */
  scoredMax: Integer
}

type Walk = SectionsFound & { seen: Set<string>; decimals: number | undefined }

/** Names the faults of `sections` and all that stands in it. `decimals` is the document's, where sound. */
export function checkSections(sections: Place, decimals: number | undefined): SectionsFound {
  const walk: Walk = {
    sections: new Set(),
    criteria: new Set(),
    scoredMax: 0,
    seen: new Set(),
    decimals,
  }
  for (const section of sections.itemsOfFilled()) checkSection(section, walk)
  return walk
}

function checkSection(section: Place, walk: Walk): void {
  section.checkShape({ required: ['code', 'title', 'role', 'criteria'], optional: ['cap'] })
  checkName(section, walk)
  if (section.has('code')) walk.sections.add(section.at('code').value)
  const role = section.field('role')?.oneOf(ROLES)
  checkCap(section.field('cap'), walk.decimals)
  const waiting = nodesOf(section)
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.has('criteria')) {
      node.checkShape({ required: ['code', 'title', 'criteria'] })
      checkName(node, walk)
      for (const child of nodesOf(node)) waiting.push(child)
    } else {
      checkCriterion(node, role, walk)
    }
  }
}

/** Headings nest to any depth, so the walk keeps its own stack: the last is taken first. */
function nodesOf(parent: Place): Place[] {
  return parent.field('criteria')?.itemsOfFilled().reverse() ?? []
}

function checkName(node: Place, walk: Walk): void {
  node.field('code')?.checkCode(walk.seen)
  node.field('title')?.checkText()
}

/** A cap of the document or of a section; null means none. */
export function checkCap(cap: Place | undefined, decimals: number | undefined): void {
  if (cap === undefined || cap.value === null) return
  cap.checkPrecision(cap.decimal('notNegative'), decimals)
}

function checkCriterion(criterion: Place, role: SectionRole | undefined, walk: Walk): void {
  const { decimals } = walk
  criterion.checkShape(CRITERION)
  checkName(criterion, walk)
  if (criterion.has('code')) walk.criteria.add(criterion.at('code').value)
  const max = criterion.field('maxPoints')
  const maxPoints = max?.decimal('positive')
  max?.checkPrecision(maxPoints, decimals)
  if (maxPoints !== undefined && role === 'scored') {
    walk.scoredMax = add(walk.scoredMax, toMillionths(maxPoints))
  }
  const measureField = criterion.field('measure')
  const measure = measureField && checkMeasure(measureField, maxPoints)
  checkRule(criterion, { measure, maxPoints, decimals })
  checkBonus(criterion, { measure, maxPoints, decimals })
  checkNotApplicable(criterion.field('notApplicable'), role)
  checkNotes(criterion)
}

function checkNotApplicable(notApplicable: Place | undefined, role: SectionRole | undefined): void {
  const found = notApplicable?.oneOf(NOT_APPLICABLE)
  if (found !== undefined && role !== undefined && role !== 'scored') {
    notApplicable?.refuse('not_applicable_forbidden')
  }
}

function checkNotes(criterion: Place): void {
  const unit = criterion.field('unit')
  if (unit !== undefined && typeof unit.value !== 'string') unit.refuse('wrong_shape')
  criterion.field('evidence')?.oneOf(EVIDENCE)
  criterion.field('guidance')?.checkText()
}

import { type AppraisalDecision, effectiveSubmission } from '../appraisals/effective.ts'
import type { Answer, Submission } from '../assessments/answer.ts'
import { putEntry } from '../criteria/by-code.ts'
import type { AppraisedLayer, BundleParts, GateLayer, SelfLayer } from './bundle.ts'

type Numbered = { number: number }

/** The layer with the highest number, or undefined of none. */
function latest<T extends Numbered>(layers: readonly T[]): T | undefined {
  return layers.reduce<T | undefined>(
    (best, layer) => (best === undefined || layer.number > best.number ? layer : best),
    undefined,
  )
}

function groupBy<T>(all: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of all) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  }
  return groups
}

function latestAnswers(layers: readonly SelfLayer[]): Record<string, Answer> {
  const answers: Record<string, Answer> = {}
  for (const [code, { answer }] of Object.entries(latest(layers)?.answers ?? {})) {
    if (answer !== null) putEntry(answers, code, answer)
  }
  return answers
}

function latestDecisions(layers: readonly AppraisedLayer[]): Record<string, AppraisalDecision> {
  const decisions: Record<string, AppraisalDecision> = {}
  for (const [code, ofCriterion] of groupBy(layers, ({ criterion }) => criterion)) {
    const layer = latest(ofCriterion)
    if (layer !== undefined) putEntry(decisions, code, layer.decision)
  }
  return decisions
}

function appliedGates(layers: readonly GateLayer[]): string[] {
  return [...groupBy(layers, ({ gate }) => gate)]
    .filter(([, ofGate]) => latest(ofGate)?.applies)
    .map(([gate]) => gate)
}

/** What counts of the layers, one submission a unit, in the order of `units` (domain.md "Scores are kept in layers"). */
export function effectiveSubmissions({ units, layers }: Pick<BundleParts, 'units' | 'layers'>): Submission[] {
  const self = groupBy(layers.self, ({ unit }) => unit)
  const appraised = groupBy(layers.appraised, ({ unit }) => unit)
  const gates = groupBy(layers.gates, ({ unit }) => unit)
  return units.map(({ code }) =>
    effectiveSubmission({
      unit: code,
      selfAnswers: latestAnswers(self.get(code) ?? []),
      decisions: latestDecisions(appraised.get(code) ?? []),
      gates: appliedGates(gates.get(code) ?? []),
    }),
  )
}

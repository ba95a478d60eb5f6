import { z } from 'zod'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Text = z.strictObject({ vi: z.string(), en: z.string() })
const Instant = z.iso.datetime()
const Whole = z.int().min(0)
const Answers = z.record(
  z.string(),
  z.strictObject({
    answer: z.unknown(),
    note: z.string(),
    evidence: z.array(z.strictObject({ id: z.string(), name: z.string(), sha256: Hash, size: Whole })),
  }),
)
/** An answer and an override are checked against their criterion, once the decision's own shape is known. */
const Decision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kept') }),
  z.strictObject({ kind: z.literal('corrected'), answer: z.unknown() }),
  z.strictObject({ kind: z.literal('overridden'), points: z.unknown(), bonus: z.unknown().optional() }),
])
const Self = z.strictObject({
  unit: z.string(),
  number: Whole,
  submittedAt: Instant,
  isLate: z.boolean(),
  submittedBy: z.string(),
  signedOffBy: z.string(),
  sha256: Hash,
  answers: Answers,
})
const Appraised = z.strictObject({
  unit: z.string(),
  criterion: z.string(),
  number: Whole,
  decision: Decision,
  reason: z.string(),
  by: z.string(),
  at: Instant,
})
const Gate = z.strictObject({
  unit: z.string(),
  gate: z.string(),
  applies: z.boolean(),
  number: Whole,
  reason: z.string(),
  by: z.string(),
  at: Instant,
})
const Comment = z.strictObject({
  id: z.string(),
  anchor: z.string().nullable(),
  body: z.string(),
  by: z.string(),
  at: Instant,
  answer: z.strictObject({ kind: z.string(), body: z.string(), by: z.string(), at: Instant }).nullable(),
})

/** The shape of a ranking bundle; criteria, answers, results and ranking are left to what recomputes them. */
export const BundleShape = z.strictObject({
  format: z.literal('bangvang.ranking/1'),
  sha256: Hash,
  content: z.strictObject({
    season: z.strictObject({
      id: z.string(),
      clusterCode: z.string(),
      clusterName: Text,
      year: z.int(),
      chairUnit: z.string(),
    }),
    units: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    criteria: z.unknown(),
    criteriaVersion: z.strictObject({
      number: Whole,
      sha256: Hash,
      adoptedOn: z.iso.date(),
      legalBasis: z.string(),
    }),
    layers: z.strictObject({ self: z.array(Self), appraised: z.array(Appraised), gates: z.array(Gate) }),
    comments: z.array(Comment),
    journal: z.strictObject({ chain: z.string(), number: Whole, hash: Hash }),
    finalizedAt: Instant,
    finalizedBy: z.strictObject({ name: z.string(), role: z.string(), unit: z.string() }),
    submissions: z.unknown(),
    results: z.unknown(),
    ranking: z.unknown(),
  }),
})

import type { BasisView, LawView } from '@bangvang/contract/laws'

/** A decree on the shelf. */
export function lawOf(change: Partial<LawView> = {}): LawView {
  return {
    id: '00000000-0000-4000-8000-000000000a98',
    kind: 'decree',
    number: '98/2023/NĐ-CP',
    title: { vi: 'Thi đua, khen thưởng', en: '' },
    issuer: 'Chính phủ',
    issuedOn: null,
    effectiveFrom: '2024-01-01',
    effectiveTo: null,
    replaces: [],
    link: null,
    note: '',
    uncertainty: '',
    file: null,
    version: 1,
    updatedAt: new Date('2024-01-01T00:00:00Z'),
    ...change,
  }
}

/** The same decree, named as a basis and replaced. */
export function replacedBasis(): BasisView {
  const { id, kind, number, title } = lawOf()
  const newer = {
    lawId: '00000000-0000-4000-8000-000000000a99',
    number: '152/2025/NĐ-CP',
    isInPart: false,
  }
  return { lawId: id, kind, number, title, state: 'inForce', replacedBy: [newer], isUncertain: false }
}
